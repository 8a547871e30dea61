import { findSecrets, isSeen, outside } from "../challenges/find-secrets.ts";
import { Prisma } from "../db.ts";
import { mostSpelledAlike } from "../language/spelling.ts";
import type { LabScene } from "../use-case.ts";
import { termsOf } from "./terms.ts";

/** Where no word is known, so many of the newest ideas are compared by their letters. */
const NEWEST = 500;

/** So many are found at the most; who needs more needs other words. */
const MOST = 400;

/** Ids, best first: by its code, else by all of the words, else by most of them, else by how they are spelled. */
export async function findByWords({ db, lab }: LabScene, text: string): Promise<number[]> {
  const byCode = await findByCode({ db, lab }, text);
  if (byCode.length > 0) return byCode;
  const terms = termsOf(lab.id, text);
  const some = await db.$queryRaw<{ id: number }[]>`
    select id from "Idea" where ${terms.length > 0 ? Prisma.sql`terms @> ${terms}` : Prisma.sql`false`}
      and state = 'posted' and ${isSeen} order by "postedAt" desc, id desc limit ${MOST}`;
  if (some.length > 0) return ids(some);
  const any = await db.$queryRaw<{ id: number }[]>`
    select id from "Idea" where terms && ${terms} and state = 'posted' and ${isSeen}
    order by cardinality(array(select unnest(terms) intersect select unnest(${terms}::text[]))) desc, id desc limit ${MOST}`;
  return any.length > 0 ? ids(any) : findSpelledAlike({ db, lab }, text);
}

/** "TNB-12", or its number alone; a code of another lab, or "covid-19", is words. */
async function findByCode({ db, lab }: Pick<LabScene, "db" | "lab">, text: string): Promise<number[]> {
  const [, code, number] = /^\s*(?:([a-z]{2,5})-)?(\d{1,9})\s*$/i.exec(text) ?? [];
  if (!number) return [];
  const own = { code: code?.toUpperCase() ?? lab.code, labId: lab.id };
  if ((await db.labCode.count({ where: own })) === 0) return [];
  const where = { labId: lab.id, state: "posted", number: Number(number) };
  return ids(await db.idea.findMany({ where: { ...where, ...outside(await findSecrets(db, lab.id)) } }));
}

const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);

async function findSpelledAlike({ db, lab }: Pick<LabScene, "db" | "lab">, text: string) {
  const others = await db.idea.findMany({
    where: { labId: lab.id, state: "posted", ...outside(await findSecrets(db, lab.id)) },
    orderBy: { postedAt: "desc" },
    take: NEWEST,
    select: { id: true, text: true },
  });
  return mostSpelledAlike(text, others);
}
