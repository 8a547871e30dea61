import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { type Db, POOL } from "../db.ts";

/** Works one update off; throws when it could not. */
export type Handle = (id: bigint, payload: Update) => Promise<void>;

/** What happens when an update failed for good: somebody is told. */
export type GiveUp = (id: bigint, payload: Update, reason: string) => Promise<void>;

export type Lanes = {
  /** Tells that these lanes have work. */
  wake(lanes: bigint[]): void;
  /** Finds all lanes that have work, also what another process left. */
  sweep(): Promise<void>;
  idle(): boolean;
  /** Waits until what is under way is done; takes up nothing new. */
  stop(): Promise<void>;
};

/** So many chats are served at once; the rest of the pool is for jobs, delivery and intake. */
const AT_ONCE = Math.floor(POOL / 2);
const TRIES = 3;
/** How long to wait before a second and third try, and after the store failed; in milliseconds. */
const WAIT = 300;

type Head = { id: bigint; payload: Update; attempts: number };

/**
 * Works the inbox off: one update at a time in a lane, oldest first, many lanes at once. A lane goes to the end of
 * the queue after each update, so that a flood in one chat delays no other.
 */
export function createLanes(app: App, handle: Handle, giveUp: GiveUp): Lanes {
  const waiting = new Set<bigint>();
  const running = new Map<bigint, Promise<void>>();
  const again = new Set<bigint>();
  let stopped = false;

  const next = () => {
    for (const lane of waiting) {
      if (stopped || running.size >= AT_ONCE) return;
      waiting.delete(lane);
      running.set(lane, run(lane));
    }
  };
  const run = async (lane: bigint) => {
    const more = await step(app, { handle, giveUp }, lane).catch(async (err: unknown) => {
      app.log.error({ err, lane: String(lane) }, "lane held up");
      await app.clock.sleep(WAIT);
      return true;
    });
    running.delete(lane);
    if ((more || again.delete(lane)) && !stopped) waiting.add(lane);
    next();
  };
  const wake = (lanes: bigint[]) => {
    for (const lane of lanes) (running.has(lane) ? again : waiting).add(lane);
    next();
  };

  return {
    wake,
    idle: () => waiting.size + running.size === 0,
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
async function step(
  app: App,
  { handle, giveUp }: { handle: Handle; giveUp: GiveUp },
  lane: bigint,
): Promise<boolean> {
  const head = await headOf(app.db, lane);
  if (!head) return false;

  try {
    await handle(head.id, head.payload);
  } catch (err) {
    if (!(await app.db.update.findFirst({ where: { id: head.id, doneAt: null } }))) return true;
    app.log.error({ err, update: String(head.id), attempts: head.attempts + 1 }, "update failed");
    await app.db.update.update({ where: { id: head.id }, data: { attempts: { increment: 1 } } });
    if (head.attempts + 1 >= TRIES) await giveUp(head.id, head.payload, reasonOf(err));
    else await app.clock.sleep(WAIT);
  }
  return true;
}

const reasonOf = (err: unknown) => (err instanceof Error ? err.name : "unknown");

async function headOf(db: Pick<Db, "$queryRaw">, lane: bigint): Promise<Head | undefined> {
  const [head] = await db.$queryRaw<Head[]>`
    select id, payload, attempts from "Update" where lane = ${lane} and "doneAt" is null order by id limit 1`;
  return head;
}
