import { findStatus, isPresent, memberIds } from "../chats.ts";
import type { Ground } from "../ground.ts";
import { addBot, removeBot } from "../membership.ts";
import { meta, setMeta } from "../meta.ts";
import { bot } from "../people.ts";
import type { Mishap } from "./fault.ts";

/**
 * Somebody removes the bot from a group: it hears so in `my_chat_member` (status "kicked"), and its calls are refused
 * with 403, "Forbidden: bot was kicked from the supergroup chat" (or "group chat").
 *
 * Source: tdlib/telegram-bot-api, Client.cpp, `check_chat_access`; core.telegram.org/bots/api#chatmemberbanned.
 */
export const kicked: Mishap<{ chat: number; by?: number }> = {
  part: "chat",
  happen(g, { chat, by = ownerOf(g, chat) }) {
    setMeta(g, `standing ${chat}`, findStatus(g, chat, bot.id) ?? "left");
    removeBot(g, chat, by);
    return () => takeBack(g, chat, by);
  },
  here: (g, { chat }) => (isPresent(findStatus(g, chat, bot.id)) ? { chat } : undefined),
  happened: (g, { chat }) => findStatus(g, chat, bot.id) === "kicked",
  mend: (g, { chat }) => takeBack(g, chat, ownerOf(g, chat)),
};

/** Adds the bot again, with the rights that it had. */
const takeBack = (g: Ground, chat: number, by: number) =>
  addBot(g, chat, { by, asAdmin: meta(g, `standing ${chat}`) === "administrator" });

/** Who made the group, or whoever stands for them. */
function ownerOf(g: Ground, chat: number) {
  const [owner] = memberIds(g, chat);
  if (owner === undefined) throw new Error(`nobody is in the chat ${chat}`);
  return owner;
}
