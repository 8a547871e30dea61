import { chatMember } from "./chat-member.ts";
import { chatOf, findStatus, isPresent, memberIds } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { addMessage, seconds } from "./messages.ts";
import { nextNumber } from "./meta.ts";
import { anonymous, bot, userOf } from "./people.ts";
import { queueMessage, queueUpdate } from "./updates.ts";

/** The supergroup that a group became, if it did. */
export const movedTo = (g: Ground, chat: number): number | undefined =>
  g.one<{ became: number }>("SELECT became FROM migrations WHERE chat = ?", chat)?.became;

/** Whether a chat was such a group, or is such a supergroup. */
export const hasMigrated = (g: Ground, chat: number) =>
  g.one("SELECT 1 FROM migrations WHERE ? IN (chat, became)", chat) !== undefined;

/** @throws Error where a group is no more, since it became a supergroup */
export function mustStand(g: Ground, chat: number) {
  if (movedTo(g, chat) !== undefined) throw new Error("this group became a supergroup: go on there");
}

/** Makes a supergroup of a group, and returns its id; `by` is who does it, the group's creator unless said. */
export function migrate(g: Ground, { chat, by }: { chat: number; by?: number | undefined }): number {
  return g.atomically(() => {
    const old = chatOf(g, chat);
    mustStand(g, chat);
    if (old.type !== "group") throw new Error("only a group can become a supergroup");
    const actor = by ?? memberIds(g, chat)[0];
    if (actor === undefined) throw new Error(`nobody is in the chat ${chat}`);
    const became = foundSupergroup(g, chat);
    queueMessage(
      g,
      "message",
      addMessage(g, { chat: old, sender: actor, content: { migrate_to_chat_id: became } }),
    );
    tellBot(g, { chat: became, by: actor });
    const content = { migrate_from_chat_id: chat };
    queueMessage(g, "message", addMessage(g, { chat: chatOf(g, became), sender: anonymous.id, content }));
    return became;
  });
}

/** A chat with the same title and people. */
function foundSupergroup(g: Ground, chat: number): number {
  const became = -1_002_000_000_000 - nextNumber(g, "supergroups made");
  g.run(
    "INSERT INTO groups (id, type, title) SELECT ?, 'supergroup', title FROM groups WHERE id = ?",
    became,
    chat,
  );
  g.run(
    `INSERT INTO members (chat, user, status) SELECT ?, user, status FROM members
     WHERE chat = ? AND status NOT IN ('left', 'kicked')`,
    became,
    chat,
  );
  g.run("INSERT INTO migrations (chat, became) VALUES (?, ?)", chat, became);
  return became;
}

/** For the bot, it came into the new chat; it never hears that it left the old one. */
function tellBot(g: Ground, { chat, by }: { chat: number; by: number }) {
  const status = findStatus(g, chat, bot.id);
  if (!status || !isPresent(status)) return;
  const body = {
    chat: chatOf(g, chat),
    from: userOf(g, by),
    date: seconds(g),
    old_chat_member: chatMember(g, bot.id, "left"),
    new_chat_member: chatMember(g, bot.id, status),
  };
  queueUpdate(g, "my_chat_member", { lane: `member ${chat}`, body });
}
