import { type Db, Prisma } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { mostSimilar } from "../language/similar.ts";
import { EVERYBODY, termsOf } from "../search/terms.ts";
import { type ForeignItem, isShared } from "./exchange.ts";

/** So many ideas that speak of one of the same things are looked at, and so many of all those compared. */
const WITH_ONE = 300;
const NEAREST = 100;
/** So many that speak of all of the words are looked at. */
const WITH_ALL = 400;
const LAST = 2 ** 31 - 1;

type Wanted = {
  text: string;
  most: number;
  /** Only ideas that were there before this one. */
  before?: number;
  /** The idea that it came of is no news. */
  except?: number | null;
};

/** What is needed to speak of another lab's idea in a line. */
export type Elsewhere = { id: number; number: number; text: string; code: string; lab: string };

type Reader = Pick<Lab, "id" | "admittedAt">;

/** Ideas that other labs share and that resemble a text, most alike first; none where the lab is not in the exchange. */
export async function findSimilarElsewhere(db: Db, lab: Reader, wanted: Wanted): Promise<Elsewhere[]> {
  if (!lab.admittedAt || wanted.most <= 0) return [];
  const others = await findNearest(db, lab, wanted);
  return mostSimilar(wanted.text, others, { limit: wanted.most }).flatMap(({ id }) =>
    others.filter((other) => other.id === id),
  );
}

/** Those that speak of all of the words, else those that speak of the rarest of them; newest first. */
export async function searchElsewhere(db: Db, lab: Reader, { text, most }: Wanted): Promise<Elsewhere[]> {
  const terms = termsOf(EVERYBODY, text);
  if (!lab.admittedAt || terms.length === 0) return [];
  const all = await db.$queryRaw<Elsewhere[]>`
    with found as (
      select id from "Idea" where terms @> ${terms} and state = 'posted' and "labId" <> ${lab.id} limit ${WITH_ALL}
    )
    select ${LINE} from found f join "Idea" i on i.id = f.id join "Lab" l on l.id = i."labId"
    where ${isShared} order by i."postedAt" desc, i.id desc limit ${most}`;
  return all.length > 0 ? all : (await findNearest(db, lab, { text, most })).slice(0, most);
}

const LINE = Prisma.sql`i.id, i.number, i.text, l.code, l.name as lab`;

/**
 * Other labs' ideas that share a term, a rare one telling more than a common one. The index leads to few that may not be
 * seen; that is looked at where few are left, since a join for each term takes ten times as long.
 */
export const findNearest = (db: Db, { id }: Pick<Lab, "id">, { text, before = LAST, except }: Wanted) =>
  db.$queryRaw<Elsewhere[]>`
    with alike as (
      select found.id, t.term, count(*) over (partition by t.term) as many
      from unnest(${termsOf(EVERYBODY, text)}::text[]) as t(term) cross join lateral (
        select id from "Idea"
        where terms @> array[t.term] and state = 'posted' and "labId" <> ${id} and id < ${before} limit ${WITH_ONE}
      ) found
    ), nearest as (
      select id, sum(1.0 / many) as weight from alike group by id order by 2 desc, 1 desc limit ${NEAREST}
    )
    select ${LINE} from nearest n join "Idea" i on i.id = n.id join "Lab" l on l.id = i."labId"
    where ${isShared} and i.id <> ${except ?? 0} order by n.weight desc, n.id desc`;

/** One of them in a line, with a link that opens it. */
export const lineOf = (bot: { username: string }, one: Elsewhere): ForeignItem => ({
  ...{ code: codeOf(one, one), title: titleOf(one.text).title, lab: one.lab },
  link: `https://t.me/${bot.username}?start=i_${codeOf(one, one)}`,
});
