import type { Chat, Content, Message } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { nextNumber } from "./meta.ts";
import { wireMessage } from "./wire-message.ts";

/** A message as it is stored: `date` in seconds, `reply_to` and `receiver` are ids. */
export type Stored = {
  chat: number;
  id: number;
  sender: number;
  date: number;
  reply_to: number | null;
  receiver: number | null;
  silent: number;
  pinned: number;
  content: Content;
};

export type NewMessage = {
  chat: Chat;
  sender: number;
  content: Content;
  replyTo?: number | undefined;
  receiver?: number | undefined;
  silent?: boolean;
};

export const seconds = (g: Ground) => Math.floor(g.clock.now().getTime() / 1000);

/** Stores a message and tells who watches; the answer is what the bot would see. */
export function addMessage(
  g: Ground,
  { chat, sender, content, replyTo, receiver, silent }: NewMessage,
): Message {
  const id = nextMessageId(g, chat);
  g.run(
    `INSERT INTO messages (chat, id, sender, date, reply_to, receiver, silent, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    chat.id,
    id,
    sender,
    seconds(g),
    replyTo ?? null,
    receiver ?? null,
    silent ? 1 : 0,
    JSON.stringify(content),
  );
  g.emit({ kind: "changed", chat: chat.id });
  return wireMessage(g, storedOf(g, chat.id, id));
}

/** A supergroup counts its own messages; all other chats share one row of numbers. */
function nextMessageId(g: Ground, chat: Chat) {
  if (chat.type !== "supergroup") return nextNumber(g, "last message");
  g.run("UPDATE groups SET last_message = last_message + 1 WHERE id = ?", chat.id);
  return (
    g.one<{ last_message: number }>("SELECT last_message FROM groups WHERE id = ?", chat.id)?.last_message ??
    1
  );
}

const unpack = (row: Omit<Stored, "content"> & { content: string }): Stored => ({
  ...row,
  content: JSON.parse(row.content),
});

export function findMessage(g: Ground, chat: number, id: number): Stored | undefined {
  const row = g.one<Omit<Stored, "content"> & { content: string }>(
    "SELECT * FROM messages WHERE chat = ? AND id = ?",
    chat,
    id,
  );
  return row && unpack(row);
}

export function storedOf(g: Ground, chat: number, id: number): Stored {
  const message = findMessage(g, chat, id);
  if (!message) throw new Error(`there is no message ${id} in the chat ${chat}`);
  return message;
}

/** Oldest first. */
export const messagesIn = (g: Ground, chat: number): Stored[] =>
  g
    .all<Omit<Stored, "content"> & { content: string }>(
      "SELECT * FROM messages WHERE chat = ? ORDER BY id",
      chat,
    )
    .map(unpack);

export function setContent(g: Ground, { chat, id }: { chat: number; id: number }, content: Content) {
  g.run("UPDATE messages SET content = ? WHERE chat = ? AND id = ?", JSON.stringify(content), chat, id);
  g.emit({ kind: "changed", chat });
}

export function dropMessage(g: Ground, chat: number, id: number) {
  g.run("DELETE FROM messages WHERE chat = ? AND id = ?", chat, id);
  g.run("DELETE FROM reactions WHERE chat = ? AND message = ?", chat, id);
  g.emit({ kind: "changed", chat });
}
