import { z } from "zod";
import { countAnswers } from "../challenges/draw-board.ts";
import { UNDO } from "../decisions/decision.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { aside } from "../sayings.ts";
import { hoursIn, startOfDay } from "../threads/thread.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countPeriods } from "./count-periods.ts";
import { gatherPeriods } from "./gather-periods.ts";
import { isQuiet } from "./write-digest.ts";

export const CatchUp = z.object({ text: z.string() });

const HOUR = 3_600_000;
/** Who was here today still gets a day; who was away for long, a month; who never was, a week. In hours. */
const [DAY, WEEK, MONTH] = [24, 7 * 24, 31 * 24];
/** So many decisions, and so many of one's own ideas, fit in two minutes of reading. */
const MOST = 5;

/** `/ketinggalan`: what happened while this person was away, or in the time that he or she names. */
export const catchUp: UseCase<typeof CatchUp, LabScene> = async (scene, { text }) => {
  const { db, lab, now } = scene;
  const from = await fromWhen(scene, text);
  const span = { labId: lab.id, from, to: now };
  const count = (await countPeriods(db, [span])).get(lab.id);
  const [period] = count ? await gatherPeriods(db, [{ ...span, lab, count, soFar: true }]) : [];
  if (!period) throw new Error(`nothing was counted for lab ${lab.id}`);
  const more = {
    decided: await decided(scene, from),
    mine: await mine(scene, from),
    running: await running(scene),
  };
  if (isQuiet(period) && more.running.length === 0)
    return [aside("digest.nothingMissed", { lab: lab.name, from: period.from })];
  return [aside("digest.catchUp", { ...period, ...more })];
};

/** Since the person was last heard of here, unless a time is named. */
async function fromWhen({ db, lab, person, now }: LabScene, text: string): Promise<Date> {
  const named = hoursIn(text);
  if (named === "today") return startOfDay(now, lab.zone);
  if (named !== undefined) return new Date(now.getTime() - named * HOUR);
  const [last] = await db.$queryRaw<{ at: Date | null }[]>`
    select greatest(
      (select max("createdAt") from "Idea" where "authorId" = ${person.id} and "labId" = ${lab.id}),
      (select max("votedAt") from "Vote" v join "Idea" i on i.id = v."ideaId"
        where v."personId" = ${person.id} and i."labId" = ${lab.id}),
      (select max("saidAt") from "Line" l join "Chat" c on c.id = l."chatId"
        where l."personId" = ${person.id} and c."labId" = ${lab.id})) as at`;
  const hours = last?.at ? (now.getTime() - last.at.getTime()) / HOUR : WEEK;
  return new Date(now.getTime() - Math.min(MONTH, Math.max(DAY, hours)) * HOUR);
}

async function decided({ db, lab, now }: LabScene, from: Date) {
  const decisions = await db.decision.findMany({
    where: {
      ...{ undoneAt: null, decidedAt: { gte: from, lte: new Date(now.getTime() - UNDO) } },
      idea: { labId: lab.id, state: "posted" },
    },
    ...{ include: { person: true, idea: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return decisions.map(({ person, kind, idea }) => ({
    ...{ who: person.name, kind, code: codeOf(lab, idea), title: titleOf(idea.text).title },
  }));
}

/** One's own ideas that were answered meanwhile. */
async function mine({ db, lab, person }: LabScene, from: Date) {
  const given = { withdrawnAt: null, givenAt: { gte: from } };
  const ideas = await db.idea.findMany({
    where: { labId: lab.id, authorId: person.id, feedback: { some: given } },
    include: { _count: { select: { feedback: { where: given } } } },
    ...{ orderBy: { id: "desc" }, take: MOST },
  });
  return ideas.map((idea) => ({
    code: codeOf(lab, idea),
    title: titleOf(idea.text).title,
    feedback: idea._count.feedback,
  }));
}

/** Challenges that can be answered now. */
async function running({ db, lab, now }: LabScene) {
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
