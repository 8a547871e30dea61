import { findPerson } from "../people.ts";
import { block, unblock } from "../private-chat.ts";
import type { Mishap } from "./fault.ts";

/**
 * A person blocks the bot: it hears so in `my_chat_member` (status "kicked"), and whatever it then writes to them is
 * refused with 403, "Forbidden: bot was blocked by the user".
 *
 * Source: tdlib/telegram-bot-api, Client.cpp, `fail_query_with_error` (USER_IS_BLOCKED);
 * core.telegram.org/bots/api#update: in private chats `my_chat_member` comes only when a user blocks or unblocks the bot.
 */
export const blocked: Mishap<{ person: number }> = {
  part: "chat",
  happen(g, { person }) {
    block(g, person);
    return () => unblock(g, person);
  },
  here(g, { as, chat }) {
    return chat === as && findPerson(g, as)?.opened ? { person: as } : undefined;
  },
  happened: (g, { as, chat }) => chat === as && findPerson(g, as)?.blocked === true,
  mend: (g, { as }) => unblock(g, as),
};
