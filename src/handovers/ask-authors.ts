import type { Handover, Idea } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type Saying, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { caredFor } from "./find-members.ts";

/** Anonymous ideas that somebody who goes wrote, or looked after; those of the newcomer need nobody's word. */
export const findAnonymous = async (scene: LabScene, { fromId, toId }: Ends): Promise<Idea[]> =>
  scene.db.idea.findMany({
    where: { ...(await caredFor(scene, fromId, true)), authorId: { not: toId } },
    orderBy: { number: "asc" },
  });

type Ends = Pick<Handover, "fromId" | "toId">;
type Asking = Ends & { id: number; newcomer: string };

/** The author of each is asked, and nobody else: also where a keeper goes, only the author's word moves it on. */
export async function askAuthors(scene: LabScene, { newcomer, ...handover }: Asking): Promise<Saying[]> {
  const ideas = await findAnonymous(scene, handover);
  return [...Map.groupBy(ideas, (idea) => idea.authorId)].map(([personId, theirs]) => {
    const items = theirs.map((idea) => ({ code: codeOf(scene.lab, idea), title: titleOf(idea.text).title }));
    const key = personId === handover.fromId ? "handover.askAnonymous" : "handover.askAuthor";
    return tell({ personId }, key, { handover: handover.id, newcomer, ideas: items });
  });
}
