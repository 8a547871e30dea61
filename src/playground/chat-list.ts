import { findChat } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { gist, isoOf } from "./message-view.ts";
import { findMessage } from "./messages.ts";
import { movedTo } from "./migration.ts";
import { bot, findPerson, nameOf, userOf } from "./people.ts";

export type ChatView = {
  id: number;
  title: string;
  type: "private" | "group";
  unread: number;
  /** The supergroup that the group became. */
  movedTo?: number;
  last?: { from: string; text: string; date: string };
};

/** The groups that a person is in, and the private chat with the bot if it was opened. */
export function chats(g: Ground, person: number): ChatView[] {
  const groups = g
    .all<{ chat: number }>(
      `SELECT chat FROM members WHERE user = ? AND status NOT IN ('left', 'kicked')
       ORDER BY EXISTS (SELECT 1 FROM migrations WHERE migrations.chat = members.chat), chat DESC`,
      person,
    )
    .map(({ chat }) => chat);
  const own = findPerson(g, person)?.opened ? [person] : [];
  return [...groups, ...own].map((chat) => chatView(g, chat, person));
}

export function chatView(g: Ground, chat: number, person: number): ChatView {
  const found = findChat(g, chat);
  const private_ = chat === person;
  const last = g.one<{ id: number }>(
    "SELECT max(id) AS id FROM messages WHERE chat = ? AND (receiver IS NULL OR receiver = ?)",
    chat,
    person,
  );
  const became = movedTo(g, chat);
  const message = last?.id ? findMessage(g, chat, last.id) : undefined;
  return {
    id: chat,
    title: private_ ? nameOf(bot) : (found?.title ?? ""),
    type: private_ ? "private" : "group",
    unread: unread(g, chat, person),
    ...(became === undefined ? {} : { movedTo: became }),
    ...(message
      ? {
          last: {
            from: nameOf(userOf(g, message.sender)),
            text: gist(g, message),
            date: isoOf(message.date),
          },
        }
      : {}),
  };
}

const unread = (g: Ground, chat: number, person: number) =>
  g.one<{ count: number }>(
    `SELECT count(*) AS count FROM messages WHERE chat = ? AND sender <> ? AND (receiver IS NULL OR receiver = ?)
     AND id > coalesce((SELECT message FROM reads WHERE person = ? AND chat = messages.chat), 0)`,
    chat,
    person,
    person,
    person,
  )?.count ?? 0;

/** Everything in the chat is read by this person now. */
export function markRead(g: Ground, chat: number, person: number) {
  g.run(
    `INSERT INTO reads (person, chat, message) SELECT ?, ?, coalesce(max(id), 0) FROM messages WHERE chat = ?
     ON CONFLICT (person, chat) DO UPDATE SET message = excluded.message`,
    person,
    chat,
    chat,
  );
}
