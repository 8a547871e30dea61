import { isAllowed, type UpdateKind } from "./allowed-updates.ts";
import type { Message, Update } from "./bot-api.ts";
import { botIsAdmin, findStatus, isGroup, isPresent } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { nextNumber } from "./meta.ts";
import { bot, privacyOn } from "./people.ts";
import { hearsInPrivacyMode } from "./privacy.ts";

const day = 86_400_000;
export const pressLife = 150_000;

type Waiting = { id: number; lane: string; body: string };

/** Queues an update, unless the bot did not ask for its kind. A lane keeps its order at a webhook. */
export function queueUpdate(g: Ground, kind: UpdateKind, { lane, body }: { lane: string; body: unknown }) {
  if (!isAllowed(g, kind)) return;
  g.run(
    "INSERT INTO updates (id, at, kind, lane, body) VALUES (?, ?, ?, ?, ?)",
    nextNumber(g, "last update", 800_000_001),
    g.clock.now().getTime(),
    kind,
    lane,
    JSON.stringify({ [kind]: body }),
  );
  g.updateQueued();
}

/** Queues what somebody wrote, if the bot may hear it. */
export function queueMessage(g: Ground, kind: "message" | "edited_message", message: Message) {
  const { chat } = message;
  if (isGroup(chat)) {
    if (!isPresent(findStatus(g, chat.id, bot.id))) return;
    if (privacyOn(g) && !botIsAdmin(g, chat.id) && !hearsInPrivacyMode(message)) return;
  }
  queueUpdate(g, kind, { lane: `chat ${chat.id}`, body: message });
}

/** Drops what Telegram would have dropped: updates after a day, presses after 150 s. */
function dropOld(g: Ground) {
  const now = g.clock.now().getTime();
  g.run("DELETE FROM updates WHERE at < ?", now - day);
  g.run("DELETE FROM updates WHERE kind = 'callback_query' AND at < ?", now - pressLife);
  g.run("DELETE FROM presses WHERE at < ?", now - day);
}

export function waitingUpdates(g: Ground, limit: number): { lane: string; update: Update }[] {
  dropOld(g);
  return g
    .all<Waiting>("SELECT id, lane, body FROM updates ORDER BY id LIMIT ?", limit)
    .map(({ id, lane, body }) => ({ lane, update: { update_id: id, ...JSON.parse(body) } }));
}

/** Forgets everything below `offset`; a negative one keeps that many of the newest. */
export function confirmUpdates(g: Ground, offset: number) {
  if (offset > 0) return g.run("DELETE FROM updates WHERE id < ?", offset);
  if (offset < 0)
    g.run("DELETE FROM updates WHERE id NOT IN (SELECT id FROM updates ORDER BY id DESC LIMIT ?)", -offset);
}

export const forgetUpdate = (g: Ground, id: number) => g.run("DELETE FROM updates WHERE id = ?", id);

export const dropUpdates = (g: Ground) => g.run("DELETE FROM updates");

export function pendingUpdates(g: Ground) {
  dropOld(g);
  return g.one<{ count: number }>("SELECT count(*) AS count FROM updates")?.count ?? 0;
}
