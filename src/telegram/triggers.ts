import type { Context } from "telegraf";
import { z } from "zod";
import { commandIn, messageIn, textIn } from "./read-message.ts";
import type { Event, Look, Menu, Route, Row } from "./route.ts";
import { isId } from "./sent.ts";

type More = { look?: Look };

/** `/name` and its aliases, as everybody types it, also twice in a row. Offered in the menus of `where`. */
export function command(
  name: string,
  aliases: string[],
  where: Menu["where"],
  rows: Row[],
  more: More = {},
): Route {
  const names = new Set([name, ...aliases]);
  const again = new RegExp(`^(?:/(?:${[...names].join("|")})(?:@\\w+)?(?:\\s+|$))+`, "i");
  const match = (ctx: Context) => {
    const typed = commandIn(ctx);
    return typed && names.has(typed.name)
      ? { ...messageIn(ctx), text: typed.rest.replace(again, "") }
      : undefined;
  };
  return { name, match, rows, menu: { name, aliases, where }, ...more };
}

/** A press. The parts of the button's data are, in order, what the rows' first input names. */
export function button(name: string, rows: [Row, ...Row[]], more: More = {}): Route {
  const [[, input]] = rows;
  const parts = input instanceof z.ZodObject ? Object.keys(input.shape) : [];
  const match = (ctx: Context) => {
    const query = ctx.callbackQuery;
    const [called, ...values] = query && "data" in query ? query.data.split(":") : [];
    return called === name ? Object.fromEntries(parts.map((part, i) => [part, values[i]])) : undefined;
  };
  return { name, match, rows, ...more };
}

/** A message that answers what the bot's message was about; in private, what an open form asked for. */
export const answer = (about: "idea" | "draft" | "challenge" | "album" | "digest", rows: Row[]): Route => ({
  name: `answer to ${about}`,
  rows,
  match: (ctx) => (ctx.state.about?.about === about && !commandIn(ctx) ? messageIn(ctx) : undefined),
});

/** A 👍 put under an idea's card, or taken away. */
export const reaction = (rows: Row[]): Route => ({
  name: "reaction",
  rows,
  quiet: true,
  match: ({ messageReaction: given, state }) => {
    if (!given || state.about?.about !== "idea") return undefined;
    const [before, after] = [likes(given.old_reaction), likes(given.new_reaction)];
    return before === after ? undefined : { idea: state.about.id, likes: after };
  },
});

const likes = (reactions: readonly { type: string; emoji?: string }[] = []) =>
  reactions.some(({ emoji }) => emoji?.replaceAll("\uFE0F", "") === "👍");

/** Any other message of one of these kinds of chat. */
export const talk = (where: "group" | "private", rows: Row[]): Route => ({
  name: `talk in ${where}`,
  rows,
  quiet: where === "group",
  match: (ctx) =>
    (ctx.chat?.type === "private") === (where === "private") && ctx.message ? messageIn(ctx) : undefined,
});

/** A message that was edited. */
export const edited = (rows: Row[]): Route => ({
  name: "edited",
  rows,
  quiet: true,
  match: (ctx) => {
    const message = ctx.editedMessage;
    const text = message && textIn(message);
    return message && text && isId(message.message_id) ? { messageId: message.message_id, text } : undefined;
  },
});

/** A command that nothing above knows; in a group only when it is meant for this bot. */
export const unknownCommand = (rows: Row[]): Route => ({
  name: "unknown command",
  rows,
  quiet: true,
  match: (ctx) => {
    const typed = commandIn(ctx);
    return typed && (ctx.chat?.type === "private" || typed.toMe) ? { text: typed.name } : undefined;
  },
});

/** Something that happened to a chat. */
export const event = (name: string, match: Route["match"], run: Event, more: More = {}): Route => ({
  name,
  match,
  rows: [],
  event: run,
  ...more,
});
