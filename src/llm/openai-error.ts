import { LlmError, type LlmTrouble } from "./llm.ts";

/** The client's error as ours. Nothing of its text goes on, since it may hold people's words or the key. */
export function troubleOf(
  prompt: string,
  cause: unknown,
  { patience, signal }: { patience: AbortSignal; signal: AbortSignal | undefined },
): LlmError {
  if (signal?.aborted) return new LlmError(prompt, "aborted");
  if (patience.aborted) return new LlmError(prompt, "timeout");
  const { status, code, name } = cause as { status?: number; code?: string | null; name?: string };
  if (status === undefined) return new LlmError(prompt, isConnection(cause) ? "unreachable" : named(name));
  return new LlmError(prompt, code === "insufficient_quota" ? "quota" : byStatus(status), status);
}

const isConnection = (cause: unknown) =>
  cause instanceof Error && /^Connection error|fetch failed|timed out/i.test(cause.message);

const named = (name: string | undefined): LlmTrouble => (name === "AbortError" ? "aborted" : "failed");

function byStatus(status: number): LlmTrouble {
  if (status === 401 || status === 403) return "key";
  return status === 429 || status >= 500 ? "busy" : "failed";
}
