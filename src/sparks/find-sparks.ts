import type { Db } from "../db.ts";
import { type Span, spanTable } from "../digests/count-periods.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { isTold } from "../questions/question.ts";
import { CROWD } from "../units/unit.ts";
import { pickSpark, QUIET, REST } from "./pick-spark.ts";
import type { Asked, Facts, Spark } from "./spark.ts";

/** A unit of one person would be that person, so it is not called upon. */
const COMPANY = 2;

/** So many ideas of a lab, the newest, are read to see whether they say whom their problem concerns. */
const READ = 200;

/** The weekly question of each lab, for the period that ends at its span's end; by the lab's id, for all in four reads. */
export async function findSparks(db: Db, spans: Span[]): Promise<Map<number, Spark>> {
  const labIds = spans.map(({ labId }) => labId);
  const [asked, stages, problems, quiet] = [
    await askedBefore(db, spans),
    await stageMixes(db, labIds),
    await problemsOf(db, labIds),
    await quietUnits(db, spans),
  ];
  return new Map(
    spans.map(({ labId, to }) => {
      const facts = {
        ...(stages.get(labId) ?? NONE),
        ...withoutProblem(problems.get(labId) ?? []),
        quiet: quiet.get(labId) ?? [],
      };
      return [labId, pickSpark(facts, asked.get(labId) ?? [], { at: to, seed: labId })];
    }),
  );
}

type Mix = Pick<Facts, "ideas" | "design" | "withoutPlan" | "running">;
const NONE: Mix = { ideas: 0, design: 0, withoutPlan: 0, running: 0 };

/** The frozen digests remember what was asked. */
async function askedBefore(db: Db, spans: Span[]): Promise<Map<number, Asked[]>> {
  const since = new Date(Math.min(...spans.map(({ to }) => to.getTime())) - REST);
  const asked = await db.$queryRaw<(Asked & { labId: number })[]>`
    select d."labId", d."to" as at, p.value->'args'->>'asked' as asked
    from "Digest" d cross join jsonb_array_elements(d.content->'what'->'args'->'paragraphs') p
    where d."labId" = any(${spans.map(({ labId }) => labId)}) and d.recipient like 'chat:%' and d."to" >= ${since}
      and p.value->>'key' = 'spark.asked'`;
  return Map.groupBy(asked, ({ labId }) => labId);
}

/** How many ideas are at which stage, and how many of them lack what it is about. */
async function stageMixes(db: Db, labIds: number[]): Promise<Map<number, Mix>> {
  const mixes = await db.$queryRaw<(Mix & { labId: number })[]>`
    select "labId", count(*)::int as ideas, count(*) filter (where stage = 'design')::int as design,
      count(*) filter (where stage = 'design'
        and not exists (select from "PlanItem" p where p."ideaId" = i.id))::int as "withoutPlan",
      count(*) filter (where stage in ('deliver', 'display', 'documentation'))::int as running
    from "Idea" i where "labId" = any(${labIds}) and state = 'posted' group by "labId"`;
  return new Map(mixes.map((mix) => [mix.labId, mix]));
}

type Problem = Pick<Idea, "labId" | "text" | "affected" | "difference">;

/** Each lab's newest ideas at the first stage. */
async function problemsOf(db: Db, labIds: number[]): Promise<Map<number, Problem[]>> {
  const problems = await db.$queryRaw<Problem[]>`
    select i.* from unnest(${labIds}::int[]) as l(id) cross join lateral (
      select "labId", text, affected, difference from "Idea"
      where "labId" = l.id and state = 'posted' and stage = 'diagnose' order by "postedAt" desc limit ${READ}) i`;
  return Map.groupBy(problems, ({ labId }) => labId);
}

/** An idea says whom it concerns in its author's answer or in its own words, as at the stage's gate. */
const withoutProblem = (problems: Problem[]): Pick<Facts, "diagnose" | "withoutProblem"> => ({
  diagnose: problems.length,
  withoutProblem: problems.filter((idea) => !isTold(idea, "affected")).length,
});

type QuietUnit = { labId: number; id: number; name: string };

/** Units whose people have been here for long, and had no idea for as long; an anonymous one of few people does not tell. */
async function quietUnits(db: Db, spans: Span[]): Promise<Map<number, QuietUnit[]>> {
  const units = await db.$queryRaw<QuietUnit[]>`
    with span as (${spanTable(spans)}), unit as (
      select m."unitId" as id, s."labId", s."to" - ${QUIET / 1000} * interval '1 second' as since,
        count(*) as people, min(m."joinedAt") as "joinedAt"
      from span s join "Membership" m on m."labId" = s."labId" and m."unitId" is not null group by 1, 2, 3
    )
    select n."labId", n.id, u.name from unit n join "Unit" u on u.id = n.id
    where n.people >= ${COMPANY} and n."joinedAt" <= n.since and not exists (
      select from "Idea" i where i."unitId" = n.id and i.state in ('posted', 'joined') and i."postedAt" >= n.since
        and (not i.anonymous or n.people >= ${CROWD}))
    order by n.id`;
  return Map.groupBy(units, ({ labId }) => labId);
}
