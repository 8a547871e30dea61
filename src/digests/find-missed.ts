import { findOwn } from "../authors/own-idea.ts";
import { countAnswers } from "../challenges/draw-board.ts";
import { seen } from "../decisions/decision.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { LabScene } from "../use-case.ts";

/** So many decisions, and so many of one's own ideas, fit in two minutes of reading. */
const MOST = 5;

/** What leaders decided, newest first. */
export async function decided({ db, lab }: LabScene, from: Date) {
  const decisions = await db.decision.findMany({
    where: {
      ...{ ...seen, decidedAt: { gte: from } },
      idea: { labId: lab.id, state: "posted" },
    },
    ...{ include: { person: true, idea: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return decisions.map(({ person, kind, idea }) => ({
    ...{ who: person.name, kind, code: codeOf(lab, idea), title: titleOf(idea.text).title },
  }));
}

/** One's own ideas that were answered meanwhile. */
export async function mine({ db, lab, person }: LabScene, from: Date) {
  const ideas = await db.$queryRaw<{ number: number; text: string; feedback: number }[]>`
    select i.number, i.text, f.count as feedback from "Idea" i cross join lateral (
      select count(*)::int from "Feedback" where "ideaId" = i.id and "withdrawnAt" is null and "givenAt" >= ${from}) f
    where i.id = any(${await findOwn(db, person.id)}::int[]) and i."labId" = ${lab.id} and f.count > 0
    order by i.id desc limit ${MOST}`;
  return ideas.map((idea) => ({
    ...{ code: codeOf(lab, idea), title: titleOf(idea.text).title, feedback: idea.feedback },
  }));
}

/** Challenges that can be answered now. */
export async function running({ db, lab, now }: LabScene) {
  const challenges = await db.challenge.findMany({
    where: { labId: lab.id, endedAt: null, endsAt: { gt: now } },
    ...{ orderBy: { endsAt: "asc" }, take: MOST },
  });
  return Promise.all(
    challenges.map(async ({ id, text, endsAt }) => ({
      ...{ text: text ? [{ text }] : [], ideas: (await countAnswers(db, id)).ideas },
      until: { at: endsAt.toISOString(), zone: lab.zone, show: "dayTime" } as const,
    })),
  );
}
