import { z } from "zod";
import { voteIdea } from "../ideas/vote-idea.ts";
import { RowId } from "../row-id.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { TurnAnswers, turnAnswers } from "./show-answers.ts";

export const SupportAnswer = z.object({ idea: RowId, ...TurnAnswers.shape });

/** A vote in the list of a session's answers: the list shows it at once. */
export const supportAnswer: UseCase<typeof SupportAnswer, LabScene> = async (scene, { idea, ...shown }) => {
  const voted = await voteIdea(scene, { idea });
  const anew = await turnAnswers(scene, shown);
  return [...voted, ...anew.filter((saying) => saying.do === "turn")];
};
