import type { Scene } from "../use-case.ts";

type Words = {
  text: string;
  ideaId?: number | undefined;
  replyTo?: number | undefined;
  hidden?: boolean;
};

/** Keeps the message that this came from as a line of its discussion. A second time it replaces the words. */
export async function keepLine(scene: Scene, words: Words): Promise<{ id: number }> {
  const { db, chat, person, message, now } = scene;
  if (!message) throw new Error("a line is kept from a message");
  const { text, ideaId = null, replyTo = null, hidden = false } = words;
  const [line] = await db.$queryRaw<{ id: number }[]>`
    insert into "Line" ("chatId", "rawChatId", "messageId", "topicId", "personId", text, "saidAt", "ideaId",
      "replyToMessageId", hidden)
    values (${chat.id}, ${message.rawChatId}, ${message.id}, ${message.topicId ?? null}, ${person.id}, ${text}, ${now},
      ${ideaId}, ${replyTo}, ${hidden})
    on conflict ("rawChatId", "messageId") do update
      set text = excluded.text, "ideaId" = coalesce(excluded."ideaId", "Line"."ideaId")
    returning id`;
  if (!line) throw new Error("a line was neither kept nor there");
  return line;
}
