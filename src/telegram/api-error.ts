import { TelegramError } from "telegraf";
import { Refused, Unreachable } from "../outbox/outcome.ts";

/** Failures before anything was written to the wire: the call cannot have arrived. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNABORTED",
]);

/** A client's error in our terms. */
export function ours(error: unknown, token: string): Refused | Unreachable {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error;
    const more = {
      ...(parameters?.retry_after ? { retryAfter: parameters.retry_after } : {}),
      ...(parameters?.migrate_to_chat_id ? { migrateTo: parameters.migrate_to_chat_id } : {}),
    };
    return new Refused(code, description.replaceAll(token, "<token>"), more);
  }
  const { code = "", name = "Error" } = error as { code?: string; name?: string };
  return new Unreachable(code || name, { mayHaveArrived: !NOT_SENT.has(code) });
}
