import { findChat } from "../chats.ts";
import { migrate as become, hasMigrated, movedTo } from "../migration.ts";
import type { Mishap } from "./fault.ts";

/**
 * A group becomes a supergroup: a new chat with a new id, in which message ids begin anew, and with the same people and
 * admins. The old one stays readable. The bot hears it three times, in queues of their own: `migrate_to_chat_id` in the
 * old chat, `my_chat_member` and `migrate_from_chat_id` in the new one. Whatever needs to write to the old chat, or to
 * see its members, is refused with 400, "Bad Request: group chat was upgraded to a supergroup chat" and
 * `parameters.migrate_to_chat_id`; edits of old messages are not.
 *
 * Source: core.telegram.org/bots/api#message and #responseparameters; tdlib/telegram-bot-api, Client.cpp,
 * `check_chat_access` (what is refused) and issue 266 (which updates come: none that the bot left the old group).
 */
export const migrate: Mishap<{ chat: number; by?: number }> = {
  part: "chat",
  happen(g, { chat, by }) {
    become(g, { chat, by });
    return () => {};
  },
  here: (g, { chat }) => (findChat(g, chat)?.type === "group" && !movedTo(g, chat) ? { chat } : undefined),
  happened: (g, { chat }) => hasMigrated(g, chat),
};
