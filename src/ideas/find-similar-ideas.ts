import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { mostSimilar } from "../language/similar.ts";

/** So many of the newest ideas are compared. */
const NEWEST = 500;
const MOST = 3;

/** The lab's posted ideas that resemble a text, most alike first, three at the most. */
export async function findSimilarIdeas(db: Db, lab: Pick<Lab, "id">, text: string) {
  const others = await db.idea.findMany({
    where: { labId: lab.id, state: "posted" },
    select: { id: true, number: true, text: true },
    orderBy: { id: "desc" },
    take: NEWEST,
  });
  return mostSimilar(text, others, { limit: MOST }).flatMap(({ id }) =>
    others.filter((other) => other.id === id),
  );
}
