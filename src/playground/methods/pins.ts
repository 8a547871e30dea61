import { bad } from "../api-error.ts";
import type { Chat } from "../bot-api.ts";
import { botIsAdmin, isGroup } from "../chats.ts";
import type { Ground } from "../ground.ts";
import { addMessage, findMessage, type Stored } from "../messages.ts";
import { type Params, textOf } from "../params.ts";
import { bot } from "../people.ts";
import { queueMessage } from "../updates.ts";
import { wireMessage } from "../wire-message.ts";
import { messageIn, openChatIn } from "./chat-access.ts";
import type { Method } from "./method.ts";

/** The bot hears of its own pin, as of everybody's. */
export const pinChatMessage: Method = ({ g }, params) =>
  g.atomically(() => {
    const chat = pinnable(g, params);
    const stored = messageIn(g, chat, { params, deed: "pin" });
    setPinned(g, stored, true);
    const content = { pinned_message: wireMessage(g, stored, false) };
    queueMessage(g, "message", addMessage(g, { chat, sender: bot.id, content }));
    return true;
  });

/** Without a message: the one that was pinned last. */
export const unpinChatMessage: Method = ({ g }, params) =>
  g.atomically(() => {
    const chat = pinnable(g, params);
    const named = textOf(params, "message_id") !== undefined;
    const stored = named ? messageIn(g, chat, { params, deed: "unpin" }) : newestPinned(g, chat);
    if (!stored?.pinned) throw bad("message to unpin not found");
    setPinned(g, stored, false);
    return true;
  });

export const unpinAllChatMessages: Method = ({ g }, params) => {
  const chat = pinnable(g, params);
  g.run("UPDATE messages SET pinned = 0 WHERE chat = ?", chat.id);
  g.emit({ kind: "changed", chat: chat.id });
  return true;
};

function pinnable(g: Ground, params: Params): Chat {
  const chat = openChatIn(g, params);
  if (isGroup(chat) && !botIsAdmin(g, chat.id))
    throw bad("not enough rights to manage pinned messages in the chat");
  return chat;
}

export function newestPinned(g: Ground, chat: Chat): Stored | undefined {
  const row = g.one<{ id: number }>(
    "SELECT max(id) AS id FROM messages WHERE chat = ? AND pinned = 1",
    chat.id,
  );
  return row?.id ? findMessage(g, chat.id, row.id) : undefined;
}

function setPinned(g: Ground, { chat, id }: Stored, pinned: boolean) {
  g.run("UPDATE messages SET pinned = ? WHERE chat = ? AND id = ?", pinned ? 1 : 0, chat, id);
  g.emit({ kind: "changed", chat });
}
