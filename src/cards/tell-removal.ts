import { isOwn } from "../authors/own-idea.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { aside, type Saying } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";

/** What its author reads of an idea that is out of sight: why, and how it comes back. Nothing to others. */
export async function tellRemoval(scene: LabScene, idea: Told): Promise<Saying[] | undefined> {
  const { db, lab, person } = scene;
  if (!["withdrawn", "hidden"].includes(idea.state) || !isOwn(person, idea)) return undefined;
  const removal = await db.removal.findFirst({
    where: { ideaId: idea.id, undoneAt: null },
    orderBy: { id: "desc" },
  });
  if (!removal) return undefined;
  const { kind, reason } = removal;
  const named = { code: codeOf(lab, idea), title: titleOf(idea.text).title };
  if (kind === "hidden") return [aside("idea.wasHidden", { ...named, reason })];
  if (kind === "withdrawn")
    return [aside("idea.removed", { id: idea.id, ...named, kind, reason, trust: [] })];
  const whom = idea.anonymous ? { named: [], anonymous: [{}] } : { named: [{}], anonymous: [] };
  return kind === "declined" ? [aside("idea.declined", { ...named, reason, ...whom })] : undefined;
}
