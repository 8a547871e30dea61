import type { Db } from "../db.ts";
import { messageLink } from "../digests/digest.ts";
import type { Summary } from "../generated/prisma/client.ts";

/** The newest so many messages are read, at the most. */
const MOST = 400;

/** A message as a summary reads it, and how to point to it. */
export type Heard = {
  id: number;
  author: string;
  text: string;
  replyTo?: number | undefined;
  link: string | undefined;
};

/** The messages that a summary is about, oldest first: a chat's (or a topic's) in its time, or an idea's thread. */
export async function gatherLines(db: Db, summary: Summary): Promise<Heard[]> {
  const { chatId, topicId, ideaId, from, to } = summary;
  const here = { chatId, saidAt: { gte: from, lte: to }, ...(topicId ? { topicId } : {}) };
  const where = ideaId ? { ideaId, saidAt: { lte: to } } : here;
  const include = { person: true, chat: true, idea: true };
  const lines = (await db.line.findMany({ where, include, orderBy: { id: "desc" }, take: MOST })).reverse();
  const ids = new Map(lines.map((line) => [`${line.rawChatId}:${line.messageId}`, line.id]));

  return lines.map(({ id, rawChatId, messageId, replyToMessageId, text, person, chat, idea, personId }) => {
    const hidden = chat.kind === "private" && idea?.anonymous === true && idea.authorId === personId;
    const link =
      chat.kind === "supergroup" && rawChatId < -1_000_000_000_000n
        ? messageLink(rawChatId, messageId)
        : undefined;
    const replyTo = replyToMessageId ? ids.get(`${rawChatId}:${replyToMessageId}`) : undefined;
    return { id, text, author: hidden ? "–" : person.name, link, replyTo };
  });
}
