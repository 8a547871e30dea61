import { type Db, Prisma } from "../db.ts";
import { postedIdeas, standingDecisions, standingFeedback } from "../digests/counted.ts";

/** Somebody who decides in a lab. */
export type Leader = { labId: number; personId: number };

type Wanted = { now: Date; most: number };

/**
 * For each of these leaders the ids of up to `most` ideas that he or she has not decided on, most votes and feedback
 * first; never the leader's own. For all of them in one pass; call it in a transaction.
 */
export async function findChoices(db: Db, leaders: Leader[], { now, most }: Wanted): Promise<number[][]> {
  const labs = [...new Set(leaders.map(({ labId }) => labId))];
  // How to go about it depends on how many leaders there are, so it is planned each time.
  await db.$executeRaw`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
  const found = await db.$queryRaw<{ n: number; ideas: number[] }[]>`
    with leader as (
      select * from unnest(${leaders.map(({ labId }) => labId)}::int[],
        ${leaders.map(({ personId }) => personId)}::int[]) with ordinality as l("labId", "personId", n)
    ), idea as (
      select i.id, i."labId", i."authorId" from unnest(${labs}::int[]) as s("labId")
      join "Lab" l on l.id = s."labId" join ${postedIdeas} i on i."labId" = l.id where i."entersAt" <= ${now}
    ), liked as (
      select id, max("labId") as "labId", max("authorId") as "authorId", sum(votes) as votes,
        sum(votes + answers) as weight
      from (${signs}) s group by id
    ), ranked as (
      select l.n, i.id, row_number() over (partition by l.n order by i.weight desc, i.votes desc, i.id desc) as rank
      from leader l join liked i on i."labId" = l."labId" and i."authorId" <> l."personId"
      where not exists (
        select from ${standingDecisions} d where d."ideaId" = i.id and d."personId" = l."personId")
      and not exists (select from "CoAuthor" c where c."ideaId" = i.id and c."personId" = l."personId")
      and not exists (
        select from "Join" j join "Idea" o on o.id = j."ideaId"
        where j."intoId" = i.id and j."undoneAt" is null and o."authorId" = l."personId")
    )
    select n::int, array_agg(id order by rank) as ideas from ranked where rank <= ${most} group by n`;
  const byLeader = new Map(found.map(({ n, ideas }) => [n - 1, ideas]));
  return leaders.map((_, n) => byLeader.get(n) ?? []);
}

/** What speaks for each idea, if only that it is there. Added up rather than joined: that is quick for few and for many. */
const signs = Prisma.sql`
  select id, "labId", "authorId", 0 as votes, 0 as answers from idea
  union all select "ideaId", null, null, count(*), 0 from "Vote"
    where "ideaId" = any(array(select id from idea)) group by "ideaId"
  union all select "ideaId", null, null, 0, count(*) from ${standingFeedback} f
    where "ideaId" = any(array(select id from idea)) group by "ideaId"`;
