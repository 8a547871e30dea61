import type { Content, Message } from "./bot-api.ts";
import { chatOf } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { findMessage, type Stored } from "./messages.ts";
import { anonymous, userOf } from "./people.ts";

/** The message as the Bot API shows it, with the one it answers, but not what that one answered. */
export function wireMessage(g: Ground, message: Stored, withReply = true): Message {
  const { chat, id, date, sender, content } = message;
  const answered = withReply ? answeredBy(g, message) : undefined;
  return {
    message_id: id,
    from: userOf(g, sender),
    ...(sender === anonymous.id ? { sender_chat: chatOf(g, chat) } : {}),
    chat: chatOf(g, chat),
    date,
    ...(answered ? { reply_to_message: answered } : {}),
    ...shown(content),
    ...ephemeral(g, message),
  };
}

/** Of keyboards, a message shows only the buttons under it. */
const shown = ({ reply_markup: markup, ...content }: Content): Content =>
  markup?.inline_keyboard ? { ...content, reply_markup: markup } : content;

const ephemeral = (g: Ground, { id, receiver }: Stored) =>
  receiver === null ? {} : { receiver_user: userOf(g, receiver), ephemeral_message_id: id };

/** In a topic, what answers nothing answers the topic's creation. */
function answeredBy(g: Ground, { chat, reply_to, content }: Stored): Message | undefined {
  const answered = reply_to === null ? undefined : findMessage(g, chat, reply_to);
  if (answered) return wireMessage(g, answered, false);
  const topic = content.message_thread_id;
  return reply_to === null && topic ? topicCreation(g, chat, topic) : undefined;
}

const topicCreation = (g: Ground, chat: number, topic: number) =>
  ({
    message_id: topic,
    chat: chatOf(g, chat),
    date: 0,
    message_thread_id: topic,
    is_topic_message: true,
    forum_topic_created: { name: `Topik ${topic}`, icon_color: 7322096 },
  }) as unknown as Message;
