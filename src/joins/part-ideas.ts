import { z } from "zod";
import type { Join } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { showWithOrigin } from "../ideas/remove-idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { codesOf, tellJoin } from "./join-ideas.ts";

export const UnjoinIdeas = z.object({ join: RowId });

/** Takes the link away: all is as it was before, and what came since stays where it came. */
export const unjoinIdeas: UseCase<typeof UnjoinIdeas, LabScene> = async (scene, { join: id }) => {
  const { db, lab } = scene;
  const link = await db.join.findFirst({ where: { id, undoneAt: null, idea: { labId: lab.id } } });
  const parted = link && (await part(scene, link));
  if (!parted) return [toast("person.oldButton", {})];
  return [turn("idea.unjoined", parted.args), ...parted.sayings];
};

/** An idea goes out of sight: those that were joined to it come back to their own, rather than vanish with it. */
export async function partAll(scene: LabScene, intoId: number): Promise<Saying[]> {
  const links = await scene.db.join.findMany({ where: { intoId, undoneAt: null } });
  const sayings: Saying[] = [];
  for (const link of links) sayings.push(...((await part(scene, link))?.sayings ?? []));
  return sayings;
}

async function part(scene: LabScene, { id: joinId, ideaId, intoId }: Join) {
  const { db, lab, now } = scene;
  const [other, kept] = [await findIdea(db, lab, ideaId), await findIdea(db, lab, intoId)];
  if (!other || !kept) return undefined;
  await db.join.update({ where: { id: joinId }, data: { undoneAt: now } });
  await db.idea.updateMany({ where: { id: ideaId, state: "joined" }, data: { state: "posted" } });
  await db.vote.deleteMany({ where: { joinId } });
  await db.follow.deleteMany({ where: { joinId } });
  const args = codesOf(lab, other, kept);
  const told = tellJoin(scene, [other, kept], "idea.wasUnjoined", args);
  return { args, sayings: [...showWithOrigin(other), show(intoId), ...told] };
}
