import { z } from "zod";
import type { Idea } from "../generated/prisma/client.ts";
import { findHolder, findIdea, idsOf } from "../ideas/find-idea.ts";
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

/** `Bukan saya`: who was named takes the own name away, also from what was joined to it; the author hears it. */
export const leaveIdea: UseCase<typeof LeaveIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, person } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const where = { ideaId: { in: idsOf(idea) }, personId: person.id };
  const left = await db.coAuthor.findMany({ where, include: { idea: true }, orderBy: { ideaId: "asc" } });
  if (left.length === 0) return [toast("person.oldButton", {})];
  await db.coAuthor.deleteMany({ where });
  const holder = (await findHolder(db, lab, id)) ?? idea;
  return [
    turn("coauthor.left", namesOf(lab, idea)),
    show(holder.id),
    ...left.map((one) =>
      tell({ personId: one.idea.keeperId ?? one.idea.authorId }, "coauthor.declined", {
        ...{ ...namesOf(lab, one.idea), who: person.name },
      }),
    ),
  ];
};

const namesOf = (lab: LabScene["lab"], idea: Idea) => ({
  code: codeOf(lab, idea),
  title: titleOf(idea.text).title,
});
