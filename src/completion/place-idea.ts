import { z } from "zod";
import type { Answered } from "../forms/answered.ts";
import { closeForms, openForm } from "../forms/open-form.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast, turn } from "../sayings.ts";
import { suggestUnits, typedIn } from "../units/suggest-units.ts";
import { unitOf } from "../units/unit.ts";
import { nameIn, unitsOf } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findToComplete } from "./complete-idea.ts";
import { fieldsFor } from "./completion.ts";

export const NameIdeaUnit = z.object({ draft: RowId });
/** `unit` 0 is none. */
export const PlaceIdea = z.object({ idea: RowId, unit: z.literal("0").or(RowId) });

/** Asks which unit an idea belongs to: a button, or its name. */
export async function askUnit(scene: LabScene, idea: Told): Promise<Saying[]> {
  const { db, lab } = scene;
  const now = idea.unitId ? await db.unit.findUnique({ where: { id: idea.unitId } }) : null;
  const about = await openForm(scene, "ideaUnit", { idea: idea.id });
  const units = (await unitsOf(scene)).units.filter(({ id }) => id !== now?.id);
  const how = units.length > 0 ? { choose: [{}], write: [] } : { choose: [], write: [{}] };
  const args = { id: idea.id, code: codeOf(lab, idea), now: now ? [{ name: now.name }] : [] };
  return [say("idea.pickUnit", { ...args, ...how, units }, { about })];
}

/** A unit's button. */
export const placeIdea: UseCase<typeof PlaceIdea, LabScene> = async (scene, { idea: id, unit }) => {
  const idea = await findToPlace(scene, id);
  if ("refused" in idea) return idea.refused;
  const found =
    unit === "0" ? null : await scene.db.unit.findFirst({ where: { id: unit, labId: scene.lab.id } });
  if (unit !== "0" && !found) return [toast("person.oldButton", {})];
  await closeForms(scene, "ideaUnit");
  return [turn("idea.unitSet", await place(scene, idea, found)), show(id)];
};

/** A unit's name, typed: one that is known, or a new one. */
export async function answerPlace(scene: LabScene, state: unknown, words: string): Promise<Answered> {
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const idea = await findToPlace(scene, id);
  if ("refused" in idea) return [say("idea.missing", {})];
  const name = nameIn(words);
  if (!name) return { again: [say("profile.tooLong", {})] };
  const near = await suggestUnits(scene, name, { asked: state, kind: "ideaUnit", state: { idea: id } });
  if (near.length > 0) return near;
  return [say("idea.unitSet", await place(scene, idea, await unitOf(scene.db, scene.lab, name))), show(id)];
}

/** `Unit baru`: the name that was typed is none of the near ones. */
export const nameIdeaUnit: UseCase<typeof NameIdeaUnit, LabScene> = async (scene, { draft: id }) => {
  const { db, lab, person } = scene;
  const draft = await db.draft.findFirst({
    where: { id, personId: person.id, kind: "ideaUnit", doneAt: null },
  });
  const typed = typedIn(draft?.state);
  if (!draft || !typed) return [toast("person.oldButton", {})];
  const idea = await findToPlace(scene, Number((draft.state as { idea?: number }).idea ?? 0));
  if ("refused" in idea) return idea.refused;
  await closeForms(scene, "ideaUnit");
  return [turn("idea.unitSet", await place(scene, idea, await unitOf(db, lab, typed))), show(idea.id)];
};

async function findToPlace(scene: LabScene, id: number) {
  const idea = await findToComplete(scene, id);
  if ("refused" in idea || fieldsFor(scene, idea).includes("unit")) return idea;
  return { refused: [toast("idea.ownOnly", {}, true)] };
}

async function place({ db, lab }: LabScene, idea: Told, unit: { id: number; name: string } | null) {
  await db.idea.update({ where: { id: idea.id }, data: { unitId: unit?.id ?? null } });
  const named = unit ? { unit: [{ name: unit.name }], none: [] } : { unit: [], none: [{}] };
  return { id: idea.id, code: codeOf(lab, idea), ...named };
}
