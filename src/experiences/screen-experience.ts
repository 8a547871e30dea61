import { z } from "zod";
import type { Db } from "../db.ts";
import type { Experience, Person } from "../generated/prisma/client.ts";
import { titleOf } from "../ideas/idea.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { RowId } from "../row-id.ts";
import { type Message, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { withFiles, wordsOf } from "./experience.ts";

export const ScreenExperience = z.object({
  ...{ experience: RowId, answer: z.enum(["yes", "no"]), read: z.coerce.number().int() },
});

/** So many that wait are shown to somebody who has just become a facilitator, the oldest first. */
const FIRST = 10;

type Written = Experience & { person: Person; attachments: unknown[] };

/**
 * In a lab that screens, what somebody writes who is not trusted waits for a facilitator's yes before others find it;
 * so does what is added to it later. Nothing where it needs none, or waits already.
 */
export async function holdExperience(
  { db, now }: Pick<LabScene, "db" | "now">,
  told: Written,
): Promise<Message[]> {
  const lab = await db.lab.findUniqueOrThrow({ where: { id: told.labId } });
  const key = { personId_labId: { personId: told.personId, labId: lab.id } };
  const member = await db.membership.findUnique({ where: key });
  const isTrusted = member !== null && (member.roles.length > 0 || member.trustedAt !== null);
  if (told.heldAt || !lab.screens || isTrusted) return [];
  await db.experience.update({ where: { id: told.id }, data: { heldAt: now } });
  return (await findFacilitators(db, lab.id)).map(({ personId }) => asked(personId, told));
}

/** Asks somebody who has just become a facilitator for what waits already. */
export async function askForHeld(db: Db, labId: number, personId: number): Promise<Message[]> {
  const waiting = await db.experience.findMany({
    where: { labId, heldAt: { not: null }, withdrawnAt: null },
    ...{ include: { person: true, ...withFiles }, orderBy: { id: "asc" }, take: FIRST },
  });
  return waiting.map((told) => asked(personId, told));
}

const asked = (personId: number, told: Written) =>
  tell({ personId }, "experience.toScreen", shownTo(told, "waits"));

const shownTo = (told: Written, state: "waits" | "shown") => ({
  ...{ id: told.id, who: told.person.name, text: wordsOf(told), state, read: readIn(told) },
  files: told.attachments.length,
});

/** Grows with what is added, so that nobody says yes to what they have not read. */
const readIn = (told: Written) => wordsOf(told).length;

/** A facilitator's yes to an experience, and `Sembunyikan`. Its writer hears of it. */
export const screenExperience: UseCase<typeof ScreenExperience, LabScene> = async (scene, pressed) => {
  const { db, lab, now } = scene;
  const { experience: id, answer, read } = pressed;
  const where = { id, labId: lab.id, withdrawnAt: null };
  const found = await db.experience.findFirst({ where, include: { person: true, ...withFiles } });
  if (!found) return [toast("experience.gone", {}, true)];
  const state = answer === "yes" ? "shown" : "waits";
  if (answer === "yes" && read !== readIn(found))
    return [toast("experience.grown", {}, true), turn("experience.toScreen", shownTo(found, "waits"))];
  const said = turn("experience.toScreen", shownTo(found, state));
  if ((found.heldAt === null) === (answer === "yes")) return [said];
  await db.experience.update({ where: { id }, data: { heldAt: answer === "yes" ? null : now } });
  const args = { title: titleOf(found.text).title, state };
  return [said, tell({ personId: found.personId }, "experience.screened", args)];
};
