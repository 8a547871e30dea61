import { bad } from "../api-error.ts";
import { jsonOf } from "../params.ts";
import { bot } from "../people.ts";
import { reactionEmoji, setReaction } from "../reactions.ts";
import { messageIn, openChatIn } from "./chat-access.ts";
import type { Method } from "./method.ts";

type Reaction = { type?: unknown; emoji?: unknown };

/** A bot has at most one reaction under a message. */
export const setMessageReaction: Method = ({ g }, params) => {
  const chat = openChatIn(g, params, "read");
  const stored = messageIn(g, chat, { params, deed: "react" });
  const wanted = jsonOf<Reaction[]>(params, "reaction") ?? [];
  if (!Array.isArray(wanted)) throw bad("can't parse reaction types: expected an Array");
  if (wanted.length > 1) throw bad("REACTIONS_TOO_MANY");
  const [first] = wanted;
  const emoji = first ? reactionEmoji(first.type === "emoji" ? String(first.emoji) : "") : null;
  if (emoji === undefined) throw bad("REACTION_INVALID");
  setReaction(g, { chat: chat.id, message: stored.id }, { user: bot.id, emoji });
  return true;
};
