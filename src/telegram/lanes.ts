import type { App } from "../app.ts";
import { isSlow, SLOWNESS } from "./flood.ts";
import { step, WAIT, type Work } from "./step.ts";

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
