import type { Db } from "../db.ts";
import type { Chat, Lab, Person } from "../generated/prisma/client.ts";
import type { Message } from "../sayings.ts";
import type { Row } from "./put.ts";

/** Where a piece of work came from. A job's has only a lab. */
export type Origin = {
  chat?: Chat;
  person?: Person | undefined;
  lab?: Pick<Lab, "zone"> | undefined;
  message?: { id: number; topicId: number | undefined; rawChatId?: number | undefined } | undefined;
  /** Whether it came from a button. */
  pressed?: boolean;
};

export type At = { db: Db; now: Date; defaults: { zone: string } };

/** What a group hears when a person cannot be reached. */
export const otherwiseRow = ({ chatId, replyTo, said }: NonNullable<Row["otherwise"]>) => ({
  chatId,
  replyTo: replyTo ?? null,
  key: said.key,
  args: said.args,
});

export function here({ chat, message, person }: Origin, base: Row): Row | undefined {
  if (!chat) return undefined;
  const isPrivate = chat.kind === "private";
  return {
    ...base,
    chatId: chat.id,
    topicId: message?.topicId ?? null,
    personId: isPrivate ? (person?.id ?? null) : null,
    replyTo: isPrivate ? null : (message?.id ?? null),
    replyIn: message?.rawChatId ?? null,
  };
}

export function baseOf({ now }: At, { what, about, cancelKey, pin, after = 0 }: Message): Row {
  const said =
    "view" in what ? { key: what.view, args: { id: what.id } } : { key: what.key, args: what.args };
  return {
    ...said,
    chatId: 0,
    topicId: null,
    personId: null,
    kind: "message",
    replyTo: null,
    replyIn: null,
    silent: "view" in what && what.view === "idea",
    pin: pin ?? false,
    priority: 0,
    dueAt: new Date(now.getTime() + after),
    cancelKey: cancelKey ?? null,
    otherwise: null,
    about: about?.about ?? null,
    aboutId: about?.id ?? null,
    view: "view" in what ? what.view : null,
  };
}

/** Something done to the message that this came from. */
export function onMessage(
  at: At,
  { chat, message, person }: Origin,
  what: Pick<Row, "kind" | "key" | "args">,
): Row[] {
  if (!chat || !message) return [];
  const base = baseOf(at, { do: "message", address: { to: "here" }, what: { view: "idea", id: 0 } });
  const personId = chat.kind === "private" ? (person?.id ?? null) : null;
  return [
    {
      ...base,
      ...what,
      view: null,
      silent: false,
      chatId: chat.id,
      personId,
      replyTo: message.id,
      replyIn: message.rawChatId ?? null,
    },
  ];
}
