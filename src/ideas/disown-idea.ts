import { z } from "zod";
import { partAll } from "../joins/part-ideas.ts";
import { closeAbout } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { show, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

export const DisownIdea = z.object({ idea: RowId });

/** "Bukan ide saya": the writer of a message that somebody else recorded, and nobody else, takes the idea away. */
export const disownIdea: UseCase<typeof DisownIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, person, now } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  if (!idea.recordedById || idea.authorId !== person.id) return [toast("idea.ownOnly", {}, true)];

  if (idea.ownedAt) return [toast("idea.owned", { code: codeOf(lab, idea) }, true)];

  await db.idea.update({ where: { id }, data: { state: "withdrawn" } });
  const removal = { ideaId: id, personId: person.id, kind: "disowned", reason: "notMine", at: now };
  await db.removal.create({ data: removal });
  await closeAbout(scene, idea);
  const joins = await db.join.findMany({ where: { ideaId: id, undoneAt: null } });
  const kept = joins.map(({ intoId }) => show(intoId));
  const parted = await partAll(scene, id);
  return [toast("idea.withdrawn", { code: codeOf(lab, idea) }), show(id), ...kept, ...parted];
};
