import { isAllowed, type UpdateKind } from "./allowed-updates.ts";
import type { Message, Update } from "./bot-api.ts";
import { botIsAdmin, findStatus, isGroup, isPresent } from "./chats.ts";
import type { Queued } from "./faults/armed.ts";
import { pressLife } from "./faults/expired-press.ts";
import { strike } from "./faults/strike.ts";
import type { Ground } from "./ground.ts";
import { nextNumber } from "./meta.ts";
import { bot, privacyOn } from "./people.ts";
import { hearsInPrivacyMode } from "./privacy.ts";

const day = 86_400_000;

type Waiting = Queued & { body: string };

/** Queues an update, unless the bot did not ask for its kind. A lane keeps its order at a webhook. */
export function queueUpdate(g: Ground, kind: UpdateKind, { lane, body }: { lane: string; body: unknown }) {
  if (!isAllowed(g, kind)) return;
  const id = nextId(g);
  g.run(
    "INSERT INTO updates (id, at, kind, lane, body) VALUES (?, ?, ?, ?, ?)",
    id,
    g.clock.now().getTime(),
    kind,
    lane,
    JSON.stringify({ [kind]: body }),
  );
  for (const fault of [...g.faults.armed]) if (fault.queued?.({ id, kind, lane })) strike(g, fault);
  g.updateQueued();
}

const nextId = (g: Ground) => nextNumber(g, "last update", 800_000_001);

/** Lets an update, and what came after it in its lane, go behind all others. */
export function putLast(g: Ground, { id, lane }: Queued) {
  const rows = g.all<Queued>("SELECT id FROM updates WHERE lane = ? AND id >= ? ORDER BY id", lane, id);
  for (const row of rows) g.run("UPDATE updates SET id = ? WHERE id = ?", nextId(g), row.id);
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
  const holding = [...g.faults.armed].filter((fault) => fault.holds);
  const most = holding.length > 0 ? Number.MAX_SAFE_INTEGER : limit;
  return g
    .all<Waiting>("SELECT id, kind, lane, body FROM updates ORDER BY id LIMIT ?", most)
    .filter((update) => !holding.some((fault) => fault.holds?.(update)))
    .slice(0, limit)
    .map(({ id, lane, body }) => ({ lane, update: { update_id: id, ...JSON.parse(body) } }));
}

export const dropUpdates = (g: Ground) => g.run("DELETE FROM updates");

export function pendingUpdates(g: Ground) {
  dropOld(g);
  return g.one<{ count: number }>("SELECT count(*) AS count FROM updates")?.count ?? 0;
}
