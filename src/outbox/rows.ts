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

type Aside = { chatId: number | undefined; personId: number | undefined; orNothing: boolean | undefined };

/**
 * Privately, where the person can be reached; else in the group, where nobody else sees it; else a door in the group,
 * for who typed, and a toast for who pressed.
 */
export function aside(origin: Origin, base: Row, { chatId, personId, orNothing }: Aside): Row | undefined {
  if (origin.chat?.kind === "private") return here(origin, base);
  if (chatId) return { ...base, chatId, personId: personId ?? null };
  if (orNothing) return undefined;
  const door = here(origin, {
    ...base,
    key: "person.door",
    args: {},
    about: null,
    aboutId: null,
    view: null,
  });
  const typed = origin.pressed ? undefined : door;
  return isShownToOne(origin, base) ? ephemeral(door, base, { personId, typed }) : typed;
}

/** An administrator may show something to one member at any time. A form would ask for an answer that all see. */
const isShownToOne = ({ chat }: Origin, { about, view }: Row) =>
  chat?.standing === "administrator" && about !== "draft" && view === null;

type ToOne = { personId: number | undefined; typed: Row | undefined };

/** Where Telegram refuses that, who typed gets the door. */
function ephemeral(place: Row | undefined, base: Row, { personId, typed }: ToOne): Row | undefined {
  if (!place || personId === undefined) return typed;
  const { chatId, topicId, replyTo, replyIn } = place;
  const said = { key: "person.door", args: {} } as const;
  const otherwise = typed ? { chatId, replyTo: replyTo ?? undefined, said } : null;
  const shown = { ...base, kind: "ephemeral", about: null, aboutId: null } as const;
  return { ...shown, chatId, topicId, replyTo, replyIn, personId, otherwise };
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
