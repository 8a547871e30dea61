import { z } from "zod";
import type { Prisma } from "../db.ts";
import { FilesGiven } from "../files/file.ts";
import { openForm } from "../forms/open-form.ts";
import type { Address, Saying } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findTalk, type Kept } from "./find-talk.ts";
import { isIdea, joins, type Said, type Talk, wholeOf } from "./talk.ts";

/** A message in private that was not asked for: words, a file, or something passed on. */
export const GatherTalk = z
  .object({ text: z.string().trim(), files: FilesGiven.default([]), forwarded: z.boolean().default(false) })
  .refine(({ text, files }) => isIdea(text) || files.length > 0);

/**
 * Plain talk in private is kept, and offered as an idea: nothing typed or sent is lost. An album's files, and messages
 * that are passed on in a burst, come together under one answer.
 */
export const gatherTalk: UseCase<typeof GatherTalk, LabScene> = (scene, said) => talkAbout(scene, said, {});

/** What somebody says besides: it goes with the talk before, or begins one of this purpose. */
export async function talkAbout(scene: LabScene, said: Said, purpose: Purpose): Promise<Saying[]> {
  const before = await findTalk(scene);
  if (before && joins(before.talk, said, scene.now)) return addToTalk(scene, before, said);
  return beginTalk(scene, said, purpose);
}

/** What a talk has besides what was said: why it is asked for. */
type Purpose = Pick<Talk, "anonymous" | "challenge" | "besides" | "notTo">;

/** Begins a talk. Files without words are a question: the sentence about them is what is written next. */
export async function beginTalk(scene: LabScene, said: Said, purpose: Purpose = {}): Promise<Saying[]> {
  return [shown(await keepTalk(scene, said, purpose))];
}

/** Keeps a talk, so that it can become an idea. */
export async function keepTalk(scene: LabScene, said: Said, purpose: Purpose = {}): Promise<{ id: number }> {
  const { db, person, chat, now } = scene;
  const state = { ...withPiece(scene, undefined, said), ...purpose };
  if (!isIdea(said.text)) return openForm(scene, "talk", state);
  const form = { personId: person.id, chatId: chat.id, kind: "talk", state, createdAt: now, doneAt: now };
  return db.draft.create({ data: form });
}

/** One message more; the answer to the first one follows it. */
export async function addToTalk(scene: LabScene, { id, talk }: Kept, said: Said): Promise<Saying[]> {
  const state = withPiece(scene, talk, said);
  const answered = isIdea(wholeOf(state).words) ? { doneAt: scene.now } : {};
  await scene.db.draft.update({ where: { id }, data: { state, ...answered } });
  return [showTalk(id)];
}

/** The bot's answer, drawn anew from what has come by then. */
export const shown = ({ id }: { id: number }, address: Address = { to: "here" }): Saying => ({
  do: "message",
  address,
  what: { view: "talk", id },
  about: { about: "draft", id },
});

export const showTalk = (id: number): Saying => ({ do: "show", about: { about: "draft", id } });

function withPiece({ message, now }: Pick<LabScene, "message" | "now">, talk: Talk | undefined, said: Said) {
  const { text, files, forwarded } = said;
  const album = files[0]?.album;
  const piece = { messageId: message?.id ?? 0, text, files };
  const { album: _, ...before } = talk ?? { pieces: [] };
  const state = { ...before, pieces: [...before.pieces, piece], at: now.toISOString(), forwarded };
  return { ...state, ...(album === undefined ? {} : { album }) } satisfies Talk & Prisma.InputJsonObject;
}
