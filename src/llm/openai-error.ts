import { LlmError, type LlmTrouble } from "./llm.ts";

/** Whose patience ended: the overall time limit's, or that of whoever asked. */
export type Patience = { late: AbortSignal; signal: AbortSignal | undefined };

/** The client's error as ours. Nothing of its text goes on, since it may hold people's words or the key. */
export function troubleOf(prompt: string, error: unknown, { late, signal }: Patience): LlmError {
  if (signal?.aborted) return new LlmError(prompt, "aborted");
  if (late.aborted) return new LlmError(prompt, "timeout");
  const { status, code } = error as { status?: number; code?: string | null };
  if (status !== undefined) return new LlmError(prompt, byStatus(status, code), status);
  const connection = error instanceof Error && error.constructor.name.startsWith("APIConnection");
  return new LlmError(prompt, connection ? "unreachable" : "failed");
}

function byStatus(status: number, code: string | null | undefined): LlmTrouble {
  if (code === "insufficient_quota") return "quota";
  if (status === 401 || status === 403) return "key";
  return status === 429 || status === 503 ? "busy" : "failed";
}
