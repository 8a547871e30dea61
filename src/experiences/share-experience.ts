import { z } from "zod";
import type { Db } from "../db.ts";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import { openForm } from "../forms/open-form.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { react, say, toast, turn, whisper } from "../sayings.ts";
import { EDITION, termsOf } from "../search/terms.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { askNext } from "./complete-experience.ts";
import { countOf, openQuestions, questions, withFiles } from "./experience.ts";
import { holdExperience } from "./screen-experience.ts";

export const ShareExperience = z.object({ text: IdeaText, files: FilesGiven.default([]) });
export const AskExperience = z.object({ text: z.string(), files: FilesGiven.default([]) });
export const WithdrawExperience = z.object({ experience: RowId });

/** `/pengalaman TEXT`: kept for whoever looks for it; a sign in the group, a word and what is still open to who shared it. */
export const shareExperience: UseCase<typeof ShareExperience, LabScene> = async (scene, { text, files }) => {
  const { db, lab, person, chat, now } = scene;
  const shared = { labId: lab.id, personId: person.id, text, sharedAt: now };
  const terms = { terms: termsOf(lab.id, text), termsEdition: EDITION };
  const created = await db.experience.create({ data: { ...shared, ...terms } });
  const attachments = await keepFiles(scene, files, { experienceId: created.id });
  const asked = await holdExperience(scene, { ...created, person, attachments });
  const told = await keptOf(db, created.id);
  if (chat.kind !== "private") return [react("noted"), whisper("experience.kept", told), ...asked];
  const said = say("experience.kept", { ...told, open: [] });
  return [
    react("noted"),
    said,
    ...asked,
    ...(told.open.length > 0 ? await askNext(scene, created, questions) : []),
  ];
};

/** What its writer reads of it. */
async function keptOf(db: Db, id: number) {
  const told = await db.experience.findUniqueOrThrow({ where: { id }, include: withFiles });
  const open = openQuestions(told).length > 0 ? [{}] : [];
  const held = told.heldAt ? "yes" : "no";
  return { id, title: titleOf(told.text).title, files: countOf(told.attachments), open, held };
}

/** Bare `/pengalaman` asks: where, what worked, what did not. */
export const askExperience: UseCase<typeof AskExperience, LabScene> = async (scene, { files }) => {
  const begun = { lab: scene.lab.id, files, album: files[0]?.album ?? null };
  return [say("experience.ask", {}, { about: await openForm(scene, "experience", begun) })];
};

/** The answer, with the files that came before it and with it. */
export const answerExperience = (scene: LabScene, _: unknown, text: string, files: FileGiven[]) =>
  shareExperience(scene, { text, files });

/** Its writer takes it back; nothing more is asked about it. */
export const withdrawExperience: UseCase<typeof WithdrawExperience, LabScene> = async (
  { db, lab, person, now },
  { experience: id },
) => {
  const where = { id, labId: lab.id, personId: person.id, withdrawnAt: null };
  const found = await db.experience.findFirst({ where });
  if (!found) return [toast("experience.missing", {}, true)];
  await db.experience.update({ where: { id }, data: { withdrawnAt: now } });
  const asked = { kind: { in: [...questions] }, state: { path: ["experience"], equals: id } };
  await db.draft.updateMany({
    where: { ...asked, personId: person.id, doneAt: null },
    data: { doneAt: now },
  });
  return [turn("experience.withdrawn", { id, title: titleOf(found.text).title })];
};

/** `Kembalikan`. */
export const restoreExperience: UseCase<typeof WithdrawExperience, LabScene> = async (
  { db, person },
  { experience: id },
) => {
  const { count } = await db.experience.updateMany({
    where: { id, personId: person.id, withdrawnAt: { not: null } },
    data: { withdrawnAt: null },
  });
  return count > 0 ? [turn("experience.kept", await keptOf(db, id))] : [toast("person.oldButton", {})];
};
