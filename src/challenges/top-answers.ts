import type { Db } from "../db.ts";

/** A challenge's answers, those with most votes first: their ids. */
export async function topAnswers(
  db: Db,
  challengeId: number,
  { take, skip = 0 }: { take: number; skip?: number },
): Promise<number[]> {
  const found = await db.$queryRaw<{ id: number }[]>`
    select i.id from "Idea" i where i."challengeId" = ${challengeId} and i.state = 'posted'
    order by (select count(*) from "Vote" v where v."ideaId" = i.id) desc, i.number limit ${take} offset ${skip}`;
  return found.map(({ id }) => id);
}
