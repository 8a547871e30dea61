import type { Db } from "../db.ts";

const HOUR = 3_600_000;

/** Who follows an idea and may hear of it again now, but for `except`: at most one notice per idea and hour goes to each. */
export async function findFollowers(
  { db, now }: { db: Db; now: Date },
  { id: ideaId }: { id: number },
  except: number[],
): Promise<number[]> {
  const due = await db.$queryRaw<{ personId: number }[]>`
    update "Follow" set "toldAt" = ${now}
    where "ideaId" = ${ideaId} and not "personId" = any(${except}::int[])
      and ("toldAt" is null or "toldAt" < ${new Date(now.getTime() - HOUR)}) returning "personId"`;
  return due.map(({ personId }) => personId);
}
