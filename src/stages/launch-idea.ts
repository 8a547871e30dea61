import { z } from "zod";
import { tellOwners } from "../authors/tell-owners.ts";
import type { Answered } from "../forms/answered.ts";
import { closeForms, openForm } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { pastDayOf } from "../language/past-day.ts";
import { todayIn } from "../plans/plan.ts";
import { forgetEarly } from "../pulses/find-pulse.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { launchOf } from "./show-stage.ts";
import { isInUse } from "./stage.ts";

export const AskLaunch = z.object({ idea: RowId });
export const LaunchToday = z.object({ idea: RowId });
export const UndoLaunch = z.object({ idea: RowId });

type Pressed = UseCase<typeof AskLaunch, LabScene>;

/** `Sudah diluncurkan`, and later `Ubah tanggal`: asks for the day. */
export const askLaunch: Pressed = async (scene, { idea: id }) => {
  const idea = await find(scene, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const about = await openForm(scene, "launch", { idea: id });
  return [say("stage.askLaunch", { idea: id, ...named(scene, idea), launched: launchOf(idea) }, { about })];
};

/** `Hari ini`. */
export const launchToday: Pressed = async (scene, { idea: id }) => {
  const idea = await find(scene, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  await closeForms(scene, "launch");
  const { args, news } = await launch(scene, idea, todayIn(scene.lab.zone, scene.now));
  return [turn("stage.launched", args), ...news];
};

/** `Belum diluncurkan`: it was said by mistake. */
export const undoLaunch: Pressed = async (scene, { idea: id }) => {
  const idea = await find(scene, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  await closeForms(scene, "launch");
  await scene.db.idea.update({ where: { id }, data: { launchedAt: null } });
  await forgetEarly(scene, id, null);
  return [turn("stage.notLaunched", named(scene, idea)), show(id)];
};

/** The day, as it was typed. */
export async function answerLaunch(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const { lab, now } = scene;
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const idea = await find(scene, id);
  if (!idea) return [say("idea.missing", {})];
  const found = pastDayOf(text, todayIn(lab.zone, now));
  const early = found && "day" in found && isBefore(found.day, idea);
  if (found && "day" in found && !early) {
    const { args, news } = await launch(scene, idea, found.day);
    return [say("stage.launched", args), ...news];
  }
  const why = early ? "early" : found && "wrong" in found ? found.wrong : "other";
  const launched = idea.launchedAt ? [{}] : [];
  return { again: [say("stage.wrongLaunch", { idea: id, code: codeOf(lab, idea), text, why, launched })] };
}

const isBefore = (day: Temporal.PlainDate, { postedAt, lab }: Told) =>
  postedAt !== null && Temporal.PlainDate.compare(day, todayIn(lab.zone, postedAt)) < 0;

/** The beginning of a day in the lab's zone: from it the days in use are counted. */
export const startOf = (day: Temporal.PlainDate, zone: string) =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds);

async function launch(scene: LabScene, idea: Told, day: Temporal.PlainDate) {
  const { db, lab, person } = scene;
  const launchedAt = startOf(day, lab.zone);
  await db.idea.update({ where: { id: idea.id }, data: { launchedAt } });
  await forgetEarly(scene, idea.id, launchedAt);
  const args = {
    idea: idea.id,
    ...named(scene, idea),
    at: { at: launchedAt.toISOString(), zone: lab.zone, show: "day" as const },
  };
  const told = idea.launchedAt
    ? []
    : tellOwners(idea, { key: "stage.launchTold", args }, { except: person.id });
  return { args, news: [show(idea.id), ...told] satisfies Saying[] };
}

async function find({ db, lab }: LabScene, id: number): Promise<Told | undefined> {
  const idea = await findIdea(db, lab, id);
  return idea?.state === "posted" && isInUse(idea.stage) ? idea : undefined;
}

const named = ({ lab }: LabScene, idea: Told) => ({
  code: codeOf(lab, idea),
  title: titleOf(idea.text).title,
});
