import type { App } from "../app.ts";
import { ownersOf, writtenBy } from "../authors/own-idea.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import { codeOf } from "../ideas/idea.ts";
import { once } from "../once.ts";
import { tell } from "../sayings.ts";
import { dueOf, morningOf } from "./plan.ts";

const AT_ONCE = 200;

/** Reminds authors of what they planned: the morning before, and once when the day has passed. */
export async function remindPlans(app: App): Promise<void> {
  const now = app.clock.now();
  const due = await app.db.planItem.findMany({
    where: { doneAt: null, remindAt: { lte: now }, idea: { state: "posted" } },
    ...{ orderBy: { id: "asc" }, take: AT_ONCE, select: { id: true, remindAt: true } },
  });
  await each(app, due, ({ id, remindAt }) =>
    once(app, { key: `plan:${id}:${remindAt?.toISOString()}` }, (db, at) => remind(db, id, at)),
  );
}

async function remind(db: Db, id: number, now: Date) {
  const item = await db.planItem.findUnique({
    where: { id },
    include: { idea: { include: { lab: true, ...writtenBy } } },
  });
  if (!item || item.doneAt) return { origin: {}, sayings: [] };
  const { lab } = item.idea;
  const after = morningOf(item, lab.zone, 1);
  const late = now >= after;
  await db.planItem.update({ where: { id }, data: { remindAt: late ? null : after } });
  // On the day itself it is too late for "tomorrow", and too early for "it has passed".
  if (!late && now >= morningOf(item, lab.zone, 0)) return { origin: {}, sayings: [] };
  const args = { code: codeOf(lab, item.idea), what: item.what, due: dueOf(item, lab.zone) };
  const who = item.who ? [{ name: item.who }] : [];
  const about = { about: "idea", id: item.ideaId } as const;
  const key = late ? "plan.late" : "plan.soon";
  const sayings = ownersOf(item.idea).map((personId) => tell({ personId }, key, { ...args, who }, { about }));
  return { origin: { lab }, sayings };
}
