import type { Status, User } from "./bot-api.ts";
import { chatMember } from "./chat-member.ts";
import { botIsAdmin, chatOf, findStatus, isGroup, isPresent, setStatus } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { addMessage, seconds } from "./messages.ts";
import { mustStand } from "./migration.ts";
import { bot, personOf, userOf } from "./people.ts";
import { queueMessage, queueUpdate } from "./updates.ts";

/** Adds the bot, or gives it (or takes from it) an admin's rights when it is there. */
export function addBot(g: Ground, chat: number, { by, asAdmin }: { by: number; asAdmin: boolean }) {
  g.atomically(() => {
    mustStand(g, chat);
    if (!isPresent(findStatus(g, chat, by))) throw new Error(`${by} is not in the chat ${chat}`);
    const was = findStatus(g, chat, bot.id);
    const became = asAdmin ? "administrator" : "member";
    if (was === became) return;
    change(g, { chat, user: bot.id, by, was: was ?? "left", became });
    if (!isPresent(was)) service(g, { chat, by }, { new_chat_members: [bot] });
  });
}

/** Somebody removes the bot; it does not hear the group's line about that. */
export function removeBot(g: Ground, chat: number, by: number) {
  g.atomically(() => {
    mustStand(g, chat);
    const was = findStatus(g, chat, bot.id);
    if (!isPresent(was)) return;
    change(g, { chat, user: bot.id, by, was: was ?? "member", became: "kicked" });
    service(g, { chat, by }, { left_chat_member: bot });
  });
}

/** The bot leaves by itself. */
export function leaveAsBot(g: Ground, chat: number) {
  const was = findStatus(g, chat, bot.id);
  change(g, { chat, user: bot.id, by: bot.id, was: was ?? "member", became: "left" });
  service(g, { chat, by: bot.id }, { left_chat_member: bot });
}

export function join(g: Ground, chat: number, person: number) {
  g.atomically(() => {
    mustStand(g, chat);
    const { user } = personOf(g, person);
    if (!isGroup(chatOf(g, chat))) throw new Error("only groups can be joined");
    const was = findStatus(g, chat, person);
    if (isPresent(was)) return;
    change(g, { chat, user: person, by: person, was: was ?? "left", became: "member" });
    service(g, { chat, by: person }, { new_chat_members: [user] });
  });
}

export function leave(g: Ground, chat: number, person: number) {
  g.atomically(() => {
    mustStand(g, chat);
    const { user } = personOf(g, person);
    const was = findStatus(g, chat, person);
    if (!isPresent(was)) return;
    service(g, { chat, by: person }, { left_chat_member: user });
    change(g, { chat, user: person, by: person, was: was ?? "member", became: "left" });
  });
}

type Change = { chat: number; user: number; by: number; was: Status; became: Status };

function change(g: Ground, { chat, user, by, was, became }: Change) {
  const mine = user === bot.id;
  setStatus(g, { chat, user, status: became });
  g.emit({ kind: "changed", chat });
  if (!mine && !botIsAdmin(g, chat)) return;
  queueUpdate(g, mine ? "my_chat_member" : "chat_member", {
    lane: mine ? `member ${chat}` : `members ${user}`,
    body: {
      chat: chatOf(g, chat),
      from: userOf(g, by),
      date: seconds(g),
      old_chat_member: chatMember(g, user, was),
      new_chat_member: chatMember(g, user, became),
    },
  });
}

function service(
  g: Ground,
  { chat, by }: { chat: number; by: number },
  content: { new_chat_members: User[] } | { left_chat_member: User },
) {
  const message = addMessage(g, { chat: chatOf(g, chat), sender: by, content });
  if (by !== bot.id) queueMessage(g, "message", message);
}
