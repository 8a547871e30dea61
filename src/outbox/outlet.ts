import { drawCard } from "./draw-card.ts";
import type { Way } from "./mouth.ts";
import { sendRow } from "./send-row.ts";
import type { Turn } from "./turns.ts";

/** The longest rest between two looks at the store, in milliseconds. */
export const REST = 15_000;
/** So many calls are under way at once, at the most: thirty a second, on a line that takes more than a second. */
const AT_ONCE = 40;

/** A call that took longer was taken by Telegram some time before its answer, at the most so many milliseconds. */
const TRAVEL = 200;

/** Where messages go out: one at a time in a chat, many chats at once, never faster than Telegram allows. */
export type Outlet = {
  /** Begins what may go out now. Returns what has to wait, and for how many milliseconds at least. */
  begin(turns: Turn[], token: bigint): { left: Turn[]; rest: number };
  /** The chats in which something is under way. */
  busy(): number[];
  settled(): Promise<unknown>;
};

/** @param done is told when a turn is over, whatever became of it */
export function createOutlet(way: Way, done: (turn: Turn) => void): Outlet {
  const { app, pace } = way;
  const busy = new Map<number, Promise<void>>();
  const now = () => app.clock.now().getTime();

  const begin = (turn: Turn, token: bigint) => {
    const { paced, what } = turn;
    const release = pace.reserve(now());
    let left: number | undefined;
    const leaves = () => {
      left = now();
    };
    const one = { ...way, leaves };
    const work = ("row" in what ? sendRow(one, what.row, token) : drawCard(one, what.card, token))
      .catch((err: unknown) => app.log.error({ err }, "outbox row not recorded"))
      .finally(() => {
        release();
        if (left !== undefined) pace.sent(paced, Math.max(left, now() - TRAVEL));
        if (left !== undefined) pace.arrived(paced, now());
        busy.delete(paced.chatId);
        done(turn);
      });
    busy.set(paced.chatId, work);
  };

  return {
    busy: () => [...busy.keys()],
    settled: () => Promise.allSettled(busy.values()),
    begin(turns, token) {
      let rest = REST;
      const left = turns.filter((turn) => {
        if (busy.size >= AT_ONCE || busy.has(turn.paced.chatId)) return true;
        const wait = pace.wait(turn.paced, now());
        if (wait === 0) begin(turn, token);
        else rest = Math.min(rest, wait);
        return wait > 0;
      });
      return { left, rest };
    },
  };
}
