import { z } from "zod";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type AddCoAuthor, findToShare, peopleOf } from "./add-coauthor.ts";

export const LeaveIdea = z.object({ idea: RowId });

/** A co-author's button on the list: no co-author any more. */
export const removeCoAuthor: UseCase<typeof AddCoAuthor, LabScene> = async (
  scene,
  { idea: id, person: personId },
) => {
  const { db, lab } = scene;
  const idea = await findToShare(scene, id);
  if ("refused" in idea) return idea.refused;
  await db.coAuthor.deleteMany({ where: { ideaId: id, personId } });
  const changed = (await findIdea(db, lab, id)) ?? idea;
  return [turn("coauthor.shown", await peopleOf(scene, changed)), show(id)];
};

/** `Bukan saya`: who was named takes the own name away; the author hears it. */
export const leaveIdea: UseCase<typeof LeaveIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, person } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const { count } = await db.coAuthor.deleteMany({ where: { ideaId: id, personId: person.id } });
  if (count === 0) return [toast("person.oldButton", {})];
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title };
  const author = { personId: idea.keeperId ?? idea.authorId };
  return [
    turn("coauthor.left", args),
    show(id),
    tell(author, "coauthor.declined", { ...args, who: person.name }),
  ];
};
