import type { Line } from "../generated/prisma/client.ts";
import type { Scene } from "../use-case.ts";

type Words = { text: string; ideaId?: number | undefined; replyTo?: number | undefined };

/** Keeps the message that this came from as a line of its discussion. A second time it replaces the words. */
export function keepLine(scene: Scene, { text, ideaId, replyTo }: Words): Promise<Line> {
  const { db, chat, person, message, now } = scene;
  if (!message) throw new Error("a line is kept from a message");
  const { id: messageId, topicId = null } = message;
  const rawChatId = chat.telegramId;
  const idea = ideaId === undefined ? {} : { ideaId };
  return db.line.upsert({
    where: { rawChatId_messageId: { rawChatId, messageId } },
    create: {
      ...{ chatId: chat.id, rawChatId, messageId, topicId, personId: person.id, text, saidAt: now },
      ...{ ...idea, replyToMessageId: replyTo ?? null },
    },
    update: { text, ...idea },
  });
}
