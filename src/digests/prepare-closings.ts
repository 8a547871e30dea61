import type { Db } from "../db.ts";
import { findChoices, type Leader } from "../decisions/find-choices.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { type Count, countPeriods } from "./count-periods.ts";
import { findMoved } from "./find-moved.ts";
import { closingPeriod, type Rhythm } from "./period.ts";

/** A lab whose period is over. */
export type Due = Rhythm & Pick<Lab, "id" | "name" | "periodFrom" | "periodTo">;

/** A period to close: when the next one ends, what was counted, what moved, and what its leaders, by their ids, can decide on. */
export type Closing = {
  lab: Due;
  from: Date;
  to: Date;
  next: Date;
  count: Count;
  /** Ideas that moved, newest first. */
  moved: number[];
  choices: Map<number, number[]>;
};

/** So many ideas a leader is asked to decide on, at the most. */
export const CHOICES = 3;

/** Reads, for all labs that are due at once, what their digests are about. It takes some hundred bytes of memory for each. */
export async function prepareClosings(db: Db, due: Due[], now: Date): Promise<Closing[]> {
  const periods = due.map((lab) => ({ lab, labId: lab.id, ...closingPeriod(lab, now) }));
  const counts = await countPeriods(db, periods);
  const moved = await findMoved(db, periods);
  const choices = await choicesOf(db, due, now);
  return periods.flatMap(({ lab, from, to, next }) => {
    const count = counts.get(lab.id);
    if (!count) return [];
    const more = { moved: moved.get(lab.id) ?? [], choices: choices.get(lab.id) ?? new Map() };
    return [{ lab, from, to, next, count, ...more }];
  });
}

async function choicesOf(db: Db, due: Due[], now: Date) {
  const leaders = await db.$queryRaw<Leader[]>`
    select "labId", "personId" from "Membership"
    where "labId" = any(${due.map(({ id }) => id)}) and 'leader' = any(roles)`;
  const found = await findChoices(db, leaders, { now, most: CHOICES });
  const choices = new Map<number, Map<number, number[]>>();
  for (const [n, { labId, personId }] of leaders.entries()) {
    const ofLab = choices.get(labId) ?? new Map<number, number[]>();
    choices.set(labId, ofLab.set(personId, found[n] ?? []));
  }
  return choices;
}
