import type { Row } from "./put.ts";
import { here, type Origin } from "./rows.ts";

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
