import { findSecrets, outside } from "../challenges/find-secrets.ts";
import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { dueOf, todayIn } from "../plans/plan.ts";
import { CROWD } from "../units/unit.ts";
import type { LabScene } from "../use-case.ts";
import type { Short, UnitIdea, UnitStep } from "./digest.ts";

/** So many of each fit in two minutes of reading; steps that are due within so many days. */
const MOST = 5;
const AHEAD = 14;

/** What a substitute takes over: the ideas of the unit, newest first, and what is due for them or for one's own, first what is late. */
export async function findUnitWork(
  scene: LabScene,
): Promise<{ unit: Short<UnitIdea>[]; due: Short<UnitStep>[] }> {
  const unitId = await unitOf(scene);
  const { db, lab, person } = scene;
  const ofUnit = unitId === null ? [] : [{ unitId, ...(await tellable(db, { labId: lab.id, unitId })) }];
  const due = await stepsOf(scene, [...ofUnit, { authorId: person.id }]);
  const [where] = ofUnit;
  return { unit: where ? await ideasOf(scene, where) : [], due };
}

async function unitOf({ db, lab, person }: LabScene): Promise<number | null> {
  const where = { personId_labId: { personId: person.id, labId: lab.id } };
  return (await db.membership.findUnique({ where, select: { unitId: true } }))?.unitId ?? null;
}

/** In a unit of few people an anonymous idea would tell its author. */
async function tellable(db: Db, of: { labId: number; unitId: number }) {
  return (await db.membership.count({ where: of })) >= CROWD ? {} : { anonymous: false };
}

type Where = { unitId: number; anonymous?: boolean } | { authorId: number };

async function ideasOf({ db, lab, bot }: LabScene, of: Where): Promise<Short<UnitIdea>[]> {
  const seen = outside(await findSecrets(db, lab.id));
  const where = { ...of, labId: lab.id, state: "posted", ...seen };
  const count = await db.idea.count({ where });
  const ideas = await db.idea.findMany({ where, orderBy: { postedAt: "desc" }, take: MOST });
  const items = ideas.map((idea) => ({
    ...{ code: codeOf(lab, idea), title: titleOf(idea.text).title, stage: idea.stage },
    link: linkTo(bot, codeOf(lab, idea)),
  }));
  return short(items, count);
}

async function stepsOf({ db, lab, bot, now }: LabScene, of: Where[]): Promise<Short<UnitStep>[]> {
  const today = todayIn(lab.zone, now);
  const until = new Date(`${today.add({ days: AHEAD })}T00:00:00Z`);
  const where = { doneAt: null, dueOn: { lte: until }, idea: { labId: lab.id, state: "posted", OR: of } };
  const count = await db.planItem.count({ where });
  const steps = await db.planItem.findMany({
    ...{ where, include: { idea: true }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: MOST },
  });
  const items = steps.map((step) => ({
    ...{ code: codeOf(lab, step.idea), link: linkTo(bot, codeOf(lab, step.idea)), what: step.what },
    ...{ who: step.who ? [{ name: step.who }] : [], due: dueOf(step, lab.zone) },
    late: step.dueOn < new Date(`${today}T00:00:00Z`) ? "late" : "open",
  }));
  return short(items, count);
}

/** A list of which only so much is shown; nothing where it is empty. */
export const short = <Item>(items: Item[], count: number): Short<Item>[] =>
  items.length === 0 ? [] : [{ items, more: count > items.length ? [{ count: count - items.length }] : [] }];

const linkTo = ({ username }: { username: string }, code: string) =>
  `https://t.me/${username}?start=i_${code}`;
