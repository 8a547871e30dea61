import { z } from "zod";
import { FilesGiven } from "../files/file.ts";
import { addIdea, IdeaText } from "../ideas/add-idea.ts";
import { askIdea } from "../ideas/ask-idea.ts";
import { isChatter } from "../language/intent.ts";
import { silence } from "../sayings.ts";
import { RecordLine, recordLine } from "../threads/record-line.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AnswerSpark = RecordLine.extend({
  ...{ digest: z.number(), files: FilesGiven.default([]) },
});
export const WordlessAnswer = z.object({ digest: z.number(), files: FilesGiven.default([]) });

/** A reply to a group's digest that asks a question is an idea; thanks and the like are talk, as they are below one that asks none. */
export const answerSpark: UseCase<typeof AnswerSpark, LabScene> = async (scene, answer) => {
  const { digest, text } = answer;
  const idea = IdeaText.safeParse(text);
  if (!idea.success || isChatter(text) || !(await asks(scene, digest))) return recordLine(scene, answer);
  return addIdea(scene, { text: idea.data, files: answer.files });
};

/** A photo below a question waits for a sentence; a sticker is nothing. */
export const wordlessAnswer: UseCase<typeof WordlessAnswer, LabScene> = async (scene, answer) => {
  const { digest, files } = answer;
  if (files.length === 0 || !(await asks(scene, digest))) return silence;
  return askIdea(scene, { text: "", files });
};

type Content = { what?: { args?: { paragraphs?: { key: string }[] } } };

/** Whether it is this group's digest, and ends with a question. */
async function asks({ db, lab, chat }: LabScene, id: number): Promise<boolean> {
  const digest = await db.digest.findFirst({ where: { id, labId: lab.id, recipient: `chat:${chat.id}` } });
  const { what } = (digest?.content ?? {}) as Content;
  return what?.args?.paragraphs?.some(({ key }) => key === "spark.asked") ?? false;
}
