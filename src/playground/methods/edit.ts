import { isDeepStrictEqual } from "node:util";
import { bad } from "../api-error.ts";
import type { Content } from "../bot-api.ts";
import { botIsAdmin, isGroup } from "../chats.ts";
import { withinLimits } from "../limits.ts";
import { dropMessage, type Stored, seconds, setContent, storedOf } from "../messages.ts";
import type { Params } from "../params.ts";
import { bot } from "../people.ts";
import { wireMessage } from "../wire-message.ts";
import { chatIn, messageIn, openChatIn } from "./chat-access.ts";
import { markupIn } from "./markup.ts";
import type { Call, Method } from "./method.ts";
import { wordsIn } from "./text.ts";

export const editMessageText: Method = (call, params) =>
  edit(call, params, (stored) => {
    const { text, entities } = wordsIn(call.g, params, "text");
    if (stored.content.text === undefined) throw bad("there is no text in the message to edit");
    const { entities: _, ...kept } = stored.content;
    return { ...kept, text, ...(entities.length > 0 ? { entities } : {}) };
  });

export const editMessageCaption: Method = (call, params) =>
  edit(call, params, (stored) => {
    const { text, entities } = wordsIn(call.g, params, "caption");
    if (!stored.content.photo && !stored.content.document)
      throw bad("there is no caption in the message to edit");
    const { caption: _, caption_entities: __, ...kept } = stored.content;
    return {
      ...kept,
      ...(text ? { caption: text } : {}),
      ...(entities.length > 0 ? { caption_entities: entities } : {}),
    };
  });

export const editMessageReplyMarkup: Method = (call, params) => edit(call, params, ({ content }) => content);

/** Changes a message of the bot's; a keyboard that is not named goes away, as at Telegram. */
function edit({ g }: Call, params: Params, change: (stored: Stored) => Content) {
  return g.atomically(() => {
    const chat = openChatIn(g, params, "edit");
    const stored = messageIn(g, chat, { params, deed: "edit" });
    const markup = markupIn(params);
    if (
      stored.sender !== bot.id ||
      stored.content.reply_markup?.force_reply ||
      stored.content.reply_markup?.keyboard
    )
      throw bad("message can't be edited");
    const { reply_markup: _, ...rest } = change(stored);
    const next: Content = { ...rest, ...(markup ? { reply_markup: markup } : {}) };
    if (isDeepStrictEqual(inJson(next), inJson(stored.content))) throw bad(notModified);
    withinLimits(g, chat);
    setContent(g, stored, { ...next, edit_date: seconds(g) });
    return wireMessage(g, storedOf(g, chat.id, stored.id));
  });
}

const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

const inJson = ({ edit_date: _, ...content }: Content) => JSON.parse(JSON.stringify(content));

const twoDays = 48 * 3600;

export const deleteMessage: Method = ({ g }, params) =>
  g.atomically(() => {
    const chat = chatIn(g, params);
    const stored = messageIn(g, chat, { params, deed: "delete" });
    const young = seconds(g) - stored.date < twoDays;
    const may = botIsAdmin(g, chat.id) || (young && (stored.sender === bot.id || !isGroup(chat)));
    if (!may)
      throw bad(
        stored.sender === bot.id || !isGroup(chat)
          ? "message can't be deleted for everyone"
          : "message can't be deleted",
      );
    dropMessage(g, chat.id, stored.id);
    return true;
  });
