import type { App } from "../app.ts";
import { type Due, dueRows, nextDue, type Stale, staleCards } from "./due.ts";
import type { Line } from "./line.ts";
import type { Pace, Paced } from "./pace.ts";
import { claim, recordFailure, recordSent } from "./record.ts";
import { recordDrawing } from "./record-drawing.ts";

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
/** How long until a line that is down is tried again, in milliseconds. */
const DOWN = 2_000;

/** What a round needs; `start` notes that work goes on in a chat. */
export type Round = {
  app: App;
  mouth: Mouth;
  pace: Pace;
  line: Line;
  busy: Map<number, Promise<void>>;
  token: bigint;
  start(what: Paced, work: Promise<void>): void;
};

/** Starts all that may go out now. Returns how many milliseconds to rest, unless woken. */
export async function round({ app, mouth, pace, line, busy, token, start }: Round): Promise<number> {
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
