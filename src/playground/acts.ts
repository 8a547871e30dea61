import type { Message } from "./bot-api.ts";
import { chatOf, findStatus, isGroup, isPresent } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { addMessage, findMessage, seconds, setContent, storedOf } from "./messages.ts";
import { mustStand } from "./migration.ts";
import { personOf } from "./people.ts";
import { queueMessage } from "./updates.ts";
import { wireMessage } from "./wire-message.ts";
import { newWords, type Written, writtenContent } from "./written.ts";

export type SayMore = { replyTo?: number; topic?: number } & Omit<Written, "text">;

export type Where = { chat: number; message: number };

/** Whoever drives the world must be in the chat to act there. */
export function mustBeIn(g: Ground, person: number, chat: number) {
  const found = chatOf(g, chat);
  const { opened, blocked } = personOf(g, person);
  if (isGroup(found)) {
    if (!isPresent(findStatus(g, chat, person))) throw new Error(`${person} is not in the chat ${chat}`);
    return found;
  }
  if (chat !== person) throw new Error("a private chat is somebody else's");
  if (!opened) throw new Error("press Start first");
  if (blocked) throw new Error("the bot is blocked here");
  return found;
}

/** A person writes, sends a file or passes something on; the bot gets it if it may hear it. */
export function say(
  g: Ground,
  person: number,
  { chat, replyTo, topic, ...written }: SayMore & { chat: number; text: string },
): Message {
  return g.atomically(() => {
    const found = mustBeIn(g, person, chat);
    mustStand(g, chat);
    const words = writtenContent(g, written);
    if (replyTo !== undefined) visibleMessage(g, person, { chat, message: replyTo });
    if (topic !== undefined) g.run("INSERT OR IGNORE INTO topics (chat, id) VALUES (?, ?)", chat, topic);
    const inTopic = topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const };
    const message = addMessage(g, {
      chat: found,
      sender: person,
      content: { ...words, ...inTopic },
      replyTo,
    });
    queueMessage(g, "message", message);
    return message;
  });
}

/** A person changes own words; the same words change nothing. */
export function edit(g: Ground, person: number, { chat, message, text }: Where & { text: string }) {
  g.atomically(() => {
    mustBeIn(g, person, chat);
    const stored = storedOf(g, chat, message);
    const { content } = stored;
    if (stored.sender !== person || (content.text ?? content.caption) === undefined)
      throw new Error("only the writer can edit");
    const words = newWords(content, text);
    if (words.text === content.text && words.caption === content.caption) return;
    const { entities: _, caption_entities: __, ...kept } = content;
    setContent(g, stored, { ...kept, ...words, edit_date: seconds(g) });
    queueMessage(g, "edited_message", wireMessage(g, storedOf(g, chat, message)));
  });
}

/** The message, if this person can see it. */
export function visibleMessage(g: Ground, person: number, { chat, message }: Where) {
  mustBeIn(g, person, chat);
  const found = findMessage(g, chat, message);
  if (!found || (found.receiver !== null && found.receiver !== person))
    throw new Error(`there is no message ${message} in the chat ${chat}`);
  return found;
}
