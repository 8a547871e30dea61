import { knownOwnersOf, type Owned, ownersOf } from "../authors/own-idea.ts";
import type { Db } from "../db.ts";
import type { Told } from "../ideas/find-idea.ts";
import { gates, type Record_, stageIn } from "./stage.ts";

/** What the gate of an idea's stage asks for: what of it is there, and what is missing. */
export async function weigh(db: Db, idea: Told) {
  const has = await recordOf(db, idea);
  const needs = gates[stageIn(idea)];
  const named = (met: boolean) => needs.filter((need) => need.met(has) === met).map(({ name }) => ({ name }));
  return { met: named(true), missing: named(false) };
}

async function recordOf(db: Db, idea: Told): Promise<Record_> {
  const of = { ideaId: idea.id };
  const done = { ...of, doneAt: { not: null } };
  const shown = { OR: [{ evidence: { some: {} } }, { evidenceNote: { not: null } }] };
  const [answered, steps, stepsDone, proved, commitments] = await Promise.all([
    countAnswered(db, idea),
    db.planItem.count({ where: of }),
    db.planItem.count({ where: done }),
    db.planItem.count({ where: { ...done, ...shown } }),
    db.commitment.count({ where: { ...of, cancelledAt: null } }),
  ]);
  return { idea, answered, steps, stepsDone, proved, commitments };
}

/**
 * How many mentors' answers were answered in turn: whose idea it is wrote under it or changed it since. Of
 * whoever is not to be known only what was written in private counts: else the gate would tell who of the group it is.
 */
async function countAnswered(db: Db, idea: Answered): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Feedback" f
    where f."ideaId" = ${idea.id} and f.role = 'mentor' and f."withdrawnAt" is null and (
      exists (select from "Version" v where v."ideaId" = f."ideaId" and v."endedAt" > f."givenAt")
      or exists (select from "Line" l join "Chat" c on c.id = l."chatId"
        where l."ideaId" = f."ideaId" and l."saidAt" > f."givenAt"
          and (l."personId" = any(${knownOwnersOf(idea)}::int[])
            or c.kind = 'private' and l."personId" = any(${ownersOf(idea)}::int[]))
          and not exists (select from "Feedback" own where own."lineId" = l.id)))`;
  return row?.count ?? 0;
}

type Answered = Owned & { id: number };

/** How many mentors' answers still wait for one in turn. */
export async function countUnanswered(db: Db, idea: Answered): Promise<number> {
  const given = { ideaId: idea.id, role: "mentor", withdrawnAt: null };
  return (await db.feedback.count({ where: given })) - (await countAnswered(db, idea));
}
