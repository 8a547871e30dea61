import { z } from "zod";
import { editAnswer } from "../questions/edit-answer.ts";
import { aside } from "../sayings.ts";
import { editTalk } from "../talk/edit-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { IdeaText } from "./add-idea.ts";
import { changeIdea } from "./change-idea.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

export const EditIdea = z.object({ messageId: z.number(), text: z.string() });

/**
 * The message that an idea, a comment, a feedback, an answer or talk came from was edited: the copy follows; of an idea
 * the old text stays.
 */
export const editIdea: UseCase<typeof EditIdea, LabScene> = async (scene, { messageId, text: whole }) => {
  const { db, chat, person, now } = scene;
  const text = IdeaText.safeParse(whole.replace(/^\/\w+(@\w+)?\s*/, ""));
  if (!text.success) return [];
  const line = { rawChatId: chat.telegramId, messageId, personId: person.id };
  await db.line.updateMany({ where: line, data: { text: text.data, editedAt: now } });
  await db.feedback.updateMany({ where: { line }, data: { text: text.data } });

  const idea = await db.idea.findFirst({
    where: {
      sourceChatId: chat.telegramId,
      sourceMessageId: messageId,
      authorId: person.id,
      ...{ state: { in: ["draft", "posted", "waiting"] }, anonymous: false },
    },
    include: { lab: true },
  });
  const edited = { messageId, text: text.data };
  if (!idea) await editAnswer(scene, edited);
  if (!idea) return editTalk(scene, edited);
  if (idea.text === text.data) return [];
  if (idea.state === "waiting")
    return [aside("idea.waitsUnchanged", { id: idea.id, code: codeOf(idea.lab, idea) })];
  // An answer that its session hides is told to nobody; the row alone does not say so.
  const told = await findIdea(db, idea.lab, idea.id);
  return told ? changeIdea(scene, told, text.data) : [];
};
