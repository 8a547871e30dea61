import type { App } from "../app.ts";
import { nextDue } from "./due.ts";
import type { Lease } from "./lease.ts";
import { watchLine } from "./line.ts";
import type { Mouth } from "./mouth.ts";
import { createOutlet, REST } from "./outlet.ts";
import { createPace } from "./pace.ts";
import { recoverCut } from "./recover-cut.ts";
import { findTurns, type Turn } from "./turns.ts";

/** How long to wait after the store failed, and until the lease is looked at again, which costs nothing; in milliseconds. */
const WAIT = 500;
const LOOK = 100;
/** How long until a line that is down is tried again, in milliseconds. */
const DOWN = 2_000;

export type Deliverer = { wake(): void; run(signal: AbortSignal): Promise<void>; busy(): boolean };

/**
 * The outbox's loop: what is due, in order within a chat, paced to Telegram's limits, many chats at once.
 * Only the process that holds `lease` delivers. `wake` it after a commit.
 */
export function createDeliverer(app: App, mouth: Mouth, lease: Lease): Deliverer {
  let woken = Promise.withResolvers<void>();
  const step = stepper(app, { mouth, lease, free: () => woken.resolve() });
  const wake = () => {
    step.stale();
    woken.resolve();
  };

  return {
    wake,
    busy: step.busy,
    async run(signal) {
      signal.addEventListener("abort", wake);
      while (!signal.aborted) {
        woken = Promise.withResolvers<void>();
        const rest = await step.take().catch((err: unknown) => {
          app.log.error({ err }, "delivery held up");
          return WAIT;
        });
        if (rest > 0) await restFor(app, { ms: rest, woken: woken.promise, signal });
      }
      await step.settled();
    },
  };
}

type Parts = { mouth: Mouth; lease: Lease; free: () => void };

/** One step of the loop after the other; `free` is told when a chat is free again. */
function stepper(app: App, { mouth, lease, free }: Parts) {
  const { clock, db } = app;
  const [pace, line] = [createPace(), watchLine(mouth.probe)];
  let turns: Turn[] = [];
  let freshUntil = 0;
  let recoveredAs: bigint | undefined;
  const stale = () => {
    freshUntil = 0;
  };
  const outlet = createOutlet({ app, mouth, pace, line, lease }, ({ hasten }) => {
    if (hasten) stale();
    free();
  });

  const look = async () => {
    const now = clock.now();
    freshUntil = now.getTime() + REST;
    const [next, found] = await Promise.all([nextDue(db, now), findTurns(db, now, outlet.busy())]);
    turns = found;
    if (next) freshUntil = Math.min(freshUntil, next.getTime());
  };
  const recover = async (token: bigint) => {
    await outlet.settled();
    await recoverCut(app, pace, token);
    recoveredAs = token;
    stale();
  };

  return {
    stale,
    busy: () => outlet.busy().length > 0,
    settled: outlet.settled,
    /** Does what can be done now. Returns how many milliseconds to rest, unless woken. */
    async take(): Promise<number> {
      const token = lease.token();
      if (token === undefined) return LOOK;
      if (recoveredAs !== token) await recover(token);
      if (!(await line.isUp())) return DOWN;
      if (turns.length === 0 || clock.now().getTime() >= freshUntil) await look();
      const some = turns.length > 0;
      const { left, rest } = outlet.begin(turns, token);
      turns = left;
      if (some && left.length === 0) return 0;
      return Math.min(rest, Math.max(1, freshUntil - clock.now().getTime()));
    },
  };
}

/** Rests until woken, or for a while of the clock's time. */
async function restFor(
  { clock }: App,
  { ms, woken, signal }: { ms: number; woken: Promise<void>; signal: AbortSignal },
) {
  const done = new AbortController();
  await Promise.race([woken, clock.sleep(ms, AbortSignal.any([signal, done.signal]))]);
  done.abort();
}
