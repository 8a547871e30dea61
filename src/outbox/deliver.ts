import type { App } from "../app.ts";
import type { Lease } from "./lease.ts";
import { watchLine } from "./line.ts";
import { createPace, type Paced } from "./pace.ts";
import { recoverCut } from "./recover-cut.ts";
import { type Mouth, round } from "./round.ts";

/** How long to wait for the lease, or after the store failed; in milliseconds. */
const WAIT = 500;

export type Deliverer = { wake(): void; run(signal: AbortSignal): Promise<void>; busy(): boolean };

/**
 * The outbox's loop: what is due, in order within a chat, paced to Telegram's limits, many chats at once.
 * Only the process that holds `lease` delivers. `wake` it after a commit.
 */
export function createDeliverer(app: App, mouth: Mouth, lease: Lease): Deliverer {
  const pace = createPace();
  const line = watchLine(mouth.probe);
  const busy = new Map<number, Promise<void>>();
  let woken = Promise.withResolvers<void>();

  const wake = () => woken.resolve();
  const start = (what: Paced, work: Promise<void>) => {
    pace.sent(what, app.clock.now().getTime());
    busy.set(
      what.chatId,
      work
        .catch((err: unknown) => app.log.error({ err }, "outbox row not recorded"))
        .finally(() => {
          busy.delete(what.chatId);
          wake();
        }),
    );
  };

  return {
    wake,
    busy: () => busy.size > 0,
    async run(signal) {
      signal.addEventListener("abort", wake);
      let recovered = false;
      while (!signal.aborted) {
        woken = Promise.withResolvers<void>();
        const token = lease.token();
        let rest = WAIT;
        try {
          if (token !== undefined && !recovered) {
            await Promise.allSettled(busy.values());
            await recoverCut(app, pace);
          }
          recovered = token !== undefined;
          if (token !== undefined) rest = await round({ app, mouth, pace, line, busy, token, start });
        } catch (err) {
          app.log.error({ err }, "delivery held up");
        }
        await restFor(app, { ms: rest, woken: woken.promise, signal });
      }
      await Promise.allSettled(busy.values());
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
