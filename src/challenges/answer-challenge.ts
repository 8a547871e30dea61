import { z } from "zod";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { keepFiles } from "../files/keep-files.ts";
import { openForm } from "../forms/open-form.ts";
import { addIdea, createIdea, IdeaText, type Worded, writtenHere } from "../ideas/add-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { keepIdea } from "../ideas/keep-idea.ts";
import { react, type Saying, say, silence } from "../sayings.ts";
import { holdIdea } from "../screening/hold-idea.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import { startOfDay } from "../threads/thread.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AnswerChallenge = z.object({
  ...{ challenge: z.number(), text: IdeaText, files: FilesGiven.default([]) },
});
export const AnswerWithoutWords = z.object({ challenge: z.number(), files: FilesGiven.default([]) });

/** A reply to the board is an idea: a sign on it, and the board counts it. After the end it gets a card, as any other. */
export const answerChallenge: UseCase<typeof AnswerChallenge, LabScene> = async (scene, answer) => {
  const { challenge: id, ...idea } = answer;
  const stored = await store(scene, id, idea);
  if (!stored) return addIdea(scene, idea);
  return stored.isFull ? holdIdea(scene, stored, "full") : [react("noted"), showBoard(id)];
};

/**
 * Stores an answer, where the challenge still runs. A session is no time to wait for a yes, and its answers have a limit
 * of their own: what is beyond it is kept with its session, to be sent tomorrow.
 */
async function store(scene: LabScene, id: number, { text, files = [] }: Worded) {
  const { db, lab } = scene;
  if (!(await isRunning(scene, id))) return undefined;
  const isFull = await hasAnsweredEnough(scene, id);
  const answer = writtenHere(scene, text, isFull ? "full" : "posted");
  const idea = await createIdea(db, lab, { ...answer, challengeId: id });
  await keepFiles(scene, files, { ideaId: idea.id });
  return { ...idea, text, isFull };
}

export const isRunning = async ({ db, lab, now }: LabScene, id: number) =>
  (await db.challenge.count({ where: { id, labId: lab.id, endedAt: null, endsAt: { gt: now } } })) > 0;

/** Whether this person has given as many answers today as one may: as many as ideas in a day. */
export async function hasAnsweredEnough({ db, lab, person, roles, now }: LabScene, challengeId: number) {
  if (lab.dailyLimit === 0 || roles.includes("facilitator")) return false;
  const sentAt = { gte: startOfDay(now, lab.zone) };
  return (await db.idea.count({ where: { challengeId, authorId: person.id, sentAt } })) >= lab.dailyLimit;
}

/**
 * A photo or a voice note below the board, without words: it is kept, and whoever sent it is asked for a sentence,
 * privately where that can be. A sticker or a smile is no idea, and nobody is lectured.
 */
export const answerWithoutWords: UseCase<typeof AnswerWithoutWords, LabScene> = async (scene, answer) => {
  const { challenge, files } = answer;
  if (files.length === 0) return silence;
  const { db, person } = scene;
  const chat = await db.chat.findUnique({ where: { telegramId: person.telegramId } });
  if (!chat || person.private !== "open") return askHere(scene, challenge, files);
  const said = { text: "", files, forwarded: false };
  const asked = await beginTalk({ ...scene, chat }, said, { challenge });
  return [
    react("seen"),
    ...asked.map((each) => (each.do === "message" ? { ...each, address: ASIDE } : each)),
  ];
};

const ASIDE = { to: "aside" } as const;

async function askHere(scene: LabScene, challenge: number, files: FileGiven[]): Promise<Saying[]> {
  const about = await openForm(scene, "idea", { files, challenge, album: files[0]?.album ?? null });
  return [say("file.asksIdea", { count: files.length }, { about })];
}

/** The sentence about a file, written in private: the answer counts in the session, if that still runs. */
export async function answerFromPrivate(scene: LabScene, id: number, idea: Worded): Promise<Saying[]> {
  const stored = await store(scene, id, idea);
  if (!stored) return keepIdea(scene, idea);
  if (stored.isFull) return holdIdea(scene, stored, "full");
  const files = idea.files && idea.files.length > 0 ? [{}] : [];
  const args = { code: codeOf(scene.lab, stored), title: titleOf(idea.text).title, files };
  return [say("challenge.counted", args), showBoard(id)];
}

export const showBoard = (id: number) => ({ do: "show", about: { about: "challenge", id } }) as const;
