import { mayComplete } from "../authors/own-idea.ts";
import { originOf } from "../cards/card.ts";
import type { LabScene } from "../use-case.ts";
import type { Told } from "./find-idea.ts";
import { COMPLETED } from "./idea.ts";

/** The idea that this one came of, where this person may take that back; not while another lab counts it as replicated. */
export async function originsOf(scene: LabScene, idea: Told): Promise<{ id: number; code: string }[]> {
  const { db } = scene;
  if (!idea.inspiredById || !COMPLETED.includes(idea.state) || !mayComplete(scene, idea)) return [];
  if ((await db.replication.count({ where: { copyId: idea.id, undoneAt: null } })) > 0) return [];
  const origin = await db.idea.findUnique({ where: { id: idea.inspiredById }, include: { lab: true } });
  return origin ? [{ id: origin.id, code: originOf(idea, origin).code }] : [];
}
