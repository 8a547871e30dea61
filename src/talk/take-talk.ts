import { z } from "zod";
import { answerFromPrivate } from "../challenges/answer-challenge.ts";
import { keepIdea, keepOneOfMany } from "../ideas/keep-idea.ts";
import { keepAnonymously } from "../ideas/post-idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findTalk, type Kept } from "./find-talk.ts";
import { addToTalk, beginTalk, shown, showTalk } from "./gather-talk.ts";
import { eachOf, fits, isIdea, joins, type Piece, type Said, type Talk, wholeOf } from "./talk.ts";

export const TakeTalk = z.object({ offer: RowId, how: z.enum(["one", "each"]).default("one") });

/** "Jadikan ide": what was said becomes an idea, or each of its messages one; once. */
export const takeTalk: UseCase<typeof TakeTalk, LabScene> = async (scene, { offer: id, how }) => {
  const found = await findTalk(scene, { id });
  if (!found || !isIdea(wholeOf(found.talk).words)) return [toast("person.oldButton", {})];
  const ideas = how === "each" ? eachOf(found.talk) : [oneOf(found.talk)];
  const kept = await take(scene, found, ideas);
  return [turn("talk.taken", {}), ...kept];
};

/** What comes while files wait for a sentence: that sentence, or more to go with them. A reply to an old offer is new talk. */
export async function answerTalk(scene: LabScene, id: number, said: Said): Promise<Saying[]> {
  const found = await findTalk(scene, { id });
  if (!found?.open) return beginTalk(scene, said);
  if (joins(found.talk, said, scene.now)) return addToTalk(scene, found, said);
  if (!fits(found.talk, said)) return beginTalk(scene, said);
  if (!isIdea(said.text)) return [...(await addToTalk(scene, found, said)), shown({ id })];
  const last = { messageId: scene.message?.id ?? 0, text: said.text, files: said.files };
  const talk = { ...found.talk, pieces: [...found.talk.pieces, last] };
  return [...(await take(scene, { ...found, talk }, [oneOf(talk)])), showTalk(id)];
}

/** All of it as one: it came with the first message that has words. */
function oneOf(talk: Talk): Piece {
  const { words, files } = wholeOf(talk);
  const messageId = talk.pieces.find(({ text }) => isIdea(text))?.messageId ?? 0;
  return { messageId, text: words, files };
}

/** A talk is taken once. */
export const closeTalk = ({ db, now }: Pick<LabScene, "db" | "now">, { id, talk }: Kept) =>
  db.draft.update({ where: { id }, data: { kind: "taken", state: talk, doneAt: now } });

async function take(scene: LabScene, found: Kept, ideas: Piece[]): Promise<Saying[]> {
  const { chat } = scene;
  const { talk } = found;
  await closeTalk(scene, found);
  const keep = ideas.length > 1 ? keepOneOfMany : keepIdea;
  const sayings: Saying[] = [];
  for (const { messageId, text, files } of ideas) {
    const message = { id: messageId, topicId: undefined, rawChatId: Number(chat.telegramId) };
    const here = { ...scene, message };
    if (talk.challenge) sayings.push(...(await answerFromPrivate(here, talk.challenge, { text, files })));
    else if (talk.anonymous) sayings.push(...(await keepAnonymously(here, { text, files })));
    else sayings.push(...(await keep(here, { text, files })));
  }
  return sayings;
}
