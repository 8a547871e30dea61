import type { App } from "../app.ts";
import { moveGroup } from "../labs/move-group.ts";
import { otherwiseRow } from "./address.ts";
import type { Due } from "./due.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import type { Row } from "./put.ts";

/** Marks a row as being sent, before the call; false when it was taken back, or somebody else delivers now. */
export async function claim({ db, clock }: App, id: bigint, token: bigint): Promise<boolean> {
  const count = await db.$executeRaw`
    update "Outbox" set state = 'sending', attempts = attempts + 1, "claimedAt" = ${clock.now()}
    where id = ${id} and state = 'queued'
      and exists (select 1 from "Lease" where name = 'deliver' and token = ${token} and until > now())`;
  return count > 0;
}

/** A row went out: it and its place in the message map are filled in together. */
export async function recordSent(
  { db, clock }: App,
  { id, postId, telegramId }: Due,
  messageId: number | undefined,
) {
  const now = clock.now();
  await db.$executeRaw`
    with sent as (update "Outbox" set state = 'sent', "sentAt" = ${now}, error = null where id = ${id})
    update "Post" set "messageId" = ${messageId ?? null}::int, "rawChatId" = ${telegramId}, "drawnAt" = ${now}
    where id = ${postId}`;
}

/** A row did not go out: what follows is decided by `outcomeOf`. */
export async function recordFailure({ app, pace }: { app: App; pace: Pace }, row: Due, error: unknown) {
  const { db, clock, log } = app;
  const outcome = outcomeOf(error, row.attempts + 1, row.priority === 2);
  log.warn({ outbox: row.id, key: row.key, next: outcome.next, err: error }, "message not sent");
  const set = (data: { state: string; error?: string; dueAt?: Date }) =>
    db.outbox.update({ where: { id: row.id }, data });

  if (outcome.next === "again") {
    hold(pace, { outcome, chatId: row.chatId }, clock.now());
    await set({ state: "queued", dueAt: later(clock.now(), outcome.after) });
  } else if (outcome.next === "moved") {
    await db.transact(async (tx) => {
      await moveGroup({ db: tx }, { from: Number(row.telegramId), to: outcome.to });
      await tx.outbox.update({ where: { id: row.id }, data: { state: "queued" } });
    });
  } else if (outcome.next === "done") await set({ state: "sent" });
  else if (outcome.next === "left")
    await db.transact(async (tx) => {
      await tx.chat.update({ where: { id: row.chatId }, data: { leftAt: clock.now() } });
      await tx.outbox.update({ where: { id: row.id }, data: failed(outcome.error) });
    });
  else if (outcome.next === "unreachable") await blocked(app, row, outcome.error);
  else await set({ state: outcome.next, error: outcome.error });
}

/** A person blocked the bot, or never pressed Start: the group hears instead, where it was so arranged. */
async function blocked({ db, clock }: App, row: Due, error: string) {
  const otherwise = row.otherwise as Row["otherwise"];
  const gone = { where: { id: row.personId ?? 0 }, data: { private: "blocked" } };
  await db.transact(async (tx) => {
    await tx.outbox.update({ where: { id: row.id }, data: failed(error) });
    await tx.person.updateMany(gone);
    if (!otherwise) return;
    const { args, ...instead } = otherwiseRow(otherwise);
    await tx.outbox.create({ data: { ...instead, args: args as object, dueAt: clock.now() } });
  });
}

const failed = (error: string) => ({ state: "failed", error });

/** A time so many milliseconds on. */
export const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Telegram asked to wait: the pace knows. */
export function hold(pace: Pace, { outcome, chatId }: { outcome: Outcome; chatId: number }, now: Date) {
  if (outcome.next === "again" && outcome.hold) pace.hold(chatId, now.getTime() + outcome.after);
}
