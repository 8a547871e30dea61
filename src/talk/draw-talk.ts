import type { Db } from "../db.ts";
import { titleOf } from "../ideas/idea.ts";
import type { Said } from "../sayings.ts";
import { eachOf, isIdea, Talk, wholeOf } from "./talk.ts";

type Shown = "talk.isIdea" | "talk.isMany" | "talk.needsWords" | "talk.taken" | "talk.dropped";

/** So many of its messages are shown by their first words. */
const TITLES = 5;

/** What the bot's answer to talk in private shows now: it follows what comes in. */
export async function drawTalk(db: Db, id: number): Promise<Said<Shown> | undefined> {
  const draft = await db.draft.findUnique({ where: { id } });
  const talk = Talk.safeParse(draft?.state);
  if (!draft || !talk.success) return undefined;
  if (draft.kind === "dropped") return { key: "talk.dropped", args: { draft: id } };
  if (draft.kind !== "talk") return { key: "talk.taken", args: {} };
  return shown(id, talk.data, await stillAsked(db, talk.data));
}

/** The question that it came besides, while that is open. */
async function stillAsked(db: Db, { besides }: Talk) {
  if (besides === undefined) return [];
  const open = await db.draft.findFirst({ where: { id: besides, doneAt: null } });
  return open ? [{ draft: open.id, kind: open.kind }] : [];
}

function shown(draft: number, talk: Talk, form: { draft: number; kind: string }[]): Said<Shown> {
  const { words, files: all } = wholeOf(talk);
  const files = all.length > 0 ? [{ count: all.length }] : [];
  if (!isIdea(words)) {
    const challenge = talk.challenge ? [{}] : [];
    const heard = talk.heard ? [{ text: talk.heard }] : [];
    return { key: "talk.needsWords", args: { draft, count: all.length, challenge, heard } };
  }
  const each = eachOf(talk).map(({ text }) => ({ title: titleOf(text).title }));
  const back = talk.notTo ? [talk.notTo] : [];
  const title = titleOf(words).title;
  if (each.length < 2) return { key: "talk.isIdea", args: { draft, files, title, form, back } };
  const titles = each.slice(0, TITLES);
  const count = each.length;
  return { key: "talk.isMany", args: { draft, files, count, titles, rest: count - titles.length } };
}
