import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { type Db, isAway } from "../db.ts";
import { askerIn, isSlow, SLOWNESS } from "./flood.ts";
import { kindOf } from "./kind.ts";

/** Works one update off; throws when it could not. False when somebody else did it. */
export type Handle = (id: bigint, payload: Update) => Promise<unknown>;

/** What happens when an update failed for good: somebody is told. */
export type GiveUp = (id: bigint, payload: Update, reason: string) => Promise<void>;

/** What is done with updates. `slowed` comes before each that waited in a slow lane. */
export type Work = { handle: Handle; giveUp: GiveUp; slowed: (payload: Update) => Promise<void> };

export type Lanes = {
  /** Tells that these lanes have work. */
  wake(lanes: bigint[]): void;
  /** Finds all lanes that have work, also what another process left. */
  sweep(): Promise<void>;
  idle(): boolean;
  /** How many lanes have work: those that are worked on, and those that wait for it. */
  depth(): { running: number; waiting: number };
  /** Waits until what is under way is done; takes up nothing new. */
  stop(): Promise<void>;
};

/**
 * So many chats are served at once. More than there are connections, since some wait for Telegram; those for the store
 * queue for a connection, and get it in turn.
 */
const AT_ONCE = 32;
const TRIES = 3;
/** How long to wait before a second and third try, and after the store failed; in milliseconds. */
const WAIT = 300;

type Head = { id: bigint; lane: bigint; payload: Update; attempts: number; receivedAt: Date };

/**
 * Works the inbox off: one update at a time in a lane, oldest first, many lanes at once. A lane goes to the end of
 * the queue after each update, so that a flood in one chat delays no other.
 */
export function createLanes(app: App, work: Work): Lanes {
  const waiting = new Set<bigint>();
  const running = new Map<bigint, Promise<void>>();
  const again = new Set<bigint>();
  const resting = new Set<bigint>();
  let stopped = false;

  const next = () => {
    for (const lane of waiting) {
      if (stopped || running.size >= AT_ONCE) return;
      waiting.delete(lane);
      running.set(lane, run(lane));
    }
  };
  const rest = async (lane: bigint) => {
    resting.add(lane);
    await app.clock.sleep(SLOWNESS);
    resting.delete(lane);
    wake([lane]);
  };
  const run = async (lane: bigint) => {
    const more = await step(app, work, lane).catch(async (err: unknown) => {
      app.log.error({ err, lane: String(lane) }, "lane held up");
      await app.clock.sleep(WAIT);
      return true;
    });
    running.delete(lane);
    const wanted = (again.delete(lane) || more) && !stopped;
    if (wanted && isSlow(lane)) void rest(lane);
    else if (wanted) waiting.add(lane);
    next();
  };
  const wake = (lanes: bigint[]) => {
    for (const lane of lanes) if (!resting.has(lane)) (running.has(lane) ? again : waiting).add(lane);
    next();
  };

  return {
    wake,
    idle: () => waiting.size + running.size === 0,
    depth: () => ({ running: running.size, waiting: waiting.size }),
    async sweep() {
      const rows = await app.db.$queryRaw<{ lane: bigint }[]>`
        select distinct lane from "Update" where "doneAt" is null`;
      wake(rows.map(({ lane }) => lane));
    },
    async stop() {
      stopped = true;
      await Promise.all(running.values());
    },
  };
}

/** Works off the oldest update of a lane. True when there may be more. */
async function step(app: App, { handle, giveUp, slowed }: Work, lane: bigint): Promise<boolean> {
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
