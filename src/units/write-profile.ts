import { z } from "zod";
import type { Answered } from "../forms/answered.ts";
import { closeForms, openForm } from "../forms/open-form.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { suggestUnits, typedIn } from "./suggest-units.ts";
import { LETTERS, unitOf } from "./unit.ts";

/** "nama TEXT" or "unit TEXT", in both languages. */
export const WriteProfile = z.object({ text: z.string().regex(/^(?:nama|name|unit)\s+\S/i) });
export const AskProfile = z.object({ what: z.enum(["name", "unit"]) });
export const PickUnit = z.object({ unit: RowId });
export const NameUnit = z.object({ draft: RowId });
export const SkipUnit = z.object({});

/** A unit that many belong to is offered; so many of them at the most. */
const OFFERED = 8;

/** `/profil unit Puskesmas Saumlaki`. */
export const writeProfile: UseCase<typeof WriteProfile, LabScene> = async (scene, { text }) => {
  const [, what = "", words = ""] = /^(\S+)\s+([\s\S]*)$/.exec(text.trim()) ?? [];
  const said = await (what.toLowerCase() === "unit"
    ? answerUnit(scene, {}, words)
    : answerName(scene, words));
  return "again" in said ? said.again : said;
};

/** `Ubah nama`, `Ubah unit`: asks. */
export const askProfile: UseCase<typeof AskProfile, LabScene> = async (scene, { what }) => {
  const { person, lab } = scene;
  const about = { about: await openForm(scene, what, { lab: lab.id }) };
  if (what === "name") return [say("profile.askName", { name: person.printedName ?? person.name }, about)];
  return [say("profile.askUnit", await unitsOf(scene), about)];
};

/** A name in one line, without signs that turn the text around; nothing where it has no letter, or too many. */
export function nameIn(words: string): string | undefined {
  const name = words
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return name.length <= LETTERS && /[\p{L}\p{N}]/u.test(name) ? name : undefined;
}

/** The answer to "your name". */
export async function answerName({ db, person }: LabScene, words: string): Promise<Answered> {
  const name = nameIn(words);
  if (!name) return { again: [say("profile.tooLong", {})] };
  await db.person.update({ where: { id: person.id }, data: { printedName: name } });
  return [say("profile.nameSet", { name })];
}

/** The answer to "your unit": one that is known, or a new one; where it is near to others, it is asked which. */
export async function answerUnit(scene: LabScene, state: unknown, words: string): Promise<Answered> {
  const name = nameIn(words);
  if (!name) return { again: [say("profile.tooLong", {})] };
  const near = await suggestUnits(scene, name, {
    ...{ asked: state, kind: "unit", state: { lab: scene.lab.id } },
  });
  if (near.length > 0) return near;
  const unit = await unitOf(scene.db, scene.lab, name);
  await belong(scene, unit.id);
  return [say("profile.unitSet", { unit: unit.name })];
}

/** A unit's button. */
export const pickUnit: UseCase<typeof PickUnit, LabScene> = async (scene, { unit: id }) => {
  const { db, lab } = scene;
  const unit = await db.unit.findFirst({ where: { id, labId: lab.id } });
  if (!unit) return [toast("person.oldButton", {})];
  await belong(scene, id);
  await closeForms(scene, "unit");
  return [turn("profile.unitSet", { unit: unit.name })];
};

/** `Unit baru`: the name that was typed is none of the near ones. */
export const nameUnit: UseCase<typeof NameUnit, LabScene> = async (scene, { draft: id }) => {
  const { db, lab, person } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, kind: "unit", doneAt: null } });
  const typed = typedIn(draft?.state);
  if (!typed) return [toast("person.oldButton", {})];
  await closeForms(scene, "unit");
  const unit = await unitOf(db, lab, typed);
  await belong(scene, unit.id);
  return [turn("profile.unitSet", { unit: unit.name })];
};

/** `Nanti saja`. */
export const skipUnit: UseCase<typeof SkipUnit, LabScene> = async (scene) => {
  await closeForms(scene, "unit");
  return [turn("profile.skipped", {})];
};

/** Asks somebody for the unit, once ever, in a lab that has units; nothing where it is known, or was asked. */
export async function askUnitOnce(scene: LabScene): Promise<Saying[]> {
  const { db, lab, person, now } = scene;
  const asked = await unitsOf(scene);
  if (asked.units.length === 0) return [];
  const { count } = await db.membership.updateMany({
    where: { personId: person.id, labId: lab.id, unitId: null, unitAskedAt: null },
    data: { unitAskedAt: now },
  });
  return count > 0 ? [say("profile.askUnit", asked)] : [];
}

async function belong({ db, lab, person, now }: LabScene, unitId: number) {
  await db.membership.update({
    where: { personId_labId: { personId: person.id, labId: lab.id } },
    data: { unitId, unitAskedAt: now },
  });
}

/** The units that most people belong to. */
export async function unitsOf({ db, lab }: Pick<LabScene, "db" | "lab">) {
  const units = await db.$queryRaw<{ id: number; name: string }[]>`
    select u.id, u.name from "Unit" u left join "Membership" m on m."labId" = u."labId" and m."unitId" = u.id
    where u."labId" = ${lab.id} group by u.id order by count(m.*) desc, u.id limit ${OFFERED}`;
  return { lab: lab.name, units };
}
