import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { leaveGroup } from "../labs/leave-group.ts";
import { moveGroup } from "../labs/move-group.ts";
import { DIGEST, type Due } from "./due.ts";
import { insist } from "./insist.ts";
import type { Way } from "./mouth.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { later } from "./record.ts";

/** A row did not go out: what follows is decided by `outcomeOf`. */
export async function recordFailure({ app, pace }: Pick<Way, "app" | "pace">, row: Due, error: unknown) {
  const { log, clock } = app;
  const { attempts, priority, group } = row;
  const outcome = outcomeOf(error, { attempts: attempts + 1, digest: priority === DIGEST, group });
  log.warn({ outbox: String(row.id), key: row.key, next: outcome.next, err: error }, "message not sent");
  app.count?.notSent(row.kind, outcome, error);
  hold(pace, { outcome, chatId: row.chatId }, clock.now());
  await insist(app, () => app.db.transact((db) => note({ app, db }, row, outcome)));
}

async function note({ app, db }: { app: App; db: Db }, row: Due, outcome: Outcome) {
  const now = app.clock.now();
  const { id, chatId } = row;
  if (!(await isMine(db, row))) return undefined;
  const set = (state: string, error: string | null = null) =>
    db.$executeRaw`update "Outbox" set state = ${state}, error = ${error} where id = ${id}`;

  if (outcome.next === "again") {
    const { after, hold } = outcome; // Being asked to wait is no attempt.
    return db.$executeRaw`update "Outbox" set state = 'queued', "dueAt" = ${later(now, after)},
      attempts = attempts - ${hold ? 1 : 0}::int where id = ${id}`;
  }
  if (outcome.next === "done") return set("sent");
  if (outcome.next === "moved") {
    await moveGroup({ db }, { from: Number(row.telegramId), to: outcome.to });
    return set("queued");
  }
  await set(outcome.next === "uncertain" ? "uncertain" : "failed", outcome.error);
  if (outcome.next === "left") await leaveGroup({ db, chat: { id: chatId }, now });
  if (outcome.next === "unreachable") await tellInstead(db, { row, error: outcome.error, now });
  return undefined;
}

/** Whether this sending is still the row's last one: whoever was paused or cut off for long may find it done by others. */
async function isMine(db: Db, { id, attempts }: Due): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select 1 as one from "Outbox" where id = ${id} and state = 'sending' and attempts = ${attempts + 1} for update`;
  return found.length > 0;
}

/**
 * A person blocked the bot, or is gone: nothing more is sent there, and the group hears instead, where it was so
 * arranged.
 */
async function tellInstead(db: Db, { row, error, now }: { row: Due; error: string; now: Date }) {
  if (row.personId) await db.person.updateMany({ where: { id: row.personId }, data: { private: "blocked" } });
  await db.$executeRaw`
    with mute as (
      update "Outbox" set state = 'failed', error = ${error}
      where "chatId" = ${row.chatId} and (state = 'queued' or id = ${row.id}) returning otherwise, "dueAt", priority
    )
    insert into "Outbox" ("chatId", "replyTo", key, args, priority, "dueAt", state)
    select (otherwise->>'chatId')::int, (otherwise->>'replyTo')::int, otherwise->'said'->>'key',
      otherwise->'said'->'args', priority, greatest("dueAt", ${now}), 'queued'
    from mute where jsonb_typeof(otherwise) = 'object'`;
}

/** Telegram asked to wait: the pace knows. */
export function hold(pace: Pace, { outcome, chatId }: { outcome: Outcome; chatId: number }, now: Date) {
  if (outcome.next === "again" && outcome.hold) pace.hold(chatId, now.getTime(), outcome.after);
}
