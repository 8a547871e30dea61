import assert from "node:assert/strict";
import { Prisma, type Store } from "../src/db.ts";
import { findDue, TOGETHER } from "../src/digests/close-periods.ts";
import { countPeriods } from "../src/digests/count-periods.ts";
import type { Period } from "../src/digests/digest.ts";
import { gatherPeriods } from "../src/digests/gather-periods.ts";
import { type ByHand, byHand } from "./by-hand.ts";
import { DUE } from "./fill.ts";
import { percentile } from "./measure.ts";

const RUNS = 3;

/**
 * How long the digests of a filled database take to compute, in milliseconds: by the statement by hand, and by the
 * bot. In turns, so that what else the machine does hits both; the median of each.
 * Throws when they do not say the same of every lab.
 */
export async function measureSides(db: Store): Promise<{ hand: number; bot: number }> {
  const times = { hand: [] as number[], bot: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    const hand = await timed(() => db.$queryRaw<ByHand[]>(Prisma.raw(byHand)));
    const bot = await timed(() => gatherAll(db));
    assert.deepEqual(bot.result, hand.result.map(figuresByHand));
    times.hand.push(hand.ms);
    times.bot.push(bot.ms);
  }
  return { hand: percentile(times.hand, 0.5), bot: percentile(times.bot, 0.5) };
}

/** As `closePeriods` does it, but that only the figures of each digest are kept. */
async function gatherAll(db: Store): Promise<Figures[]> {
  const due = await findDue(db, DUE);
  const spans = due.map((lab) => ({ lab, labId: lab.id, from: lab.periodFrom, to: lab.periodTo }));
  const counts = await db.transact((tx) => countPeriods(tx, spans));
  const figures: Figures[] = [];
  for (let n = 0; n < spans.length; n += TOGETHER) {
    const some = spans.slice(n, n + TOGETHER).flatMap((span) => {
      const count = counts.get(span.labId);
      return count ? [{ ...span, count }] : [];
    });
    figures.push(...(await db.transact((tx) => gatherPeriods(tx, some))).map(figuresOf));
  }
  return figures;
}

type Figures = Pick<Period, "lab" | "ideas" | "votes" | "feedback" | "decisions" | "unanswered"> & {
  fresh: string[];
  changed: string[];
};

function figuresOf({ lab, ideas, votes, feedback, decisions, unanswered, fresh, changed }: Period): Figures {
  const codes = (lists: { items: { code: string }[] }[]) =>
    lists.flatMap(({ items }) => items.map(({ code }) => code));
  return {
    ...{ lab, ideas, votes, feedback, decisions, unanswered },
    ...{ fresh: codes(fresh), changed: codes(changed) },
  };
}

const figuresByHand = ({ labId, fresh, changed, ...counts }: ByHand): Figures => ({
  ...{ lab: `Lab ${labId}`, ...counts },
  fresh: fresh.map((number) => `L${labId}-${number}`),
  changed: changed.map((number) => `L${labId}-${number}`),
});

/** What work came to, and how long it took, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const from = performance.now();
  const result = await work();
  return { result, ms: performance.now() - from };
}
