import { z } from "zod";
import type { FileGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import { openForm } from "../forms/open-form.ts";
import type { Experience } from "../generated/prisma/client.ts";
import { titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, toast, turn } from "../sayings.ts";
import { EDITION, termsOf } from "../search/terms.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { openQuestions, type Question, questions, withFiles, wordsOf } from "./experience.ts";
import { holdExperience } from "./screen-experience.ts";

export const CompleteExperience = z.object({ experience: RowId });
export const SkipPart = z.object({ draft: RowId });

/** `Lengkapi`, under an experience that was shared in a group: asks in private what it does not tell. */
export const completeExperience: UseCase<typeof CompleteExperience, LabScene> = async (
  scene,
  { experience: id },
) => {
  const found = await mine(scene, id);
  if (!found) return [toast("experience.missing", {}, true)];
  return askNext(scene, found, questions);
};

/**
 * An answer to one of the questions, with its files; the next one follows. The search finds it by these words too. Where
 * it is gone, they are kept as talk.
 */
export const answerPart =
  (kind: Question) =>
  async (scene: LabScene, state: unknown, text: string, files: FileGiven[]): Promise<Saying[]> => {
    const found = await mine(scene, idIn(state));
    if (found) return addPart(scene, found, { kind, text, files });
    const talk = await beginTalk(scene, { text, files, forwarded: false });
    return [say("experience.missing", {}), ...talk];
  };

type Part = { kind: Question; text: string; files: FileGiven[] };
type Mine = NonNullable<Awaited<ReturnType<typeof mine>>>;

async function addPart(scene: LabScene, found: Mine, { kind, text, files }: Part): Promise<Saying[]> {
  const lab = { id: found.labId };
  const more = await keepFiles({ ...scene, lab }, files, { experienceId: found.id });
  const attachments = [...found.attachments, ...more];
  const told = { ...found, [kind]: text };
  const terms = { terms: termsOf(found.labId, wordsOf(told)), termsEdition: EDITION };
  await scene.db.experience.update({ where: { id: found.id }, data: { [kind]: text, ...terms } });
  const asked = await holdExperience(scene, { ...told, attachments, person: scene.person });
  return [...asked, ...(await askNext(scene, told, after(kind)))];
}

/** `Lewati`. */
export const skipPart: UseCase<typeof SkipPart, LabScene> = async (scene, { draft: id }) => {
  const { db, person, now } = scene;
  const draft = await db.draft.findFirst({
    where: { id, personId: person.id, kind: { in: [...questions] }, doneAt: null },
  });
  const found = draft && (await mine(scene, idIn(draft.state)));
  if (!draft || !found) return [toast("idea.formClosed", {})];
  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const next = await askNext(scene, found, after(draft.kind as Question));
  return [turn("experience.skipped", {}), ...next];
};

/** The first question that is open; thanks where none is. */
export async function askNext(
  scene: LabScene,
  told: Experience,
  open: readonly Question[],
): Promise<Saying[]> {
  const [kind] = openQuestions(told, open);
  if (!kind) return [say("experience.complete", { title: titleOf(told.text).title })];
  const about = await openForm(scene, kind, { experience: told.id });
  return [say("experience.question", { draft: about.id, kind }, { about })];
}

const after = (kind: Question) => questions.slice(questions.indexOf(kind) + 1);

const idIn = (state: unknown) => ((state ?? {}) as { experience?: number }).experience ?? 0;

/** The person's own, in whichever lab. */
const mine = ({ db, person }: LabScene, id: number) =>
  db.experience.findFirst({ where: { id, personId: person.id, withdrawnAt: null }, include: withFiles });
