import { z } from "zod";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { dueOf } from "./plan.ts";
import { findSteps, mayPlan, type OpenPlan, planOf } from "./plan-idea.ts";

export const RemoveStep = z.object({ step: RowId });
export const RestoreStep = z.object({ draft: RowId });

/** A step as it was when it was removed, and the files that showed that it was done. */
const Removed = z.object({
  idea: z.number(),
  files: z.array(z.number()),
  step: z.object({
    ...{ id: z.number(), ideaId: z.number(), what: z.string(), who: z.string(), dueOn: z.coerce.date() },
    ...{ remindAt: z.coerce.date().nullable(), createdAt: z.coerce.date() },
    ...{ doneAt: z.coerce.date().nullable(), doneById: z.number().nullable() },
    evidenceNote: z.string().nullable(),
  }),
});

/** `Hapus langkah`: which one? */
export const pickStep: UseCase<typeof OpenPlan, LabScene> = async (scene, { idea: id }) => {
  const { db, lab } = scene;
  const idea = await findPlanned(scene, id);
  if (!idea) return [toast("plan.notYours", {}, true)];
  const items = (await findSteps(db, id)).map((step, n) => ({
    ...{ id: step.id, n: n + 1, what: step.what, due: dueOf(step, lab.zone) },
  }));
  if (items.length === 0) return [toast("plan.missing", {}, true)];
  return [turn("plan.pickStep", { idea: id, code: codeOf(lab, idea), items })];
};

/** It leaves the plan; what it was is kept, so that it can come back. */
export const removeStep: UseCase<typeof RemoveStep, LabScene> = async (scene, { step: id }) => {
  const { db, lab, person, chat, now } = scene;
  const found = await db.planItem.findUnique({ where: { id }, include: { evidence: true } });
  if (!found) return [toast("plan.missing", {}, true)];
  const idea = await findPlanned(scene, found.ideaId);
  if (!idea) return [toast("plan.notYours", {}, true)];
  const { evidence, ...step } = found;
  const files = evidence.map((file) => file.id);
  const state = JSON.parse(JSON.stringify({ idea: idea.id, files, step }));
  const kept = { personId: person.id, chatId: chat.id, kind: "removedStep", state };
  const draft = await db.draft.create({ data: { ...kept, createdAt: now, doneAt: now } });
  await db.attachment.updateMany({ where: { id: { in: files } }, data: { planItemId: null } });
  await db.planItem.delete({ where: { id } });
  const args = { idea: idea.id, code: codeOf(lab, idea), what: step.what, due: dueOf(step, lab.zone) };
  return [turn("plan.removed", { ...args, draft: draft.id }), show(idea.id)];
};

/** `Kembalikan`: the step is back as it was, with its files. */
export const restoreStep: UseCase<typeof RestoreStep, LabScene> = async (scene, { draft: id }) => {
  const { db } = scene;
  const draft = await db.draft.findFirst({ where: { id, kind: "removedStep" } });
  const kept = Removed.safeParse(draft?.state);
  if (!kept.success) return [toast("plan.missing", {}, true)];
  const { step, files } = kept.data;
  const idea = await findPlanned(scene, step.ideaId);
  if (!idea) return [toast("plan.notYours", {}, true)];
  if ((await db.planItem.count({ where: { id: step.id } })) > 0) return [toast("person.oldButton", {})];
  await db.planItem.create({ data: step });
  await db.attachment.updateMany({ where: { id: { in: files } }, data: { planItemId: step.id } });
  const { key, args } = await planOf(scene, idea);
  return [turn(key, args as never), show(idea.id)];
};

/** An idea whose plan this person may write. */
async function findPlanned(scene: LabScene, id: number): Promise<Told | undefined> {
  const idea = await findIdea(scene.db, scene.lab, id);
  return idea?.state === "posted" && mayPlan(scene, idea) ? idea : undefined;
}
