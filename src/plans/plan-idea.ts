import { z } from "zod";
import { owns } from "../authors/own-idea.ts";
import { answerElsewhere } from "../exchange/show-foreign.ts";
import type { Answered } from "../forms/answered.ts";
import { askAgain, openForm } from "../forms/open-form.ts";
import { findIdea, type Told, withoutCode } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, say, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addSteps } from "./add-steps.ts";
import { stepOf } from "./plan.ts";

export const PlanIdea = z.object({ idea: z.number(), text: z.string() });
export const AskWhich = z.object({ text: z.string() });
export const OpenPlan = z.object({ idea: RowId });
export const TickStep = z.object({ step: RowId, done: z.enum(["yes", "no"]) });

/** `/rencana` on a card or with a code: the plan; with text, a line for each step, more of it. */
export const planIdea: UseCase<typeof PlanIdea, LabScene> = async (scene, { idea: id, text }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea) return (await answerElsewhere(scene, text)) ?? [say("idea.missing", {})];
  if (idea.state !== "posted") return [say("idea.missing", {})];
  const steps = withoutCode(text);
  if (steps === "") return [await shown(scene, idea, aside)];
  const said = await answerPlan(scene, idea, steps);
  if (!("again" in said)) return said;
  return askAgain(said.again, await openForm(scene, "plan", { idea: id }));
};

/** `/rencana` without an idea. */
export const askWhich: UseCase<typeof AskWhich, LabScene> = async () => [say("plan.which", {})];

/** `Rencana` under an idea's details. */
export const openPlan: UseCase<typeof OpenPlan, LabScene> = async (scene, { idea: id }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  return [await shown(scene, idea, aside)];
};

/** `Tambah langkah`: asks for them. */
export const askSteps: UseCase<typeof OpenPlan, LabScene> = async (scene, { idea: id }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  if (!mayPlan(scene, idea)) return [toast("plan.notYours", {}, true)];
  const about = await openForm(scene, "plan", { idea: id });
  return [say("plan.ask", { code: codeOf(lab, idea) }, { about })];
};

/** The steps that somebody wrote, and the plan with them; or what was not understood. */
export async function answerPlan(scene: LabScene, idea: Told, text: string): Promise<Answered> {
  if (!mayPlan(scene, idea)) return [say("plan.notYours", {})];
  const refused = await addSteps(scene, idea, text);
  return refused ? { again: refused } : [await shown(scene, idea, say), show(idea.id)];
}

/** A step is done, or is not after all: one press each. */
export const tickStep: UseCase<typeof TickStep, LabScene> = async (scene, { step: id, done }) => {
  const { db, lab, person, now } = scene;
  const step = await db.planItem.findFirst({ where: { id, idea: { labId: lab.id, state: "posted" } } });
  const idea = step && (await findIdea(db, lab, step.ideaId));
  if (!idea) return [toast("plan.missing", {}, true)];
  if (!mayPlan(scene, idea)) return [toast("plan.notYours", {}, true)];
  const data = done === "yes" ? { doneAt: now, doneById: person.id } : { doneAt: null, doneById: null };
  await db.planItem.update({ where: { id }, data });
  const { key, args } = await planOf(scene, idea);
  return [turn(key, args as never), show(idea.id)];
};

/** Whose it is, a facilitator, a mentor. */
export const mayPlan = (scene: LabScene, idea: Told) =>
  owns(scene, idea) || scene.roles.includes("facilitator") || scene.roles.includes("mentor");

async function shown(scene: LabScene, idea: Told, how: typeof say): Promise<Saying> {
  const { key, args } = await planOf(scene, idea);
  return how(key, args as never);
}

/** The plan as it stands, or that there is none. */
export async function planOf(scene: LabScene, idea: Told) {
  const { db, lab, now } = scene;
  const items = await findSteps(db, idea.id);
  const head = {
    idea: idea.id,
    code: codeOf(lab, idea),
    title: titleOf(idea.text).title,
    mine: mayPlan(scene, idea),
  };
  if (items.length === 0) return { key: "plan.empty", args: head } as const;
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  const steps = items.map((item, n) => stepOf(item, n, lab, now));
  return { key: "plan.shown", args: { ...head, done, total: items.length, items: steps } } as const;
}

/** A plan's steps, in the order in which they are numbered. */
export const findSteps = (db: LabScene["db"], ideaId: number) =>
  db.planItem.findMany({
    where: { ideaId },
    ...{ orderBy: [{ dueOn: "asc" }, { id: "asc" }], include: { evidence: { select: { id: true } } } },
  });
