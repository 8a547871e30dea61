import { z } from "zod";
import { addIdea, createIdea, IdeaText, writtenHere } from "../ideas/add-idea.ts";
import { react, silence } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AnswerChallenge = z.object({ challenge: z.number(), text: IdeaText });
export const AnswerWithoutWords = z.object({ challenge: z.number() });

/** A reply to the board is an idea: a sign on it, and the board counts it. After the end it gets a card, as any other. */
export const answerChallenge: UseCase<typeof AnswerChallenge, LabScene> = async (scene, answer) => {
  const { db, lab, now } = scene;
  const { challenge: id, text } = answer;
  const challenge = await db.challenge.findFirst({ where: { id, labId: lab.id } });
  if (!challenge || challenge.endedAt || challenge.endsAt <= now) return addIdea(scene, { text });
  await createIdea(db, lab, { ...writtenHere(scene, text), challengeId: id });
  return [react("noted"), showBoard(id)];
};

/** A sticker or a smile below the board is no idea, and nobody is lectured. */
export const answerWithoutWords: UseCase<typeof AnswerWithoutWords, LabScene> = async () => silence;

export const showBoard = (id: number) => ({ do: "show", about: { about: "challenge", id } }) as const;
