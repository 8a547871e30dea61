import { z } from "zod";
import type { Db } from "../db.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { funnelAt } from "./funnel.ts";
import { gates, isStage, nextOf, type Record_, type Stage } from "./stage.ts";

export const ShowStage = z.object({ idea: z.number() });
export const OpenStage = z.object({ idea: RowId });
export const ShowFunnel = z.object({ text: z.string() });

/** `/tahap` on a card or with a code: where the idea is, what is there and what is missing. */
export const showStage: UseCase<typeof ShowStage, LabScene> = async (scene, { idea: id }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (idea?.state !== "posted") return [say("idea.missing", {})];
  return [aside("stage.shown", await stageOf(scene, idea))];
};

/** `Tahap` under an idea's details. */
export const openStage: UseCase<typeof OpenStage, LabScene> = async (scene, { idea: id }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  return [aside("stage.shown", await stageOf(scene, idea))];
};

/** Bare `/tahap`: how many ideas are in which stage now. */
export const showFunnel: UseCase<typeof ShowFunnel, LabScene> = async ({ db, lab, now }) => [
  aside("stage.funnel", { lab: lab.name, stages: await funnelAt(db, lab, now) }),
];

export const stageIn = ({ stage }: Pick<Told, "stage">): Stage => (isStage(stage) ? stage : "diagnose");

export async function stageOf({ db, lab }: LabScene, idea: Told) {
  const stage = stageIn(idea);
  const { met, missing } = await weigh(db, idea);
  const next = nextOf(stage);
  return {
    ...{ idea: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title, stage },
    ...{ met, missing, next: next ? [{ stage: next }] : [] },
  };
}

/** What the gate of an idea's stage asks for: what of it is there, and what is missing. */
export async function weigh(db: Db, idea: Told) {
  const has = await recordOf(db, idea);
  const needs = gates[stageIn(idea)];
  const named = (met: boolean) => needs.filter((need) => need.met(has) === met).map(({ name }) => ({ name }));
  return { met: named(true), missing: named(false) };
}

async function recordOf(db: Db, idea: Told): Promise<Record_> {
  const of = { ideaId: idea.id };
  const [mentorFeedback, steps, stepsDone, commitments] = await Promise.all([
    db.feedback.count({ where: { ...of, role: "mentor", withdrawnAt: null } }),
    db.planItem.count({ where: of }),
    db.planItem.count({ where: { ...of, doneAt: { not: null } } }),
    db.commitment.count({ where: { ...of, cancelledAt: null } }),
  ]);
  return { idea, mentorFeedback, steps, stepsDone, commitments };
}
