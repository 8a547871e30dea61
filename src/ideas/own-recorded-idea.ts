import { show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { DisownIdea } from "./disown-idea.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

export const OwnRecordedIdea = DisownIdea;

/** "Ya, ini ide saya": the writer of a recorded message agrees, and a digest need not wait for a day. */
export const ownRecordedIdea: UseCase<typeof OwnRecordedIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, person, now } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || idea.state === "withdrawn") return [toast("idea.missing", {}, true)];
  if (!idea.recordedById || idea.authorId !== person.id) return [toast("idea.ownOnly", {}, true)];
  await db.idea.update({ where: { id }, data: { ownedAt: idea.ownedAt ?? now } });
  return [turn("idea.owned", { code: codeOf(lab, idea) }), show(id)];
};
