import type { Chat, Status } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { bot, findPerson } from "./people.ts";

export type NewGroup = {
  id: number;
  title: string;
  type?: "group" | "supergroup";
  creator: number;
  members: number[];
};

export function addGroup(g: Ground, group: NewGroup) {
  if (findChat(g, group.id)) return;
  g.run(
    "INSERT INTO groups (id, type, title) VALUES (?, ?, ?)",
    group.id,
    group.type ?? "supergroup",
    group.title,
  );
  for (const member of group.members) setStatus(g, { chat: group.id, user: member, status: "member" });
  setStatus(g, { chat: group.id, user: group.creator, status: "creator" });
}

/** A group, or the private chat of a person with the bot, whose id is the person's. */
export function findChat(g: Ground, id: number): Chat | undefined {
  const group = g.one<{ type: "group" | "supergroup"; title: string; forum: number }>(
    "SELECT type, title, EXISTS (SELECT 1 FROM topics WHERE chat = groups.id) AS forum FROM groups WHERE id = ?",
    id,
  );
  if (group)
    return { id, type: group.type, title: group.title, ...(group.forum ? { is_forum: true as const } : {}) };
  const person = findPerson(g, id);
  if (!person) return undefined;
  const { first_name, last_name, username } = person.user;
  return {
    id,
    type: "private",
    first_name,
    ...(last_name ? { last_name } : {}),
    ...(username ? { username } : {}),
  };
}

export function chatOf(g: Ground, id: number): Chat {
  const chat = findChat(g, id);
  if (!chat) throw new Error(`there is no chat ${id}`);
  return chat;
}

export const isGroup = (chat: Chat) => chat.type !== "private";

export function setStatus(g: Ground, { chat, user, status }: { chat: number; user: number; status: Status }) {
  g.run(
    `INSERT INTO members (chat, user, status) VALUES (?, ?, ?)
     ON CONFLICT (chat, user) DO UPDATE SET status = excluded.status`,
    chat,
    user,
    status,
  );
}

/** Undefined for one who was never there. */
export const findStatus = (g: Ground, chat: number, user: number): Status | undefined =>
  g.one<{ status: Status }>("SELECT status FROM members WHERE chat = ? AND user = ?", chat, user)?.status;

export const isPresent = (status: Status | undefined) =>
  status !== undefined && status !== "left" && status !== "kicked";

export const botIsAdmin = (g: Ground, chat: number) => findStatus(g, chat, bot.id) === "administrator";

/** Those who are in a group now, the creator first. */
export const memberIds = (g: Ground, chat: number) =>
  g
    .all<{ user: number }>(
      `SELECT user FROM members WHERE chat = ? AND status NOT IN ('left', 'kicked')
       ORDER BY status = 'creator' DESC, status = 'administrator' DESC, user`,
      chat,
    )
    .map(({ user }) => user);
