import type { Ground } from "./ground.ts";
import { meta, setMeta } from "./meta.ts";

export type UpdateKind =
  | "message"
  | "edited_message"
  | "callback_query"
  | "my_chat_member"
  | "chat_member"
  | "message_reaction";

/** Kinds that a bot gets only when it names them. */
const onlyWhenNamed = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

const known = new Set([
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "chat_member",
  "message_reaction",
]);

export const allowedUpdates = (g: Ground): string[] => JSON.parse(meta(g, "allowed updates") ?? "[]");

/** Names of kinds that are not known here are skipped; none left means the usual ones. */
export const allowUpdates = (g: Ground, kinds: string[]) =>
  setMeta(g, "allowed updates", JSON.stringify(kinds.filter((kind) => known.has(kind))));

/** Whether the bot asked for this kind, by name or by naming none. */
export function isAllowed(g: Ground, kind: UpdateKind) {
  const named = allowedUpdates(g);
  return named.length === 0 ? !onlyWhenNamed.has(kind) : named.includes(kind);
}
