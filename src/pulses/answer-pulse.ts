import { z } from "zod";
import { openForm } from "../forms/open-form.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { beatOf, type Found, findPulse, pulseIn } from "./find-pulse.ts";
import { states, whys } from "./pulse.ts";

/** So many characters of a reason are kept. */
const LETTERS = 300;

export const OpenPulse = z.object({ pulse: RowId });
export const AnswerPulse = z.object({ pulse: RowId, state: z.enum(states) });
export const GiveWhy = z.object({ pulse: RowId, why: z.enum(whys) });

/** `Berlanjut`, `Dikembangkan`, `Berhenti`: kept at once; why it stopped and how many it helped are asked after. */
export const answerPulse: UseCase<typeof AnswerPulse, LabScene> = async (scene, { pulse: id, state }) => {
  const found = await findPulse(scene, id);
  if ("refused" in found) return [toast(found.refused, {}, true)];
  const { db, person, now } = scene;
  const kept = { state, answeredAt: now, personId: person.id, remindAt: null };
  const why = found.pulse.state === state ? {} : { reason: null };
  await db.pulse.update({ where: { id }, data: { ...kept, ...why } });
  const next =
    state === "stopped" ? [turn("pulse.why", beatOf(found))] : await askPeople(scene, found, state);
  return [...next, show(found.idea.id)];
};

/** Why it stopped, of a list; `Lainnya` asks for words. */
export const giveWhy: UseCase<typeof GiveWhy, LabScene> = async (scene, { pulse: id, why }) => {
  const found = await findPulse(scene, id);
  if ("refused" in found) return [toast(found.refused, {}, true)];
  if (found.pulse.state !== "stopped") return [toast("pulse.missing", {}, true)];
  if (why !== "other") {
    await scene.db.pulse.update({ where: { id }, data: { reason: why } });
    return askPeople(scene, found, "stopped");
  }
  const about = await openForm(scene, "why", { idea: found.idea.id, pulse: id });
  return [say("pulse.askWhy", { code: codeOf(scene.lab, found.idea) }, { about })];
};

/** The words of why it stopped. */
export async function answerWhy(scene: LabScene, state: unknown, text: string): Promise<Saying[]> {
  const found = await findPulse(scene, pulseIn(state));
  if ("refused" in found) return [say(found.refused, {})];
  const reason = [...text.trim()].slice(0, LETTERS).join("");
  await scene.db.pulse.update({ where: { id: found.pulse.id }, data: { reason } });
  const about = await askFor(scene, found);
  return [say("pulse.people", { ...beatOf(found), state: "stopped" }, { about })];
}

/** `Ubah jawaban`: the three buttons again. */
export const openPulse: UseCase<typeof OpenPulse, LabScene> = async (scene, { pulse: id }) => {
  const found = await findPulse(scene, id);
  if ("refused" in found) return [toast(found.refused, {}, true)];
  return [turn("pulse.ask", { ...beatOf(found), again: [] })];
};

async function askPeople(scene: LabScene, found: Found, state: string): Promise<Saying[]> {
  await askFor(scene, found);
  return [turn("pulse.people", { ...beatOf(found), state })];
}

const askFor = (scene: LabScene, { idea, pulse }: Found) =>
  openForm(scene, "people", { idea: idea.id, pulse: pulse.id });
