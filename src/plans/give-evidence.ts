import { z } from "zod";
import type { FileGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import { openForm } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { evidenceOf, type Shown } from "./plan.ts";
import { mayPlan } from "./plan-idea.ts";

/** So many characters of a note are kept, and of all that a step has. */
const LETTERS = 500;
const MOST = 3000;

export const AskEvidence = z.object({ step: RowId });
export const SkipEvidence = z.object({ draft: RowId });

/** `Beri bukti` on a step that is done: asks for a photo, a document, a link or a sentence. */
export const askEvidence: UseCase<typeof AskEvidence, LabScene> = async (scene, { step: id }) => {
  const found = await find(scene, id);
  if (!found) return [toast("plan.missing", {}, true)];
  if (!mayPlan(scene, found.idea)) return [toast("plan.notYours", {}, true)];
  const about = await openForm(scene, "evidence", { idea: found.idea.id, step: id });
  return [say("plan.askEvidence", { draft: about.id, what: found.step.what }, { about })];
};

/** What shows that the step is done, beside what did before. It stays when the step turns out not to be done after all. */
export async function answerEvidence(
  scene: LabScene,
  state: unknown,
  text: string,
  files: FileGiven[],
): Promise<Saying[]> {
  const { step: id = 0 } = (state ?? {}) as { step?: number };
  const found = await find(scene, id);
  if (!found) return [say("plan.missing", {})];
  if (!mayPlan(scene, found.idea)) return [say("plan.notYours", {})];
  await keepFiles(scene, files, { planItemId: id });
  const note = [...text.trim()].slice(0, LETTERS).join("");
  const all = [found.step.evidenceNote, note].filter(Boolean).join("\n").slice(0, MOST);
  if (note) await scene.db.planItem.update({ where: { id }, data: { evidenceNote: all } });
  const kept = await find(scene, id);
  const args = { step: id, code: codeOf(scene.lab, found.idea), what: found.step.what };
  return [
    say("plan.evidenceKept", { ...args, ...evidenceOf(kept?.step ?? found.step) }),
    show(found.idea.id),
  ];
}

/** `Lewati`: the step is done without. */
export const skipEvidence: UseCase<typeof SkipEvidence, LabScene> = async (scene, { draft: id }) => {
  const { db, person, now } = scene;
  const open = { id, personId: person.id, kind: "evidence", doneAt: null };
  const draft = await db.draft.findFirst({ where: open });
  const found = draft && (await find(scene, Number((draft.state as { step?: number }).step ?? 0)));
  if (!found) return [toast("idea.formClosed", {})];
  await db.draft.update({ where: { id }, data: { doneAt: now } });
  return [turn("plan.noEvidence", { what: found.step.what })];
};

async function find({ db, lab }: LabScene, id: number): Promise<{ step: Shown; idea: Told } | undefined> {
  const step = await db.planItem.findFirst({
    where: { id, idea: { labId: lab.id, state: "posted" } },
    include: { evidence: { select: { id: true } } },
  });
  const idea = step && (await findIdea(db, lab, step.ideaId));
  return idea ? { step, idea } : undefined;
}
