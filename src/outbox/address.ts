import type { Toast } from "../once.ts";
import type { Message, Saying } from "../sayings.ts";
import { aside } from "./aside.ts";
import type { Outgoing, Row } from "./put.ts";
import { afterQuiet } from "./quiet.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type At, baseOf, here, type Origin, onMessage, otherwiseRow } from "./rows.ts";

/** Turns sayings into rows for the outbox: addresses become chats, and quiet hours a later time. */
export async function outgoing(
  at: At,
  origin: Origin,
  sayings: Saying[],
): Promise<Outgoing & { toasts: Toast[] }> {
  const messages = sayings.filter((saying) => saying.do === "message");
  const reach = await reachOf(at.db, messages, origin);
  const out: Outgoing & { toasts: Toast[] } = { rows: [], cards: [], cancels: [], toasts: [] };
  const elsewhere: Toast[] = [];

  for (const saying of sayings) {
    if (saying.do === "toast") out.toasts.push(saying);
    if (saying.do === "show") out.cards.push(saying.about);
    if (saying.do === "cancel") out.cancels.push(saying.cancelKey);
    if (saying.do === "react")
      out.rows.push(...onMessage(at, origin, { kind: "reaction", key: saying.sign, args: {} }));
    if (saying.do === "turn") out.rows.push(...onMessage(at, origin, { kind: "edit", ...saying.what }));
    if (saying.do === "message") {
      const row = rowOf(at, origin, reach, saying);
      if (row) {
        out.rows.push(row);
        if (isElsewhere(origin, saying, row)) elsewhere.push(sentPrivately);
      } else if (saying.address.to === "aside" && !saying.address.orNothing) out.toasts.push(pressStart);
    }
  }
  return out.toasts.length > 0 ? out : { ...out, toasts: elsewhere };
}

/** Who pressed a button in a group, and is answered in private, would look at the group in vain. */
const isElsewhere = ({ pressed, chat }: Origin, { address }: Message, row: Row) =>
  Boolean(pressed) && address.to === "aside" && chat !== undefined && row.chatId !== chat.id;

const sentPrivately: Toast = { do: "toast", what: { key: "person.sentPrivately", args: {} } };
const pressStart: Toast = { do: "toast", what: { key: "person.pressStart", args: {} }, alert: true };

function rowOf(at: At, origin: Origin, reach: Reach, saying: Message): Row | undefined {
  const { address } = saying;
  const zone = saying.zone ?? origin.lab?.zone ?? at.defaults.zone;
  const base = baseOf(at, saying);
  const held = { dueAt: afterQuiet(base.dueAt, zone), priority: saying.digest ? 2 : 1 } as const;
  const later = saying.urgent ? {} : held;

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
