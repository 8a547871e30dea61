import { z } from "zod";
import { FilesGiven } from "../files/file.ts";
import { addIdea, IdeaText } from "../ideas/add-idea.ts";
import { isChatter } from "../language/intent.ts";
import { silence } from "../sayings.ts";
import { RecordLine, recordLine } from "../threads/record-line.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AnswerSpark = RecordLine.extend({
  ...{ digest: z.number(), files: FilesGiven.default([]) },
});
export const WordlessAnswer = z.object({ digest: z.number() });

/** A reply to a group's digest that asks a question is an idea; thanks and the like are talk, as they are below one that asks none. */
export const answerSpark: UseCase<typeof AnswerSpark, LabScene> = async (scene, answer) => {
  const { db, lab, chat } = scene;
  const { digest: id, text } = answer;
  const digest = await db.digest.findFirst({
    where: { id, labId: lab.id, recipient: `chat:${chat.id}` },
  });
  const idea = IdeaText.safeParse(text);
  if (!idea.success || isChatter(text) || !asks(digest?.content)) return recordLine(scene, answer);
  return addIdea(scene, { text: idea.data, files: answer.files });
};

/** A sticker below a digest. */
export const wordlessAnswer: UseCase<typeof WordlessAnswer, LabScene> = async () => silence;

type Content = { what?: { args?: { paragraphs?: { key: string }[] } } };

const asks = (content: unknown) =>
  (content as Content | undefined)?.what?.args?.paragraphs?.some(({ key }) => key === "spark.asked") ?? false;
