import { z } from "zod";
import { answerChallenge } from "../challenges/answer-challenge.ts";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { closeForms, openForm } from "../forms/open-form.ts";
import { type Saying, say } from "../sayings.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import type { Said } from "../talk/talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addIdea } from "./add-idea.ts";
import { exampleFor } from "./example.ts";
import { keepIdea } from "./keep-idea.ts";
import { keepAnonymously } from "./post-idea.ts";

/** Nothing, or nothing that could be read as an idea. */
export const AskIdea = z.object({
  text: z.string().regex(/^[^\p{L}\p{N}]*$/u),
  files: FilesGiven.default([]),
});

/** Bare `/ide`: asks for the idea, with an example. The question is a form, so that the answer is an idea without a command. */
export const askIdea: UseCase<typeof AskIdea, LabScene> = async (scene, { files }) => {
  const isPrivate = scene.chat.kind === "private";
  if (isPrivate && files.length > 0) return beginTalk(scene, { text: "", files, forwarded: false });
  await closeForms(scene, "idea");
  const about = await openForm(scene, "idea", { files, album: files[0]?.album ?? null });
  if (files.length > 0) return [say("file.asksIdea", { count: files.length }, { about })];
  const example = exampleFor(about.id);
  if (!isPrivate) return [say("idea.ask", { example }, { about })];
  return [say("idea.askPrivately", { draft: about.id, lab: scene.lab.name, example }, { about })];
};

/** What the form of an idea has so far: files that wait for words, the challenge it answers, no name wanted. */
const Begun = z.object({
  files: FilesGiven.default([]),
  anonymous: z.boolean().default(false),
  challenge: z.number().optional(),
});
const begunOf = (state: unknown) => Begun.catch({ files: [], anonymous: false }).parse(state ?? {});

/** The answer to `/ide`. What is passed on may be the first of a burst, and is therefore only offered as an idea. */
export async function answerIdea(scene: LabScene, state: unknown, said: Said): Promise<Saying[]> {
  const { files: before, anonymous, challenge } = begunOf(state);
  const { text, files: more, forwarded } = said;
  const files = [...before, ...more];
  if (scene.chat.kind === "private") {
    if (forwarded) return beginTalk(scene, { text, files, forwarded }, anonymous ? { anonymous } : {});
    return anonymous ? keepAnonymously(scene, { text, files }) : keepIdea(scene, { text, files });
  }
  if (challenge !== undefined) return answerChallenge(scene, { challenge, text, files });
  return addIdea(scene, { text, files });
}

/** Files without words where an idea was asked for: they wait for a sentence. */
export async function holdFiles(scene: LabScene, id: number, files: FileGiven[]): Promise<Saying[]> {
  const { db, person, chat, now } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, kind: "idea" } });
  if (!draft) return [];
  const { files: before, ...begun } = begunOf(draft.state);
  if (chat.kind === "private") {
    await db.draft.update({ where: { id }, data: { doneAt: now } });
    return beginTalk(
      scene,
      { text: "", files, forwarded: false },
      begun.anonymous ? { anonymous: true } : {},
    );
  }
  const all = [...before, ...files];
  const album = files[0]?.album ?? null;
  await db.draft.update({ where: { id }, data: { state: { ...begun, files: all, album }, doneAt: null } });
  return [say("file.asksIdea", { count: all.length }, { about: { about: "draft", id } })];
}
