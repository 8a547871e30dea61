import type { Answered } from "../forms/answered.ts";
import type { PlanItem } from "../generated/prisma/client.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { cut } from "../language/cut.ts";
import { dayIn } from "../language/day.ts";
import { type Saying, say } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { dueOf, firstReminder, todayIn } from "./plan.ts";
import { answerPlan } from "./plan-idea.ts";

/** Whoever does it, at the end of a step: "oleh Ana", "by Ana", "(Ana)", or after a semicolon. */
const WHO = /(?:[;,]?\s*(?:oleh|by|pj|pic)[:\s]+([^;,]+)|;\s*([^;]+)|\(([^()]+)\))\s*[.;,]?\s*$/iu;
/** A plan has so many steps at the most, and each so many characters. */
const MOST = 50;
const LETTERS = 300;
/** What is written again within this time, in milliseconds, is the same step. */
const SAME = 60_000;

/** Adds a step for each line: what, who, when. Returns why not, and then none of them is added. */
export async function addSteps(
  { db, lab, now }: LabScene,
  { id }: Told,
  text: string,
): Promise<Saying[] | undefined> {
  const today = todayIn(lab.zone, now);
  const steps: { what: string; who: string; dueOn: Date }[] = [];
  for (const line of text
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean)) {
    const found = dayIn(line, today);
    if (!found) return [say("plan.noDay", { text: cut(line, LETTERS) })];
    if ("wrong" in found)
      return [say("plan.wrongDay", { said: found.said, text: cut(line, LETTERS), why: found.wrong })];
    const step = { ...stepIn(found.rest), dueOn: new Date(`${found.day}T00:00:00Z`) };
    if (!/[\p{L}\p{N}]/u.test(step.what))
      return [say("plan.noWhat", { due: dueOf(step, lab.zone), text: cut(line, LETTERS) })];
    if (!(await isThere(db, { ...step, ideaId: id }, now))) steps.push(step);
  }
  const room = MOST - (await db.planItem.count({ where: { ideaId: id } }));
  if (steps.length > room) return [say("plan.full", { most: MOST, room: Math.max(0, room) })];
  await db.planItem.createMany({
    data: steps.map((step) => ({
      ...{ ...step, ideaId: id, createdAt: now },
      remindAt: firstReminder(step, lab.zone, now),
    })),
  });
  return undefined;
}

/** Sent twice by a slow line, a step is there once. */
const isThere = async (
  db: LabScene["db"],
  step: Pick<PlanItem, "ideaId" | "what" | "who" | "dueOn">,
  now: Date,
) => (await db.planItem.count({ where: { ...step, createdAt: { gt: new Date(now.getTime() - SAME) } } })) > 0;

function stepIn(words: string): { what: string; who: string } {
  const found = WHO.exec(words);
  const who = (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").replace(/[;,.\s]+$/u, "").trim();
  const what = (found ? words.slice(0, found.index) : words).replace(/[;,\s]+$/u, "").trim();
  return { what: cut(what || words, LETTERS), who: cut(who, 80) };
}

/** The answer to "which steps?". */
export async function answerSteps(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const idea = await findIdea(scene.db, scene.lab, id);
  return idea?.state === "posted" ? answerPlan(scene, idea, text) : [say("idea.missing", {})];
}
