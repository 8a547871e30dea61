import { visibleMessage, type Where } from "./acts.ts";
import { botIsAdmin, chatOf } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { seconds } from "./messages.ts";
import { userOf } from "./people.ts";
import { queueUpdate } from "./updates.ts";

const standard =
  "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/** The emoji that anybody may react with. */
const known = new Set(standard.split(" "));

/** An emoji as Telegram writes it in a reaction, or nothing when it is none. */
export function reactionEmoji(emoji: string): string | undefined {
  const bare = emoji.replaceAll("\uFE0F", "");
  return known.has(bare) ? bare : undefined;
}

export const reactionOf = (g: Ground, { chat, message }: Where, user: number) =>
  g.one<{ emoji: string }>(
    "SELECT emoji FROM reactions WHERE chat = ? AND message = ? AND user = ?",
    chat,
    message,
    user,
  )?.emoji;

/** Puts one reaction of one user under a message, or takes it away. */
export function setReaction(
  g: Ground,
  { chat, message }: Where,
  { user, emoji }: { user: number; emoji: string | null },
) {
  g.run("DELETE FROM reactions WHERE chat = ? AND message = ? AND user = ?", chat, message, user);
  if (emoji)
    g.run(
      "INSERT INTO reactions (chat, message, user, emoji) VALUES (?, ?, ?, ?)",
      chat,
      message,
      user,
      emoji,
    );
  g.emit({ kind: "changed", chat });
}

/** A person reacts; an admin bot that asked for reactions hears it. */
export function react(g: Ground, person: number, { emoji, ...where }: Where & { emoji: string | null }) {
  g.atomically(() => {
    visibleMessage(g, person, where);
    const next = emoji === null ? null : reactionEmoji(emoji);
    if (next === undefined) throw new Error(`${emoji} is no reaction`);
    const before = reactionOf(g, where, person);
    if (before === (next ?? undefined)) return;
    setReaction(g, where, { user: person, emoji: next });
    if (!botIsAdmin(g, where.chat)) return;
    const list = (one: string | null | undefined) => (one ? [{ type: "emoji", emoji: one }] : []);
    queueUpdate(g, "message_reaction", {
      lane: `reaction ${where.chat}`,
      body: {
        chat: chatOf(g, where.chat),
        message_id: where.message,
        user: userOf(g, person),
        date: seconds(g),
        old_reaction: list(before),
        new_reaction: list(next),
      },
    });
  });
}

/** What is under a message, most often used first. */
export const reactionsOn = (g: Ground, { chat, message }: Where, viewer: number) =>
  g
    .all<{ emoji: string; count: number; mine: number }>(
      `SELECT emoji, count(*) AS count, max(user = ?) AS mine FROM reactions
       WHERE chat = ? AND message = ? GROUP BY emoji ORDER BY count(*) DESC, emoji`,
      viewer,
      chat,
      message,
    )
    .map(({ emoji, count, mine }) => ({ emoji, count, mine: mine === 1 }));
