import type { App } from "../app.ts";
import type { Due, Stale } from "./due.ts";
import type { Lease } from "./lease.ts";
import type { Line } from "./line.ts";
import type { Pace } from "./pace.ts";

/** What became of a row: the message's id, if it became one, and whether more of it is still to be said. */
export type Sent = { messageId: number | undefined; more: boolean };

/**
 * How Telegram is spoken to. What is to be said in a row, or in the next part of a long one, is prepared first, and so
 * is a card that is drawn anew; what is returned then says it at once, in one call.
 */
export type Mouth = {
  send(row: Due): Promise<() => Promise<Sent>>;
  draw(card: Stale): Promise<() => Promise<unknown>>;
  /** Asks for something that changes nothing, to see whether Telegram can be reached. */
  probe(): Promise<unknown>;
};

/** All that stands between a row and Telegram. */
export type Way = { app: App; mouth: Mouth; pace: Pace; line: Line; lease: Lease };

/** One thing's way; `leaves` is told right before the call. */
export type OneWay = Way & { leaves(): void };
