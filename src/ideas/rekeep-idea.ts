import { z } from "zod";
import { owns } from "../authors/own-idea.ts";
import { RowId } from "../row-id.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { keptOf } from "./keep-idea.ts";

export const RekeepIdea = z.object({ idea: RowId });

/** `Kembalikan` after `Jangan kirim`: it is its author's draft again. */
export const rekeepIdea: UseCase<typeof RekeepIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || !owns(scene, idea)) return [toast("idea.ownOnly", {}, true)];
  const removals = await db.removal.count({ where: { ideaId: id, undoneAt: null } });
  if (idea.state !== "withdrawn" || idea.postedAt || removals > 0) return [toast("person.oldButton", {})];
  await db.idea.update({ where: { id }, data: { state: "draft" } });
  return [turn("idea.kept", await keptOf(scene, idea, []))];
};
