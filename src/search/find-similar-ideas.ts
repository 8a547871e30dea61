import { isSeen } from "../challenges/find-secrets.ts";
import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { mostSimilar } from "../language/similar.ts";
import { termsOf } from "./terms.ts";

/** So many ideas that speak of one of the same things are looked at, and so many of all those compared. */
const WITH_ONE = 300;
const NEAREST = 100;
/** Compared with as many of the newest, so that it is known what everybody here speaks of. */
const NEWEST = 100;
/** So many ideas are named as alike. */
export const MOST = 3;
const LAST = 2 ** 31 - 1;

type Wanted = { text: string /** Only ideas that were there before this one. */; before?: number };
type Other = { id: number; number: number; text: string };

/** The lab's posted ideas that resemble a text, most alike first, three at the most. */
export async function findSimilarIdeas(db: Db, { id: labId }: Pick<Lab, "id">, wanted: Wanted) {
  const others = await findOthers(db, labId, wanted);
  return mostSimilar(wanted.text, others, { limit: MOST }).flatMap(({ id }) =>
    others.filter((other) => other.id === id),
  );
}

/** Those that share a term, a rare one telling more than a common one; and the newest. */
export const findOthers = (db: Db, labId: number, { text, before = LAST }: Wanted) => db.$queryRaw<Other[]>`
  with shared as (
    select i.id, t.term, count(*) over (partition by t.term) as many
    from unnest(${termsOf(labId, text)}::text[]) as t(term) cross join lateral (
      select id from "Idea" where terms @> array[t.term] and state = 'posted' and id < ${before} and ${isSeen}
      limit ${WITH_ONE}
    ) i
  ), nearest as (
    select id from shared group by id order by sum(1.0 / many) desc, id desc limit ${NEAREST}
  ), newest as (
    select id from "Idea" where "labId" = ${labId} and state = 'posted' and id < ${before} and ${isSeen}
    order by "postedAt" desc limit ${NEWEST}
  )
  select id, number, text from "Idea" where id in (select id from nearest union select id from newest)`;
