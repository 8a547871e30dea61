import type OpenAI from "openai";
import { type Llm, LlmError, type Prompt } from "./llm.ts";
import { troubleOf } from "./openai-error.ts";
import { openaiFetch } from "./openai-fetch.ts";
import { fill } from "./prompts.ts";
import { plainSchema } from "./schema.ts";

export type OpenaiOptions = {
  /** A model on one's own machine needs none. */
  apiKey?: string | undefined;
  /** Without one, OpenAI's own. */
  baseURL?: string | undefined;
  model: string;
  proxy?: string | undefined;
  /** How long one question may take in all, attempts included, in milliseconds. */
  timeout?: number | undefined;
};

const OPENAI = "https://api.openai.com/v1";
const PATIENCE = 60_000;

/** A model behind any server that speaks chat completions. The client is loaded with the first question. */
export function openaiLlm(options: OpenaiOptions): Llm {
  let client: Promise<OpenAI> | undefined;

  return {
    async ask(prompt, slots, { signal } = {}) {
      const patience = AbortSignal.timeout(options.timeout ?? PATIENCE);
      const until = signal ? AbortSignal.any([signal, patience]) : patience;
      client ??= connect(options);
      const body = bodyOf(prompt, slots, options.model);
      const asked = client.then((openai) => openai.chat.completions.create(body, { signal: until }));
      const answer = await Promise.race([asked, aborted(until)]).catch((cause: unknown) => {
        throw troubleOf(prompt.name, cause, { patience, signal });
      });
      return prompt.answer.parse(read(prompt, answer)) as never;
    },
  };
}

/** Everything that the client would otherwise take from the environment is said here. */
async function connect({ apiKey, baseURL, proxy }: OpenaiOptions): Promise<OpenAI> {
  const { OpenAI } = await import("openai");
  return new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: baseURL ?? OPENAI,
    organization: null,
    project: null,
    maxRetries: 2,
    logLevel: "off",
    fetch: openaiFetch(proxy),
  });
}

function bodyOf(prompt: Prompt, slots: unknown, model: string) {
  const { system, user } = fill(prompt, slots);
  return {
    model,
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
    response_format: {
      type: "json_schema",
      json_schema: { name: prompt.name, strict: true, schema: plainSchema(prompt.answer) },
    },
  } satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;
}

/** Small servers wrap their JSON in thoughts or code marks: what counts goes from the first brace to the last. */
function read(prompt: Prompt, answer: OpenAI.ChatCompletion): unknown {
  const message = answer.choices?.[0]?.message;
  if (message?.refusal) throw new LlmError(prompt.name, "refused");
  const text = (message?.content ?? "").replace(/<think>[^]*?<\/think>/g, "");
  try {
    const parsed = prompt.answer.safeParse(
      JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)),
    );
    if (parsed.success) return parsed.data;
  } catch {
    // What cannot be read has the wrong shape, too.
  }
  throw new LlmError(prompt.name, "shape");
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
