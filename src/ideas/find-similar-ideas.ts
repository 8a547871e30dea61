import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { mostSimilar } from "../language/similar.ts";

/** So many of the newest ideas are compared. */
const NEWEST = 500;
const MOST = 3;
const LAST = 2 ** 31 - 1;

type Wanted = { text: string /** Only ideas that were there before this one. */; before?: number };

/** The lab's posted ideas that resemble a text, most alike first, three at the most. */
export async function findSimilarIdeas(db: Db, lab: Pick<Lab, "id">, { text, before = LAST }: Wanted) {
  const others = await db.$queryRaw<{ id: number; number: number; text: string }[]>`
    select id, number, text from "Idea" where "labId" = ${lab.id} and state = 'posted' and id < ${before}
    order by id desc limit ${NEWEST}`;
  return mostSimilar(text, others, { limit: MOST }).flatMap(({ id }) =>
    others.filter((other) => other.id === id),
  );
}
