import { z } from "zod";
import { mayComplete, owns } from "../authors/own-idea.ts";
import type { FileGiven } from "../files/file.ts";
import type { Draft } from "../generated/prisma/client.ts";
import { changeBack } from "../ideas/change-back.ts";
import { mayChange } from "../ideas/change-idea.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, toast } from "../sayings.ts";
import { drawTalk } from "../talk/draw-talk.ts";
import { keepTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { closeQuestions, stateOf } from "./ask-question.ts";
import { ILLUSTRATION } from "./illustrate-idea.ts";
import { isQuestionKind } from "./question.ts";

export const RetractAnswer = z.object({ draft: RowId });

/** `Bukan jawaban`: what was taken for an answer is plain words again, and the idea is as it was. */
export const retractAnswer: UseCase<typeof RetractAnswer, LabScene> = async (scene, { draft: id }) => {
  const { db, lab, person } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, doneAt: { not: null } } });
  const { idea: ideaId, answer, files = [] } = draft ? stateOf(draft) : {};
  const idea = ideaId ? await findIdea(db, lab, ideaId) : undefined;
  if (!draft || !idea || answer === undefined) return [toast("person.oldButton", {})];
  const undone = await undo(scene, idea, draft);
  if (!undone) return [toast("person.oldButton", {})];
  await db.draft.update({ where: { id }, data: { state: { idea: idea.id } } });
  await closeQuestions(scene, idea);
  const notTo = isQuestionKind(draft.kind) ? { notTo: { idea: idea.id, kind: draft.kind } } : {};
  const talk = await keepTalk(scene, { text: answer, files, forwarded: false }, notTo);
  const drawn = await drawTalk(db, talk.id);
  return drawn ? [{ do: "turn", what: drawn }, ...undone] : undone;
};

/** Files that came along are the idea's no more. */
async function partFrom({ db, person }: LabScene, idea: Told, files: FileGiven[]): Promise<Saying[]> {
  const given = files.map(({ uniqueId }) => uniqueId);
  const where = { ideaId: idea.id, personId: person.id, uniqueId: { in: given } };
  await db.attachment.deleteMany({ where });
  return [show(idea.id)];
}

/** Puts back what stood there before; nothing where it was changed since. */
async function undo(scene: LabScene, idea: Told, draft: Draft): Promise<Saying[] | undefined> {
  const { db } = scene;
  const { answer, before = null, files = [] } = stateOf(draft);
  if (draft.kind === ILLUSTRATION) return partFrom(scene, idea, files);
  if (isQuestionKind(draft.kind)) {
    if (idea[draft.kind] !== answer || !mayComplete(scene, idea)) return undefined;
    await db.idea.update({ where: { id: idea.id }, data: { [draft.kind]: before } });
    return files.length > 0 ? partFrom(scene, idea, files) : [];
  }
  if (draft.kind !== "change" || before === null || idea.text !== answer) return undefined;
  if (!owns(scene, idea) || !mayChange(idea)) return undefined;
  const changed = await changeBack(scene, idea, before);
  return files.length > 0 ? [...changed, ...(await partFrom(scene, idea, files))] : changed;
}
