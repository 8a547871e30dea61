import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import type { z } from "zod";
import { type Llm, LlmError, type LlmTrouble, type Prompt } from "./llm.ts";
import { plainSchema } from "./plain-schema.ts";
import { fill } from "./prompts.ts";
import { stopOnQuota } from "./quota.ts";

export type OpenaiOptions = {
  /** May be missing for a server of one's own that asks for none. */
  apiKey?: string | undefined;
  /** Any server that speaks chat completions; OpenAI's own when missing. */
  baseURL?: string | undefined;
  model: string;
  /** Milliseconds for an answer, all attempts together. */
  timeout?: number;
};

const OPENAI = "https://api.openai.com/v1";

/**
 * A model behind the chat completions API. Everything is given here and nothing taken from the environment; the
 * client's own log is off, since it would hold people's words.
 */
export function openaiLlm({ apiKey, baseURL, model, timeout = 60_000 }: OpenaiOptions): Llm {
  const client = new OpenAI({
    ...{ apiKey: apiKey ?? "none", baseURL: baseURL ?? OPENAI, organization: null, project: null },
    ...{ adminAPIKey: null, webhookSecret: null, logLevel: "off", maxRetries: 2, fetch: stopOnQuota },
  });

  return {
    async ask(prompt, slots, { signal } = {}) {
      const late = AbortSignal.timeout(timeout);
      const request = { signal: AbortSignal.any(signal ? [signal, late] : [late]), timeout };
      const answer = await client.chat.completions
        .create(requestFor(prompt, slots, model), request)
        .catch((error: unknown) => {
          const reason = late.aborted ? "timeout" : signal?.aborted ? "aborted" : reasonOf(error);
          throw new LlmError(prompt.name, reason, statusOf(error));
        });
      const [choice] = answer.choices ?? [];
      if (choice?.message?.refusal) throw new LlmError(prompt.name, "refused");
      return read(prompt, choice?.message?.content ?? "");
    },
  };
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

/** Small models like to wrap their JSON in a fence or to think aloud before it. */
function read<Out extends z.ZodType>(prompt: Prompt<z.ZodObject, Out>, content: string): z.output<Out> {
  const json = content.slice(content.indexOf("{"), content.lastIndexOf("}") + 1);
  const parsed = prompt.answer.safeParse(parse(json));
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

function reasonOf(error: unknown): LlmTrouble {
  if (error instanceof APIConnectionTimeoutError) return "timeout";
  if (error instanceof APIUserAbortError) return "aborted";
  if (error instanceof APIConnectionError) return "unreachable";
  if (!(error instanceof APIError)) return "failed";
  if (error.code === "insufficient_quota") return "quota";
  if (error.status === 401 || error.status === 403) return "key";
  return error.status === 429 || error.status === 503 ? "busy" : "failed";
}

const statusOf = (error: unknown) =>
  error instanceof APIError ? (error.status as number | undefined) : undefined;
