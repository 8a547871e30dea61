import type { Saying } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { changeIdea, rewrite } from "./change-idea.ts";
import type { Told } from "./find-idea.ts";

/** What was no new words at all: the old ones stand again, as if they had never been replaced. */
export async function changeBack(scene: LabScene, idea: Told, before: string): Promise<Saying[]> {
  const { db } = scene;
  const ideaId = idea.id;
  const last = await db.version.findFirst({ where: { ideaId }, orderBy: { number: "desc" } });
  if (last?.text !== before) return changeIdea(scene, idea, before);
  const { number } = last;
  await db.version.delete({ where: { ideaId_number: { ideaId, number } } });
  await db.feedback.updateMany({ where: { ideaId, version: { gt: number } }, data: { version: number } });
  return rewrite(scene, idea, before);
}
