import type { App } from "../app.ts";
import { type Due, dueRows, nextDue, type Stale, staleCards } from "./due.ts";
import type { Lease } from "./lease.ts";
import { type Line, watchLine } from "./line.ts";
import { createPace, type Pace, type Paced } from "./pace.ts";
import { claim, recordDrawing, recordFailure, recordSent, recoverCut } from "./record.ts";

/** How Telegram is spoken to: sends a row and returns the message's id, if it became one; draws a card anew. */
export type Mouth = {
  send(row: Due): Promise<number | undefined>;
  draw(card: Stale): Promise<void>;
  /** Asks for something that changes nothing, to see whether Telegram can be reached. */
  probe(): Promise<unknown>;
};

/** How many calls are under way at once, at the most. */
const AT_ONCE = 20;
/** The longest rest between two looks at the store, in milliseconds. */
const REST = 15_000;
/** How long to wait for the lease, or after the store failed; in milliseconds. */
const WAIT = 500;
/** How long until a line that is down is tried again, in milliseconds. */
const DOWN = 2_000;

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

type Round = {
  app: App;
  mouth: Mouth;
  pace: Pace;
  line: Line;
  busy: Map<number, Promise<void>>;
  token: bigint;
  start(what: Paced, work: Promise<void>): void;
};

/** Starts all that may go out now. Returns how many milliseconds to rest, unless woken. */
async function round({ app, mouth, pace, line, busy, token, start }: Round): Promise<number> {
  if (!(await line.isUp())) return DOWN;
  const at = app.clock.now();
  let rest = REST;
  const fits = (what: Paced) => {
    if (busy.size >= AT_ONCE) return false;
    const wait = pace.wait(what, app.clock.now().getTime());
    if (wait > 0) rest = Math.min(rest, wait);
    return wait === 0 && !busy.has(what.chatId);
  };

  for (const row of await dueRows(app.db, at, [...busy.keys()])) {
    const what = { ...row, weight: row.kind } as const;
    if (fits(what)) start(what, sendRow({ app, mouth, pace, line, token }, row));
  }
  for (const card of await staleCards(app.db, at, [...busy.keys()])) {
    const what = { ...card, weight: "edit" } as const;
    if (fits(what)) start(what, drawCard({ app, mouth, pace, line, token }, card));
  }

  const next = await nextDue(app.db, at);
  return Math.max(1, Math.min(rest, next ? next.getTime() - at.getTime() : REST));
}

type Way = Pick<Round, "app" | "mouth" | "pace" | "line" | "token">;

async function sendRow({ app, mouth, pace, line, token }: Way, row: Due) {
  if (!(await claim(app, row.id, token))) return;
  await mouth.send(row).then(
    (messageId) => recordSent(app, row, messageId),
    (error: unknown) => {
      line.tried(error);
      return recordFailure({ app, pace }, row, error);
    },
  );
}

async function drawCard({ app, mouth, pace, line }: Way, card: Stale) {
  await mouth.draw(card).then(
    () => recordDrawing({ app, pace }, card),
    (error: unknown) => {
      line.tried(error);
      return recordDrawing({ app, pace }, card, error);
    },
  );
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
