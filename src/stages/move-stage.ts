import { z } from "zod";
import { ownersOf } from "../authors/own-idea.ts";
import { noteNews } from "../follows/note-news.ts";
import { openForm } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { todayIn } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { startOf } from "./launch-idea.ts";
import { GRACE, isStage, nextOf, stageIn, stages, thanksKey } from "./stage.ts";
import { weigh } from "./weigh-idea.ts";

export const MoveStage = z.object({ idea: RowId, to: z.enum(stages) });

/** `Lanjut`: an idea moves on when its gate is open; else a reason is asked for, and kept. */
export const moveStage: UseCase<typeof MoveStage, LabScene> = async (scene, { idea: id, to }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  if (nextOf(stageIn(idea)) !== to) return [toast("stage.already", { code }, true)];
  const { missing } = await weigh(db, idea);
  if (missing.length === 0) {
    const { moved, told } = await move(scene, idea, { to, missing: [], reason: null });
    return [turn("stage.moved", moved), ...told];
  }
  const about = await openForm(scene, "stage", { idea: id, to });
  return [say("stage.askReason", { code, to }, { about })];
};

/** The reason for passing a gate that is not open. */
export async function answerStage(scene: LabScene, state: unknown, reason: string): Promise<Saying[]> {
  const { db, lab } = scene;
  const { idea: id = 0, to = "" } = (state ?? {}) as { idea?: number; to?: string };
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted" || !isStage(to)) return [say("idea.missing", {})];
  const code = codeOf(lab, idea);
  if (nextOf(stageIn(idea)) !== to) return [say("stage.already", { code })];
  const { missing } = await weigh(db, idea);
  const how = { to, missing: missing.map(({ name }) => name), reason };
  const { moved, told } = await move(scene, idea, how);
  return [say("stage.moved", moved), ...told];
}

type Move = { to: (typeof stages)[number]; missing: string[]; reason: string | null };

/** Its author is thanked, once it can have been seen to be a mistake; who follows it hears of it together with whatever else happens to it. */
async function move(scene: LabScene, idea: Told, how: Move) {
  const { db, lab, person, now } = scene;
  const { id: ideaId } = idea;
  // What leaves Deliver is in use: if nobody said since when, then since today.
  const launched = stageIn(idea) === "deliver" && !idea.launchedAt;
  const launchedAt = launched ? { launchedAt: startOf(todayIn(lab.zone, now), lab.zone) } : {};
  await db.idea.update({ where: { id: ideaId }, data: { stage: how.to, ...launchedAt } });
  const { id } = await db.stageChange.create({
    data: { ideaId, from: stageIn(idea), personId: person.id, at: now, ...how },
  });
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title, to: how.to };
  const about = { about: { about: "idea", id: ideaId }, after: GRACE, cancelKey: thanksKey({ id }) } as const;
  await noteNews(db, { idea, news: { kind: "stage", id }, by: person.id, now });
  const people = ownersOf(idea).filter((one) => one !== person.id);
  const thanks = people.map((personId) => tell({ personId }, "stage.thanked", args, about));
  return { moved: { ...args, change: id, launched }, told: [show(ideaId), ...thanks] };
}
