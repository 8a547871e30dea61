import { bad, forbidden } from "../api-error.ts";
import type { Chat } from "../bot-api.ts";
import { findChat, findStatus, isGroup, isPresent } from "../chats.ts";
import type { Ground } from "../ground.ts";
import { findMessage, type Stored } from "../messages.ts";
import { movedTo } from "../migration.ts";
import { numberOf, type Params, textOf } from "../params.ts";
import { bot, personOf } from "../people.ts";

/** What a call wants of a chat. A group that became a supergroup can still be read, and its messages edited. */
type Access = "read" | "edit" | "write";

/** The chat that a call names, if the bot is in it. @throws ApiError in Telegram's words. */
export function chatIn(g: Ground, params: Params, access: Access = "write"): Chat {
  const chat = knownChat(g, params);
  if (access === "write") refuseMoved(g, chat);
  const status = isGroup(chat) ? findStatus(g, chat.id, bot.id) : "member";
  if (status === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (!isPresent(status)) throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return chat;
}

/** A chat that the bot may write to. */
export function openChatIn(g: Ground, params: Params, access: Access = "write"): Chat {
  const chat = chatIn(g, params, access);
  if (isGroup(chat)) return chat;
  const { opened, blocked } = personOf(g, chat.id);
  if (!opened) throw forbidden("bot can't initiate conversation with a user");
  if (blocked) throw forbidden("bot was blocked by the user");
  return chat;
}

function refuseMoved(g: Ground, { id }: Chat) {
  const became = movedTo(g, id);
  if (became === undefined) return;
  throw bad("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: became });
}

/** A chat that the bot is or was in. */
export function knownChat(g: Ground, params: Params): Chat {
  const text = textOf(params, "chat_id");
  if (text === undefined || text === "") throw bad("chat_id is empty");
  const id = numberOf(params, "chat_id");
  const chat = id === undefined ? undefined : findChat(g, id);
  if (!chat || (isGroup(chat) && !findStatus(g, chat.id, bot.id))) throw bad("chat not found");
  return chat;
}

/** The message that a call names. `deed` ends the words when it is missing. */
export function messageIn(g: Ground, chat: Chat, { params, deed }: { params: Params; deed: string }): Stored {
  if (textOf(params, "message_id") === undefined) throw bad("message identifier is not specified");
  const found = findMessage(g, chat.id, numberOf(params, "message_id") ?? 0);
  if (!found || found.receiver !== null) throw bad(`message to ${deed} not found`);
  return found;
}
