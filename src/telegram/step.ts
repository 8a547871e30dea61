import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { type Db, isAway } from "../db.ts";
import { askerIn, isSlow } from "./flood.ts";
import { kindOf } from "./kind.ts";

/** Works one update off; throws when it could not. False when somebody else did it. */
export type Handle = (id: bigint, payload: Update) => Promise<unknown>;

/** What happens when an update failed for good: somebody is told. */
export type GiveUp = (id: bigint, payload: Update, reason: string) => Promise<void>;

/** What is done with updates. `slowed` comes before each that waited in a slow lane. */
export type Work = { handle: Handle; giveUp: GiveUp; slowed: (payload: Update) => Promise<void> };

const TRIES = 3;
/** How long to wait before a second and third try, and after the store failed; in milliseconds. */
export const WAIT = 300;

type Head = { id: bigint; lane: bigint; payload: Update; attempts: number; receivedAt: Date };

/** Works off the oldest update of a lane. True when there may be more. */
export async function step(app: App, { handle, giveUp, slowed }: Work, lane: bigint): Promise<boolean> {
  const head = await headOf(app.db, lane);
  if (!head) return false;
  if (isSlow(lane) && (await isOvertaking(app.db, head))) return true;

  try {
    if (isSlow(lane)) await slowed(head.payload);
    const from = performance.now();
    const mine = (await handle(head.id, head.payload)) !== false;
    if (mine) app.count?.updateDone(kindOf(head.payload), timesOf(app, head, from));
  } catch (err) {
    if (isAway(err)) throw err; // That is no attempt.
    if (!(await app.db.update.findFirst({ where: { id: head.id, doneAt: null } }))) return true;
    app.log.error({ err, update: String(head.id), attempts: head.attempts + 1 }, "update failed");
    await app.db.update.update({ where: { id: head.id }, data: { attempts: { increment: 1 } } });
    app.count?.updateFailed(kindOf(head.payload));
    if (head.attempts + 1 >= TRIES) await giveUp(head.id, head.payload, reasonOf(err));
    else await app.clock.sleep(WAIT);
  }
  return true;
}

const timesOf = ({ clock }: App, { receivedAt }: Head, from: number) => ({
  ms: performance.now() - from,
  lag: clock.now().getTime() - receivedAt.getTime(),
});

const reasonOf = (err: unknown) => (err instanceof Error ? err.name : "unknown");

async function headOf(db: Pick<Db, "$queryRaw">, lane: bigint): Promise<Head | undefined> {
  const [head] = await db.$queryRaw<Head[]>`
    select id, lane, payload, attempts, "receivedAt" from "Update" where lane = ${lane} and "doneAt" is null order by id limit 1`;
  return head;
}

/** Whether something that the same person asked before waits in another lane. */
async function isOvertaking(db: Pick<Db, "$queryRaw">, { id, lane }: Head): Promise<boolean> {
  const before = await db.$queryRaw<unknown[]>`
    select 1 as one from "Update" where asker = ${askerIn(lane)} and "doneAt" is null and id < ${id} limit 1`;
  return before.length > 0;
}
