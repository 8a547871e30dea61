import { DIGEST } from "../../src/outbox/due.ts";
import { CUTS } from "../../src/outbox/recover-cut.ts";
import { type Entry, readJournal } from "./journal.ts";
import type { Killable } from "./killable.ts";

/** What became of all messages. */
export type Account = {
  /** How many were to be said, and how many Telegram took. */
  toSay: number;
  taken: number;
  /** How often a sending was cut off: nobody noted what became of it. */
  cut: number;
  /** How many of those Telegram had taken, so that it was said once more. */
  cutAfterTaken: number;
  /** How many digests were cut twice without ever having been taken: nobody can know, and a third try may be one too many. */
  givenUp: number;
  /** What must not be. Each line tells of one message. */
  wrong: string[];
};

type Row = { id: bigint; key: string; priority: number; state: string; part: number };

/** Two clocks of one machine: the database's counts finer. In milliseconds. */
const GRAIN = 2;

/**
 * Compares what the outbox meant to say, what the database wrote down, and what Telegram took. What was cut too often
 * is not tried once more, and stays uncertain: then it has to have been said, but for a digest.
 */
export async function account({ db, calls }: Killable): Promise<Account> {
  const rows = await db.$queryRaw<Row[]>`
    select id, key, priority, state, part from "Outbox" where kind = 'message' and state <> 'cancelled' order by id`;
  const entries = await readJournal(db);
  const taken = calls.taken();
  const { byRow, strays } = whose(taken, entries);
  const cuts = Map.groupBy(entries.filter(isCut), ({ outbox }) => outbox);
  const wrong = [
    ...strays,
    ...entries.filter(isWrong).map(({ outbox, was, state }) => `${outbox}: ${was} to ${state}`),
  ];
  let [cutAfterTaken, givenUp] = [0, 0];
  for (const { id, key, priority, state, part } of rows) {
    const times = byRow.get(id) ?? 0;
    const cut = cuts.get(id)?.length ?? 0;
    const parts = part + 1;
    const tell = (what: string) =>
      wrong.push(`${id} ${key}: ${what} (taken ${times} times, cut ${cut} times)`);
    const digest = priority === DIGEST;
    const enough = state === "uncertain" && cut >= CUTS[digest ? "digest" : "answer"];
    if (state !== "sent" && !enough) tell(`is ${state}`);
    if (times < parts && enough && digest) givenUp++;
    else if (times < parts) tell("was not said");
    if (times > parts + cut) tell("was said again without having been cut");
    cutAfterTaken += Math.max(0, times - parts);
  }
  const cut = entries.filter(isCut).length;
  return { toSay: rows.length, taken: taken.length, cut, cutAfterTaken, givenUp, wrong };
}

/** A row that was being sent is to be sent again, or given up, and no part of it is known to have been sent. */
const isCut = ({ was, state, further }: Entry) => was === "sending" && state !== "sent" && !further;

/** What was said is never said again. */
const isWrong = ({ was, state }: Entry) => was === "sent" || (was === state && state === "sending");

/** To which row each message belongs: in a chat one is sent at a time, so it is the last that had been begun. */
function whose(taken: { chat: number; at: number }[], entries: Entry[]) {
  const begun = Map.groupBy(
    entries.filter(({ state }) => state === "sending"),
    ({ chat }) => Number(chat),
  );
  const byRow = new Map<bigint, number>();
  const strays: string[] = [];
  for (const { chat, at } of taken) {
    const row = begun.get(chat)?.findLast((entry) => entry.at <= at + GRAIN)?.outbox;
    if (row === undefined) strays.push(`something was said in ${chat} that nobody had begun to send`);
    else byRow.set(row, (byRow.get(row) ?? 0) + 1);
  }
  return { byRow, strays };
}
