import type { Update } from "telegraf/types";

/** Something that a person wrote or pressed. */
export type Sent = {
  /** Who, by Telegram's id. */
  by: number;
  messageId: number;
  topicId: number | undefined;
  isPrivate: boolean;
  /** Whether it was plainly written to a bot: a command, or a reply to what a bot said. */
  toBot: boolean;
};

type Written = {
  message_id: number;
  chat?: { type?: string };
  from?: { id: number; is_bot: boolean };
  sender_chat?: object;
  text?: string;
  caption?: string;
  is_topic_message?: boolean;
  message_thread_id?: number;
  reply_to_message?: { from?: { is_bot: boolean } };
};

type Loose = {
  message?: Written;
  edited_message?: Written;
  callback_query?: { from?: Written["from"]; message?: Written };
};

/** Whether it can be the id of a message or a topic, as Telegram gives them and the store keeps them; 0 stands for none yet. */
export const isId = (id: unknown): id is number =>
  Number.isInteger(id) && Number(id) >= 0 && Number(id) < 2 ** 31;

/** The message's id and its topic's, where it stands in one; `undefined` where it has no id that can be. */
export function placeIn(message: {
  message_id?: unknown;
  is_topic_message?: unknown;
  message_thread_id?: unknown;
}) {
  const { message_id: messageId, is_topic_message: inTopic, message_thread_id: topicId } = message;
  if (!isId(messageId)) return undefined;
  return { messageId, topicId: inTopic && isId(topicId) ? topicId : undefined };
}

/** Who sent an update, and where; `undefined` where it was nobody, or no message and no press. */
export function sentIn(update: Update): Sent | undefined {
  const { message, edited_message, callback_query: press } = update as unknown as Loose;
  const written = message ?? edited_message ?? press?.message;
  const from = press ? press.from : written?.from;
  if (!written || !from || from.is_bot || !Number.isSafeInteger(from.id)) return undefined;
  if (!press && written.sender_chat) return undefined;
  const place = placeIn(written);
  if (!place) return undefined;
  const { text = written.caption, reply_to_message: answered } = written;
  return {
    by: from.id,
    ...place,
    isPrivate: written.chat?.type === "private",
    toBot: !press && (String(text).startsWith("/") || answered?.from?.is_bot === true),
  };
}
