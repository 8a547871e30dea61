import { z } from "zod";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Answered } from "../forms/answered.ts";
import { openForm } from "../forms/open-form.ts";
import { AddIdea } from "../ideas/add-idea.ts";
import { pastDayIn } from "../language/past-day.ts";
import { todayIn } from "../plans/plan.ts";
import { react, type Saying, say, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { shownOf, withFiles } from "./material.ts";

/** A title, with its day at the end where it was not today; files come with it, or with the message that it answers. */
export const NoteMaterial = AddIdea;
export const AskMaterial = z.object({});
const Bare = z.object({
  files: FilesGiven.default([]),
  reply: z.object({ ofBot: z.boolean(), files: FilesGiven.default([]) }).optional(),
});
/** Files alone. */
export const NoteFiles = Bare.extend({ text: z.literal("") })
  .transform(({ files, reply }) => ({ files: reply && !reply.ofBot ? [...files, ...reply.files] : files }))
  .refine(({ files }) => files.length > 0);

/** What the question for a material has so far. */
const Begun = z.object({
  ...{ title: z.string().default(""), day: z.string().default(""), files: FilesGiven.default([]) },
});
type Begun = z.output<typeof Begun>;

/** `/materi JUDUL [kemarin|24/11]`: what was taught, for whoever missed it. */
export const noteMaterial: UseCase<typeof NoteMaterial, LabScene> = (scene, { text, files }) =>
  note(scene, text, { title: "", day: "", files });

/** `/materi` under a file, or as a reply to one: its title is asked for. */
export const noteFiles: UseCase<typeof NoteFiles, LabScene> = (scene, { files }) =>
  askTitle(scene, { title: "", day: "", files });

/** `Catat materi`. */
export const askMaterial: UseCase<typeof AskMaterial, LabScene> = (scene) =>
  askTitle(scene, { title: "", day: "", files: [] });

/** The answer to what was still missing: a title, a day, or both. */
export async function answerMaterial(
  scene: LabScene,
  state: unknown,
  text: string,
  files: FileGiven[],
): Promise<Answered> {
  const begun = Begun.catch({ title: "", day: "", files: [] }).parse(state ?? {});
  return note(scene, text, { ...begun, files });
}

/** A day that cannot be is asked for again; all else that was said and sent is kept meanwhile. */
async function note(scene: LabScene, text: string, begun: Begun): Promise<Saying[]> {
  const today = todayIn(scene.lab.zone, scene.now);
  const found = pastDayIn(text, today);
  if (!found && begun.title) return askDay(scene, begun, { said: text, why: "unknown" });
  const title = begun.title || (found ? found.rest : text.trim());
  if (found && "wrong" in found)
    return askDay(scene, { ...begun, title }, { said: found.said, why: found.wrong });
  const day = found ? found.day.toString() : begun.day || today.toString();
  return title === "" ? askTitle(scene, { ...begun, day }) : keep(scene, { ...begun, title, day });
}

async function askTitle(scene: LabScene, begun: Begun): Promise<Saying[]> {
  const album = begun.files[0]?.album ?? null;
  const about = await openForm(scene, "material", { ...begun, album, lab: scene.lab.id });
  return [say("material.ask", {}, { about })];
}

async function askDay(scene: LabScene, begun: Begun, wrong: { said: string; why: string }) {
  const album = begun.files[0]?.album ?? null;
  const about = await openForm(scene, "material", { ...begun, album, lab: scene.lab.id });
  return [say("material.askDay", { title: begun.title, ...wrong }, { about })];
}

/** The same title of the same day is one material: what comes again brings its files to it. */
async function keep(scene: LabScene, { title, day, files }: Begun): Promise<Saying[]> {
  const { db, lab, person, chat, now } = scene;
  const what = { labId: lab.id, title, taughtOn: new Date(`${day}T00:00:00Z`) };
  const there = await db.material.findFirst({ where: { ...what, withdrawnAt: null } });
  const { id } =
    there ?? (await db.material.create({ data: { ...what, personId: person.id, createdAt: now } }));
  await keepFiles(scene, files, { materialId: id });
  const material = await db.material.findUniqueOrThrow({ where: { id }, include: withFiles });
  const key = there ? "material.already" : "material.noted";
  const args = shownOf(lab, material);
  return chat.kind === "private" ? [say(key, args)] : [react("noted"), whisper(key, args)];
}
