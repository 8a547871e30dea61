import type { Db } from "../db.ts";
import type { Chat, Lab, Person } from "../generated/prisma/client.ts";
import type { Toast } from "../once.ts";
import type { Message, Saying } from "../sayings.ts";
import type { Outgoing, Row } from "./put.ts";
import { afterQuiet } from "./quiet.ts";
import { type Reach, reachOf } from "./reach.ts";

/** Where a piece of work came from. A job's has only a lab. */
export type Origin = {
  chat?: Chat;
  person?: Person | undefined;
  lab?: Pick<Lab, "zone"> | undefined;
  message?: { id: number; topicId: number | undefined; rawChatId?: number | undefined } | undefined;
  /** Whether it came from a button. */
  pressed?: boolean;
};

type At = { db: Db; now: Date; defaults: { zone: string } };

/** Turns sayings into rows for the outbox: addresses become chats, and quiet hours a later time. */
export async function outgoing(
  at: At,
  origin: Origin,
  sayings: Saying[],
): Promise<Outgoing & { toasts: Toast[] }> {
  const messages = sayings.filter((saying) => saying.do === "message");
  const reach = await reachOf(at.db, messages, origin);
  const out: Outgoing & { toasts: Toast[] } = { rows: [], cards: [], cancels: [], toasts: [] };

  for (const saying of sayings) {
    if (saying.do === "toast") out.toasts.push(saying);
    if (saying.do === "show") out.cards.push(saying.about);
    if (saying.do === "cancel") out.cancels.push(saying.cancelKey);
    if (saying.do === "react")
      out.rows.push(...onMessage(at, origin, { kind: "reaction", key: saying.sign, args: {} }));
    if (saying.do === "turn") out.rows.push(...onMessage(at, origin, { kind: "edit", ...saying.what }));
    if (saying.do === "message") {
      const row = rowOf(at, origin, reach, saying);
      if (row) out.rows.push(row);
      else if (saying.address.to === "aside" && !saying.address.orNothing) out.toasts.push(pressStart);
    }
  }
  return out;
}

const pressStart: Toast = { do: "toast", what: { key: "person.pressStart", args: {} }, alert: true };

function rowOf(at: At, origin: Origin, reach: Reach, saying: Message): Row | undefined {
  const { address } = saying;
  const zone = origin.lab?.zone ?? at.defaults.zone;
  const held = { dueAt: afterQuiet(at.now, zone), priority: saying.digest ? 2 : 1 } as const;
  const later = saying.urgent ? {} : held;
  const base = baseOf(at, saying);

  if (address.to === "here") return here(origin, base);
  if (address.to === "chat") {
    const { chatId, topicId = null, replyTo = null } = address;
    return { ...base, ...("view" in saying.what ? {} : later), chatId, topicId, replyTo };
  }

  const personId = address.to === "person" ? address.personId : origin.person?.id;
  const chatId = personId === undefined ? undefined : reach.get(personId)?.chatId;
  if (address.to === "aside") return aside(origin, base, { chatId, personId, orNothing: address.orNothing });
  const { otherwise = null } = address;
  if (chatId) return { ...base, ...later, chatId, personId: personId ?? null, otherwise };
  const mute = { about: null, aboutId: null, view: null };
  return otherwise ? { ...base, ...later, ...mute, ...otherwiseRow(otherwise) } : undefined;
}

/** What a group hears when a person cannot be reached. */
export const otherwiseRow = ({ chatId, replyTo, said }: NonNullable<Row["otherwise"]>) => ({
  chatId,
  replyTo: replyTo ?? null,
  key: said.key,
  args: said.args,
});

function here({ chat, message, person }: Origin, base: Row): Row | undefined {
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

/** Privately, where the person can be reached; else a door in the group, for who typed; a toast for who pressed. */
function aside(origin: Origin, base: Row, { chatId, personId, orNothing }: Aside): Row | undefined {
  if (origin.chat?.kind === "private") return here(origin, base);
  if (chatId) return { ...base, chatId, personId: personId ?? null };
  if (origin.pressed || orNothing) return undefined;
  return here(origin, { ...base, key: "person.door", args: {}, about: null, aboutId: null, view: null });
}

function baseOf({ now }: At, { what, about, cancelKey, pin, after = 0 }: Message): Row {
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
    silent: "view" in what,
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
function onMessage(
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
