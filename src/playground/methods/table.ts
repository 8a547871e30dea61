import { answerCallbackQuery } from "./callbacks.ts";
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getMe,
  leaveChat,
} from "./chats.ts";
import { deleteMyCommands, getMyCommands, setMyCommands } from "./commands.ts";
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from "./delivery.ts";
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from "./edit.ts";
import { deleteEphemeralMessage, editEphemeralMessageText } from "./ephemeral.ts";
import type { Method } from "./method.ts";
import { pinChatMessage, unpinAllChatMessages, unpinChatMessage } from "./pins.ts";
import { getProfile, setProfile } from "./profile.ts";
import { setMessageReaction } from "./reactions.ts";
import { sendChatAction, sendMessage } from "./send.ts";
import { getFile, sendFile } from "./send-files.ts";

const methods: Record<string, Method> = {
  answerCallbackQuery,
  deleteEphemeralMessage,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editEphemeralMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription: getProfile("description"),
  getMyName: getProfile("name"),
  getMyShortDescription: getProfile("short_description"),
  getUpdates,
  getWebhookInfo,
  leaveChat,
  pinChatMessage,
  sendAudio: sendFile("audio"),
  sendChatAction,
  sendDocument: sendFile("document"),
  sendMessage,
  sendPhoto: sendFile("photo"),
  sendVideo: sendFile("video"),
  sendVideoNote: sendFile("video_note"),
  sendVoice: sendFile("voice"),
  setMessageReaction,
  setMyCommands,
  setMyDescription: setProfile("description"),
  setMyName: setProfile("name"),
  setMyShortDescription: setProfile("short_description"),
  setWebhook,
  unpinAllChatMessages,
  unpinChatMessage,
};

const byLowerCase = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name, whatever its case, as Telegram takes it. */
export const findMethod = (name: string) => byLowerCase.get(name.toLowerCase());
