import { type Db, Prisma } from "../db.ts";

/** Until a challenge with hidden results ends, nobody sees its answers, nor who gave them, nor their votes. */
const stillSecret = { hidden: true, endedAt: null };

/** Which of a lab's challenges keep their answers to themselves now, by their ids. */
export async function findSecrets(db: Db, labId: number): Promise<number[]> {
  const secrets = await db.challenge.findMany({ where: { labId, ...stillSecret }, select: { id: true } });
  return secrets.map(({ id }) => id);
}

/** Ideas that are no answers to these challenges. */
export const outside = (secrets: number[]) =>
  secrets.length === 0 ? {} : { OR: [{ challengeId: null }, { challengeId: { notIn: secrets } }] };

/** The same in SQL, for any lab: an idea that is no answer to a challenge whose results are hidden. */
export const isSeen = Prisma.sql`("challengeId" is null or not exists (
  select from "Challenge" s where s.id = "challengeId" and s.hidden and s."endedAt" is null))`;
