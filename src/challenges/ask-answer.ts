import { z } from "zod";
import { openForm } from "../forms/open-form.ts";
import { AskIdea, askIdea } from "../ideas/ask-idea.ts";
import { say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { answerWithoutWords, isRunning } from "./answer-challenge.ts";
import { findChallenge, questionOf } from "./draw-board.ts";

export const AskAnswer = AskIdea.extend({ challenge: z.number() });

/** Bare `/ide` as a reply to a board asks for the answer; after the end, for an idea. */
export const askAnswer: UseCase<typeof AskAnswer, LabScene> = async (scene, { challenge, ...asked }) => {
  const found = await findChallenge(scene.db, challenge);
  if (!found || !(await isRunning(scene, challenge))) return askIdea(scene, asked);
  if (asked.files.length > 0) return answerWithoutWords(scene, { challenge, files: asked.files });
  const about = await openForm(scene, "idea", { challenge });
  return [say("challenge.askHere", questionOf(found), { about })];
};
