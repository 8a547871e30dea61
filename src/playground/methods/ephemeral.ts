import { bad } from "../api-error.ts";
import type { Chat } from "../bot-api.ts";
import type { Ground } from "../ground.ts";
import { withinLimits } from "../limits.ts";
import { dropMessage, findMessage, type Stored, seconds, setContent } from "../messages.ts";
import { numberOf, type Params } from "../params.ts";
import { openChatIn } from "./chat-access.ts";
import { markupIn } from "./markup.ts";
import type { Method } from "./method.ts";
import { wordsIn } from "./text.ts";

/** Changes a message that one person of a group sees. */
export const editEphemeralMessageText: Method = ({ g }, params) =>
  g.atomically(() => {
    const chat = openChatIn(g, params);
    const stored = ephemeralIn(g, chat, params);
    const { text, entities } = wordsIn(g, params, "text");
    const markup = markupIn(params);
    withinLimits(g, chat);
    const { reply_markup: _, entities: __, ...kept } = stored.content;
    setContent(g, stored, {
      ...kept,
      text,
      entities,
      edit_date: seconds(g),
      ...(markup ? { reply_markup: markup } : {}),
    });
    return true;
  });

export const deleteEphemeralMessage: Method = ({ g }, params) => {
  const { chat, id } = ephemeralIn(g, openChatIn(g, params), params);
  dropMessage(g, chat, id);
  return true;
};

function ephemeralIn(g: Ground, chat: Chat, params: Params): Stored {
  const found = findMessage(g, chat.id, numberOf(params, "ephemeral_message_id") ?? 0);
  if (!found || found.receiver === null || found.receiver !== numberOf(params, "receiver_user_id"))
    throw bad("ephemeral message not found");
  return found;
}
