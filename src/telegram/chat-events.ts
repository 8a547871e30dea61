import type { Context } from "telegraf";
import type { ChatMember } from "telegraf/types";
import type { Raw } from "./route.ts";

/** What happened to the bot's own place in a chat. */
const changeIn = ({ myChatMember: change }: Context) =>
  change && {
    inGroup: change.chat.type === "group" || change.chat.type === "supergroup",
    inPrivate: change.chat.type === "private",
    was: isIn(change.old_chat_member),
    is: isIn(change.new_chat_member),
    standing: change.new_chat_member.status === "administrator" ? "administrator" : "member",
  };

const isIn = (member: ChatMember) =>
  member.status === "restricted" ? member.is_member : member.status !== "left" && member.status !== "kicked";

/** The bot came into a group. */
export const botAdded = (ctx: Context): Raw | undefined => {
  const change = changeIn(ctx);
  return change?.inGroup && change.is && !change.was ? { standing: change.standing } : undefined;
};

/** The bot is no longer in a group. */
export const botRemoved = (ctx: Context): Raw | undefined => {
  const change = changeIn(ctx);
  return change?.inGroup && !change.is ? {} : undefined;
};

/** The bot's rights in a group changed. */
export const botChanged = (ctx: Context): Raw | undefined => {
  const change = changeIn(ctx);
  return change?.inGroup ? { standing: change.standing } : undefined;
};

/** A person blocked the bot, or opened the private chat (again). */
export const privateChanged = (ctx: Context): Raw | undefined => {
  const change = changeIn(ctx);
  return change?.inPrivate ? { private: change.is ? "open" : "blocked" } : undefined;
};

/** A group became a supergroup: told in the old chat, in the new one, or both. */
export const migrated = ({ message, chat }: Context): Raw | undefined => {
  if (!message || !chat) return undefined;
  if ("migrate_to_chat_id" in message) return { from: chat.id, to: message.migrate_to_chat_id };
  if ("migrate_from_chat_id" in message) return { from: message.migrate_from_chat_id, to: chat.id };
  return undefined;
};
