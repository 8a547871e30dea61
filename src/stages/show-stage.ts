import { z } from "zod";
import { answerElsewhere } from "../exchange/show-foreign.ts";
import { findIdea, findNamed, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { pastDayOf } from "../language/past-day.ts";
import { todayIn } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { aside, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { funnelAt } from "./funnel.ts";
import { nextOf, stageIn } from "./stage.ts";
import { weigh } from "./weigh-idea.ts";

export const ShowStage = z.object({ idea: z.number(), text: z.string() });
export const OpenStage = z.object({ idea: RowId });
export const ShowFunnel = z.object({ text: z.string() });

/** `/tahap` on a card or with a code: where the idea is, what is there and what is missing. */
export const showStage: UseCase<typeof ShowStage, LabScene> = async (scene, { idea: id, text }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea) return (await answerElsewhere(scene, text)) ?? [say("idea.missing", {})];
  if (idea.state !== "posted") return [say("idea.missing", {})];
  return [aside("stage.shown", await stageOf(scene, idea))];
};

/** `Tahap` under an idea's details. */
export const openStage: UseCase<typeof OpenStage, LabScene> = async (scene, { idea: id }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  return [aside("stage.shown", await stageOf(scene, idea))];
};

/** Bare `/tahap`: how many ideas are in which stage now; with a day, at its end. */
export const showFunnel: UseCase<typeof ShowFunnel, LabScene> = async (scene, { text }) => {
  const { db, lab, now } = scene;
  const today = todayIn(lab.zone, now);
  const found = text.trim() === "" ? { day: today } : pastDayOf(text, today);
  if (!found && (await findNamed(db, lab, text))) return [aside("idea.missing", {})];
  if (!found || "wrong" in found) return [aside("stage.noDay", { text, why: found?.wrong ?? "other" })];
  const past = !found.day.equals(today);
  const end = found.day.add({ days: 1 }).toZonedDateTime(lab.zone).epochMilliseconds - 1;
  const at = past ? new Date(end) : now;
  const stages = await funnelAt(db, lab, at);
  const when = past ? [{ at: { at: at.toISOString(), zone: lab.zone, show: "day" as const } }] : [];
  return [aside("stage.funnel", { lab: lab.name, at: when, stages })];
};

export async function stageOf({ db, lab }: LabScene, idea: Told) {
  const stage = stageIn(idea);
  const { met, missing } = await weigh(db, idea);
  const next = nextOf(stage);
  return {
    ...{ idea: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title, stage },
    ...{ launched: launchOf(idea), met, missing, next: next ? [{ stage: next }] : [] },
  };
}

/** When an idea went into use, where that was said. */
export const launchOf = ({ launchedAt, lab }: Pick<Told, "launchedAt"> & { lab: { zone: string } }) =>
  launchedAt ? [{ at: { at: launchedAt.toISOString(), zone: lab.zone, show: "day" as const } }] : [];
