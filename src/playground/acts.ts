import type { Message } from "./bot-api.ts";
import { chatMember } from "./chat-member.ts";
import { chatOf, findStatus, isGroup, isPresent } from "./chats.ts";
import { withFoundEntities } from "./entities.ts";
import type { Ground } from "./ground.ts";
import { addMessage, findMessage, seconds, setContent, storedOf } from "./messages.ts";
import { bot, personOf, setBlocked, setOpened, userOf } from "./people.ts";
import { queueMessage, queueUpdate } from "./updates.ts";
import { wireMessage } from "./wire-message.ts";

export type SayMore = { replyTo?: number; topic?: number };

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

/** A person writes; the bot gets it if it may hear it. */
export function say(g: Ground, person: number, chat: number, text: string, more: SayMore = {}): Message {
  return g.atomically(() => {
    const found = mustBeIn(g, person, chat);
    const words = text.trim();
    if (words === "" || words.length > 4096) throw new Error("a message has 1 to 4096 characters");
    if (more.replyTo !== undefined) storedOf(g, chat, more.replyTo);
    if (more.topic !== undefined)
      g.run("INSERT OR IGNORE INTO topics (chat, id) VALUES (?, ?)", chat, more.topic);
    const entities = withFoundEntities(words);
    const topic =
      more.topic === undefined ? {} : { message_thread_id: more.topic, is_topic_message: true as const };
    const content = { text: words, ...(entities.length > 0 ? { entities } : {}), ...topic };
    const message = addMessage(g, { chat: found, sender: person, content, replyTo: more.replyTo });
    queueMessage(g, "message", message);
    return message;
  });
}

export type Where = { chat: number; message: number };

/** A person changes own words. */
export function edit(g: Ground, person: number, { chat, message }: Where, text: string) {
  g.atomically(() => {
    mustBeIn(g, person, chat);
    const stored = storedOf(g, chat, message);
    if (stored.sender !== person) throw new Error("only the writer can edit");
    const entities = withFoundEntities(text.trim());
    const { entities: _, ...kept } = stored.content;
    const changed = {
      ...kept,
      text: text.trim(),
      ...(entities.length > 0 ? { entities } : {}),
      edit_date: seconds(g),
    };
    setContent(g, stored, changed);
    queueMessage(g, "edited_message", wireMessage(g, storedOf(g, chat, message)));
  });
}

/** Opens the private chat and presses Start; a payload is what a link brought. */
export function start(g: Ground, person: number, payload?: string): Message {
  if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
    throw new Error("a payload has 1 to 64 of A-Z a-z 0-9 _ -");
  return g.atomically(() => {
    if (personOf(g, person).blocked) unblock(g, person);
    setOpened(g, person);
    return say(g, person, person, payload === undefined ? "/start" : `/start ${payload}`);
  });
}

export const block = (g: Ground, person: number) => setBlock(g, person, true);

export const unblock = (g: Ground, person: number) => setBlock(g, person, false);

function setBlock(g: Ground, person: number, blocked: boolean) {
  g.atomically(() => {
    const { opened, blocked: before } = personOf(g, person);
    if (!opened) throw new Error("press Start first");
    if (before === blocked) return;
    setBlocked(g, person, blocked);
    g.emit({ kind: "changed", chat: person });
    const change = {
      chat: chatOf(g, person),
      from: userOf(g, person),
      date: seconds(g),
      old_chat_member: chatMember(g, bot.id, blocked ? "member" : "kicked"),
      new_chat_member: chatMember(g, bot.id, blocked ? "kicked" : "member"),
    };
    queueUpdate(g, "my_chat_member", { lane: `member ${person}`, body: change });
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
