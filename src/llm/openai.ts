import type OpenAI from "openai";
import type { z } from "zod";
import type { Counts } from "../counts.ts";
import { type Llm, LlmError, type Prompt } from "./llm.ts";
import { troubleOf } from "./openai-error.ts";
import { openaiFetch } from "./openai-fetch.ts";
import { transcriber } from "./openai-transcribe.ts";
import { plainSchema } from "./plain-schema.ts";
import { fill } from "./prompts.ts";

export type OpenaiOptions = {
  /** May be missing for a server of one's own that asks for none. */
  apiKey?: string | undefined;
  /** Any server that speaks chat completions; OpenAI's own when missing. */
  baseURL?: string | undefined;
  model: string;
  /** The model that writes speech down; without it none does. */
  transcriptionModel?: string | undefined;
  /** An HTTP proxy's address, used for https only. */
  proxy?: string | undefined;
  /** Milliseconds for an answer, all attempts together. */
  timeout?: number;
  /** Told of every question. */
  count?: Counts | undefined;
};

const OPENAI = "https://api.openai.com/v1";

/** A model behind the chat completions API. The client is loaded with the first question, to spare memory till then. */
export function openaiLlm(options: OpenaiOptions): Llm {
  const { model, timeout = 60_000, count } = options;
  let client: Promise<OpenAI> | undefined;
  const connected = () => {
    client ??= connect(options);
    return client;
  };

  const ask: Llm["ask"] = async (prompt, slots, { signal } = {}) => {
    const request = requestFor(prompt, slots, model);
    const late = AbortSignal.timeout(timeout);
    const until = AbortSignal.any(signal ? [signal, late] : [late]);
    const asked = connected().then((openai) =>
      openai.chat.completions.create(request, { signal: until, timeout }),
    );
    const { choices, usage } = await Promise.race([asked, aborted(until)]).catch((error: unknown) => {
      throw troubleOf(prompt.name, error, { late, signal });
    });
    if (usage)
      count?.tokensUsed(prompt.name, { read: usage.prompt_tokens, written: usage.completion_tokens });
    const [choice] = choices ?? [];
    if (choice?.message?.refusal) throw new LlmError(prompt.name, "refused");
    return read(prompt, choice?.message?.content ?? "");
  };
  return {
    ask(prompt, slots, more) {
      const answer = ask(prompt, slots, more);
      count?.asking(prompt.name, answer);
      return answer;
    },
    transcribe: transcriber(options, connected),
  };
}

/** Everything is given here and nothing taken from the environment; the client's log would hold people's words. */
async function connect({ apiKey = "none", baseURL = OPENAI, proxy }: OpenaiOptions): Promise<OpenAI> {
  const { OpenAI } = await import("openai");
  return new OpenAI({
    ...{ apiKey, baseURL, organization: null, project: null, adminAPIKey: null, webhookSecret: null },
    ...{ logLevel: "off", maxRetries: 2, fetch: openaiFetch(proxy) },
  });
}

function requestFor(prompt: Prompt, slots: unknown, model: string) {
  const { system, user } = fill(prompt, slots);
  const schema = plainSchema(prompt.answer);
  return {
    model,
    messages: [
      { role: "system" as const, content: system },
      { role: "user" as const, content: user },
    ],
    response_format: {
      type: "json_schema" as const,
      json_schema: { name: prompt.name, strict: true, schema },
    },
  };
}

/** The client sleeps between attempts without listening to the signal. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Small models like to wrap their JSON in a fence or to think aloud before it. */
function read<Out extends z.ZodType>(prompt: Prompt<z.ZodObject, Out>, content: string): z.output<Out> {
  const words = content.replace(/<think>[\s\S]*?<\/think>/g, "");
  const parsed = prompt.answer.safeParse(parse(words.slice(words.indexOf("{"), words.lastIndexOf("}") + 1)));
  if (!parsed.success) throw new LlmError(prompt.name, "shape");
  return parsed.data;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
