import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import { once } from "../once.ts";
import { morningOf } from "../plans/plan.ts";
import { tell } from "../sayings.ts";
import { promisedOf, SEEN } from "./find-commitments.ts";

const AT_ONCE = 200;

/** Reminds leaders of what they promised, or took over: the morning before, and once when the day has passed. */
export async function remindCommitments(app: App): Promise<void> {
  const now = app.clock.now();
  const due = await app.db.commitment.findMany({
    where: { keptAt: null, cancelledAt: null, remindAt: { lte: now } },
    ...{ orderBy: { id: "asc" }, take: AT_ONCE, select: { id: true, remindAt: true } },
  });
  await each(app, due, ({ id, remindAt }) =>
    once(app, { key: `commitment:${id}:${remindAt?.toISOString()}` }, (db, at) => remind(db, id, at)),
  );
}

async function remind(db: Db, id: number, now: Date) {
  const found = await db.commitment.findUniqueOrThrow({
    where: { id },
    include: { lab: true, person: true, idea: true },
  });
  const { lab, idea, person, keeperId } = found;
  const personId = keeperId ?? person.id;
  if (found.keptAt || found.cancelledAt) return { origin: {}, sayings: [] };
  const after = morningOf(found, lab.zone, 1);
  const late = now >= after;
  await db.commitment.update({ where: { id }, data: { remindAt: late ? null : after } });
  const unseen = idea && !SEEN.in.includes(idea.state);
  // On the day itself it is too late for "tomorrow", and too early for "it has passed".
  if (unseen || (!late && now >= morningOf(found, lab.zone, 0))) return { origin: {}, sayings: [] };
  const about = idea ? ({ about: { about: "idea", id: idea.id } } as const) : {};
  const key = late ? "commitment.late" : "commitment.soon";
  const made = keeperId === null ? [] : [{ name: person.name }];
  const args = { ...promisedOf(found, lab, now), made };
  return { origin: { lab }, sayings: [tell({ personId }, key, args, about)] };
}
