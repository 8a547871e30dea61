import { z } from "zod";
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
import { countOf, openQuestions, questions } from "./experience.ts";

export const ShareExperience = z.object({ text: IdeaText, files: FilesGiven.default([]) });
export const AskExperience = z.object({ text: z.string(), files: FilesGiven.default([]) });
export const WithdrawExperience = z.object({ experience: RowId });

/** `/pengalaman TEXT`: kept for whoever looks for it; a sign in the group, a word and what is still open to who shared it. */
export const shareExperience: UseCase<typeof ShareExperience, LabScene> = async (scene, { text, files }) => {
  const { db, lab, person, chat, now } = scene;
  const shared = { labId: lab.id, personId: person.id, text, sharedAt: now };
  const terms = { terms: termsOf(lab.id, text), termsEdition: EDITION };
  const told = await db.experience.create({ data: { ...shared, ...terms } });
  const kept = await keepFiles(scene, files, { experienceId: told.id });
  const args = { id: told.id, title: titleOf(text).title, files: countOf(kept) };
  const isOpen = openQuestions(told).length > 0;
  if (chat.kind !== "private")
    return [react("noted"), whisper("experience.kept", { ...args, open: isOpen ? [{}] : [] })];
  const said = say("experience.kept", { ...args, open: [] });
  return [react("noted"), said, ...(isOpen ? await askNext(scene, told, questions) : [])];
};

/** Bare `/pengalaman` asks: where, what worked, what did not. */
export const askExperience: UseCase<typeof AskExperience, LabScene> = async (scene, { files }) => {
  const begun = { files, album: files[0]?.album ?? null };
  return [say("experience.ask", {}, { about: await openForm(scene, "experience", begun) })];
};

const Begun = z.object({ files: FilesGiven.default([]) });

/** The answer, with the files that came before it. */
export function answerExperience(scene: LabScene, state: unknown, text: string, more: FileGiven[]) {
  const { files } = Begun.catch({ files: [] }).parse(state ?? {});
  return shareExperience(scene, { text, files: [...files, ...more] });
}

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
  return [turn("experience.withdrawn", { title: titleOf(found.text).title })];
};
