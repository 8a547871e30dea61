import { type Db, Prisma } from "../db.ts";
import { stages } from "../stages/stage.ts";
import { type Span, spanTable } from "./count-periods.ts";
import { postedIdeas, standingDecisions } from "./counted.ts";

/** What a digest may show by then, as everywhere else in it. */
const seen = Prisma.sql`${postedIdeas} i on i."labId" = s."labId" and i."entersAt" < s."to"`;

/** A move by mistake, and the way back, are no news. */
const order = Prisma.sql`${[...stages]}::text[]`;
const stands = Prisma.sql`array_position(${order}, m."to") > array_position(${order}, m."from") and not exists (
  select from "StageChange" b
  where b."ideaId" = m."ideaId" and b.id > m.id and b."from" = m."to" and b."to" = m."from")`;

/**
 * The ideas of each lab that went to another stage, were supported by a leader, or were launched, as ids, newest first.
 * For all labs in one pass over the store. Call it in a transaction.
 */
export async function findMoved(db: Db, spans: Span[]): Promise<Map<number, number[]>> {
  const from = new Date(Math.min(...spans.map((span) => span.from.getTime())));
  const to = new Date(Math.max(...spans.map((span) => span.to.getTime())));
  // The first two conditions say nothing new; they leave little to be joined.
  const within = (at: Prisma.Sql) =>
    Prisma.sql`${at} >= ${from} and ${at} < ${to} and ${at} >= s."from" and ${at} < s."to"`;
  const moved = await db.$queryRaw<{ labId: number; ideas: number[] }[]>`
    with span as (${spanTable(spans)}), moved as (
      select i."labId", i.id, m.at from span s join ${seen} join "StageChange" m
        on m."ideaId" = i.id and ${within(Prisma.sql`m.at`)} and ${stands}
      union all select i."labId", i.id, m."decidedAt" from span s join ${seen} join ${standingDecisions} m
        on m."ideaId" = i.id and m.kind = 'support' and ${within(Prisma.sql`m."decidedAt"`)}
      union all select i."labId", i.id, i."launchedAt" from span s join ${seen} where ${within(Prisma.sql`i."launchedAt"`)}
    ), latest as (select "labId", id, max(at) as at from moved group by 1, 2)
    select "labId", array_agg(id order by at desc, id desc) as ideas from latest group by "labId"`;
  return new Map(moved.map(({ labId, ideas }) => [labId, ideas]));
}
