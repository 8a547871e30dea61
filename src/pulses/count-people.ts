import { z } from "zod";
import type { Answered } from "../forms/answered.ts";
import { closeForms } from "../forms/open-form.ts";
import { RowId } from "../row-id.ts";
import { say, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { beatOf, type Found, findPulse, pulseIn } from "./find-pulse.ts";
import { MORE, peopleIn, whyOf } from "./pulse.ts";

export const CountPeople = z.object({ pulse: RowId, people: z.coerce.number().int().min(0).max(MORE) });
export const SkipPeople = z.object({ pulse: RowId });

/** How many people it helped, by a button. */
export const countPeople: UseCase<typeof CountPeople, LabScene> = async (scene, { pulse: id, people }) => {
  const found = await findPulse(scene, id);
  if ("refused" in found) return [toast(found.refused, {}, true)];
  await closeForms(scene, "people");
  return [turn("pulse.done", await keep(scene, found, people)), show(found.idea.id)];
};

/** The same, as a number that was typed. */
export async function answerPeople(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const found = await findPulse(scene, pulseIn(state));
  if ("refused" in found) return [say(found.refused, {})];
  const people = peopleIn(text);
  if (people === undefined) return { again: [say("pulse.notNumber", { pulse: found.pulse.id, text })] };
  return [say("pulse.done", await keep(scene, found, people)), show(found.idea.id)];
}

/** `Lewati`: nobody knows how many. */
export const skipPeople: UseCase<typeof SkipPeople, LabScene> = async (scene, { pulse: id }) => {
  const found = await findPulse(scene, id);
  if ("refused" in found) return [toast(found.refused, {}, true)];
  await closeForms(scene, "people");
  return [turn("pulse.done", doneOf(found, found.pulse.people))];
};

async function keep({ db }: LabScene, found: Found, people: number) {
  await db.pulse.update({ where: { id: found.pulse.id }, data: { people } });
  return doneOf(found, people);
}

const doneOf = (found: Found, people: number | null) => ({
  ...{ ...beatOf(found), state: found.pulse.state ?? "continues", why: whyOf(found.pulse) },
  people: people === null ? [] : [{ count: people }],
});
