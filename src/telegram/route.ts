import type { Context } from "telegraf";
import type { Message } from "telegraf/types";
import { z } from "zod";
import type { Saying } from "../sayings.ts";
import type { Place, Scene, UseCase } from "../use-case.ts";
import type { Api } from "./api.ts";
import type { Who } from "./who.ts";

/** What a trigger took out of an update, for the rows' inputs to read. */
export type Raw = Record<string, unknown>;

/** What is asked of Telegram before the transaction begins; joins what the trigger took. */
export type Look = (api: Api, ctx: Context, raw: Raw) => Promise<Raw>;

/** One reader: who may, what it takes, what it does. */
export type Row = readonly [
  who: Who,
  input: z.ZodType,
  run: (scene: Scene, input: never) => Promise<Saying[]>,
];

/** What happened to a chat, rather than what a person asked for: nobody's rights matter. */
export type Event = (place: Place & { person: Scene["person"] | undefined }, raw: Raw) => Promise<Saying[]>;

/** A command in Telegram's menus: where it is offered, and to whom (those who may use it). */
export type Menu = { name: string; aliases: string[]; where: ("group" | "private")[] };

/** A trigger, and its rows: the first whose person and input fit wins. */
export type Route = {
  name: string;
  match(ctx: Context): Raw | undefined;
  rows: readonly Row[];
  look?: Look | undefined;
  event?: Event;
  menu?: Menu;
  /** Whether it stays silent to those who may not, or whose input fits nothing. */
  quiet?: boolean;
};

/** A row of the table; the input's type and the use case's are held together by the compiler. */
export const row = <I extends z.ZodType, S extends Scene>(who: Who, input: I, run: UseCase<I, S>): Row => [
  who,
  input,
  run as unknown as Row[2],
];

type More = { look?: Look };

/** `/name` and its aliases, as everybody types it. Offered in the menus of `where`. */
export function command(
  name: string,
  aliases: string[],
  where: Menu["where"],
  rows: Row[],
  more: More = {},
): Route {
  const names = new Set([name, ...aliases]);
  const match = (ctx: Context) => {
    const typed = commandIn(ctx);
    return typed && names.has(typed.name) ? { ...messageIn(ctx), text: typed.rest } : undefined;
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
export const answer = (about: "idea" | "draft", rows: Row[]): Route => ({
  name: `answer to ${about}`,
  rows,
  match: (ctx) => (ctx.state.about?.about === about && !commandIn(ctx) ? messageIn(ctx) : undefined),
});

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
    return message && "text" in message ? { messageId: message.message_id, text: message.text } : undefined;
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

/** The command that a message begins with; one for another bot is none. */
export function commandIn({
  message,
  botInfo,
}: Context): { name: string; rest: string; toMe: boolean } | undefined {
  if (!message || !("text" in message)) return undefined;
  const [, name, to, rest = ""] =
    /^\/([a-zA-Z_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(message.text.trim()) ?? [];
  const toMe = to?.toLowerCase() === botInfo.username.toLowerCase();
  return name && (!to || toMe) ? { name: name.toLowerCase(), rest: rest.trim(), toMe } : undefined;
}

/** What a message says, and what it answers. */
function messageIn({ message, state, botInfo }: Context): Raw {
  if (!message) return {};
  const replied = "reply_to_message" in message ? message.reply_to_message : undefined;
  const created = replied && "forum_topic_created" in replied;
  return {
    text: textIn(message),
    ...(state.about ? { [state.about.about]: state.about.id } : {}),
    ...(replied && !created ? { reply: replyIn(replied, botInfo.id) } : {}),
  };
}

const textIn = (message: object) =>
  "text" in message ? String(message.text) : "caption" in message ? String(message.caption) : "";

function replyIn(replied: Message, botId: number) {
  const { message_id: messageId } = replied;
  const from = "from" in replied ? replied.from : undefined;
  const asChat = "sender_chat" in replied && replied.sender_chat !== undefined;
  const writer = from && !from.is_bot && !asChat ? from : undefined;
  const name = writer && [writer.first_name, writer.last_name].filter(Boolean).join(" ");
  return {
    messageId,
    text: textIn(replied),
    ofBot: from?.id === botId,
    ...(writer && name ? { writer: { telegramId: writer.id, name } } : {}),
  };
}
