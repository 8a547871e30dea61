import { z } from "zod";
import { show } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { IdeaText } from "./add-idea.ts";
import { termsOf } from "./terms.ts";

export const EditIdea = z.object({ messageId: z.number(), text: z.string() });

/** The message that an idea, a comment or a feedback came from was edited: the copy follows, the old text stays. */
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
      ...{ state: { in: ["draft", "posted"] }, anonymous: false },
    },
    include: { _count: { select: { versions: true } } },
  });
  if (!idea || idea.text === text.data) return [];
  const version = { ideaId: idea.id, number: idea._count.versions + 1, text: idea.text, endedAt: now };
  await db.version.create({ data: version });
  await db.idea.update({
    where: { id: idea.id },
    data: { text: text.data, terms: termsOf(idea.labId, text.data) },
  });
  return [show(idea.id)];
};
