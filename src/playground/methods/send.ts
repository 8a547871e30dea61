import { bad } from "../api-error.ts";
import type { Chat, Content, Message } from "../bot-api.ts";
import { findStatus, isGroup, isPresent } from "../chats.ts";
import type { Ground } from "../ground.ts";
import { withinLimits } from "../limits.ts";
import { addMessage, findMessage } from "../messages.ts";
import { jsonOf, numberOf, type Params, truthOf } from "../params.ts";
import { bot } from "../people.ts";
import { openChatIn } from "./chat-access.ts";
import { markupIn } from "./markup.ts";
import type { Method } from "./method.ts";
import { wordsIn } from "./text.ts";

type Reply = { message_id?: number; allow_sending_without_reply?: boolean };

/** Sends what `content` makes, the chat, the reply, the topic and the keyboard being right. */
export function send(g: Ground, params: Params, content: () => Content): Message {
  return g.atomically(() => {
    const chat = openChatIn(g, params);
    const markup = markupIn(params);
    const topic = topicIn(g, chat, params);
    const replyTo = replyIn(g, chat, params);
    const receiver = receiverIn(g, chat, params);
    const body = content();
    withinLimits(g, chat);
    return addMessage(g, {
      chat,
      sender: bot.id,
      replyTo,
      receiver,
      silent: truthOf(params, "disable_notification"),
      content: { ...body, ...topic, ...(markup ? { reply_markup: markup } : {}) },
    });
  });
}

function topicIn(g: Ground, chat: Chat, params: Params) {
  const topic = numberOf(params, "message_thread_id");
  if (topic === undefined || !isGroup(chat)) return {};
  if (!g.one("SELECT 1 FROM topics WHERE chat = ? AND id = ?", chat.id, topic))
    throw bad("message thread not found");
  return { message_thread_id: topic, is_topic_message: true as const };
}

function replyIn(g: Ground, chat: Chat, params: Params): number | undefined {
  const reply = jsonOf<Reply>(params, "reply_parameters");
  const id = Number(reply?.message_id ?? numberOf(params, "reply_to_message_id") ?? 0);
  if (!id) return undefined;
  if (findMessage(g, chat.id, id)) return id;
  if (reply?.allow_sending_without_reply || truthOf(params, "allow_sending_without_reply")) return undefined;
  throw bad("message to be replied not found");
}

/** The one person of a group who sees the message. */
function receiverIn(g: Ground, chat: Chat, params: Params): number | undefined {
  const ephemeral = jsonOf<{ receiver_user_id?: number }>(params, "ephemeral_message_parameters");
  const id = ephemeral?.receiver_user_id ?? numberOf(params, "receiver_user_id");
  if (id === undefined) return undefined;
  if (!isGroup(chat)) throw bad("ephemeral messages can be sent only to groups and supergroups");
  if (!isPresent(findStatus(g, chat.id, Number(id)))) throw bad("USER_NOT_PARTICIPANT");
  return Number(id);
}

export const sendMessage: Method = ({ g }, params) =>
  send(g, params, () => {
    const { text, entities } = wordsIn(g, params, "text");
    return { text, ...(entities.length > 0 ? { entities } : {}) };
  });

/** Shows "writes …", which the playground has no place for. */
export const sendChatAction: Method = ({ g }, params) => {
  openChatIn(g, params);
  if (!params.values.action) throw bad("wrong parameter action in request");
  return true;
};
