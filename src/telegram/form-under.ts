import type { Db } from "../db.ts";
import type { Due, Stale } from "../outbox/due.ts";
import type { Button, Keyboard } from "./keyboard.ts";

type Reader = Pick<Db, "draft" | "post">;

/** Presses that wave a question away by themselves. */
const WAVES = ["wave", "skip", "skipEvidence", "skipPart", "skipPeople", "noUnit"];

/** The question that a private message asks, as long as it is open; one that is edited asks what it asked before. */
export async function formUnder(db: Reader, what: Due | Stale): Promise<number | undefined> {
  if (what.group || what.view || !("kind" in what)) return undefined;
  const id = what.kind === "edit" ? await askedIn(db, what) : what.about === "draft" && what.aboutId;
  return id && (await db.draft.count({ where: { id, doneAt: null } })) > 0 ? id : undefined;
}

async function askedIn(db: Reader, { replyIn: rawChatId, replyTo: messageId }: Due) {
  const where = { rawChatId, messageId, about: "draft", view: null };
  return (await db.post.findFirst({ where, select: { aboutId: true } }))?.aboutId;
}

/** With one way to end the question, where the keyboard has none. */
export function endable(keyboard: Keyboard | undefined, form: number | undefined): Keyboard | undefined {
  if (form === undefined) return keyboard;
  const rows = keyboard && "rows" in keyboard ? keyboard.rows : [];
  if (rows.flat().some(({ press }) => press && WAVES.includes(press[0]))) return keyboard;
  const end: Button = { label: "endForm", press: ["endForm", form] };
  return { rows: [...rows, [end]] };
}
