import { buffer } from "node:stream/consumers";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { each } from "../each.ts";
import { codeOf } from "../ideas/idea.ts";
import { LlmError } from "../llm/llm.ts";
import { once } from "../once.ts";
import { Refused } from "../outbox/outcome.ts";
import { tell } from "../sayings.ts";
import { noteHeard, unheardTalks } from "../talk/hear-talk.ts";
import { LARGEST } from "./copy-files.ts";

/** A voice note that is older was there before the model was; in milliseconds. */
const FRESH = 86_400_000;
/** So many of the newest files are looked at, which is quick however many there are. */
const NEWEST = 500;
const AT_ONCE = 5;
/** What is kept of a voice note's words, in characters. */
const LETTERS = 4_000;

type Note = { id: number; fileId: string; mime: string | null };

/**
 * Writes voice notes down, where the installation has a model for speech and the lab turned models on. Each is tried
 * once: what could not be heard is kept and playable, as elsewhere. A voice without a name is given to no model.
 */
export async function transcribeVoices(app: App): Promise<void> {
  const { files, llm } = app;
  const transcribe = llm?.transcribe;
  if (!files || !transcribe) return;
  const hear: Hear = async ({ fileId, mime }) => {
    const bytes = new Uint8Array(await buffer(await files.fetch(fileId)));
    return (await transcribe({ bytes, mime: mime ?? "audio/ogg" })).slice(0, LETTERS);
  };
  const since = new Date(app.clock.now().getTime() - FRESH);
  await each(app, await unheard(app.db, since), async (note) => {
    const transcript = await orNothing(app, hear(note));
    await once(app, { key: `transcript:${note.id}` }, (db) => keep(db, note.id, transcript));
  });
  await each(app, await unheardTalks(app.db, since), async (note) => {
    const text = await orNothing(app, hear(note));
    await once(app, { key: `talk:${note.id}:heard:${note.fileId}` }, (db) => noteHeard(db, note, text));
  });
}

type Hear = (note: Omit<Note, "id">) => Promise<string>;

/** Nothing where the model failed, or Telegram has no such file. While the line is down it waits. */
async function orNothing({ log }: App, heard: Promise<string>) {
  try {
    return await heard;
  } catch (err) {
    if (!(err instanceof LlmError || err instanceof Refused)) throw err;
    log.warn({ err }, "voice note not written down");
    return "";
  }
}

const unheard = (db: Pick<Db, "$queryRaw">, since: Date) => db.$queryRaw<Note[]>`
  select a.id, a."fileId", a.mime from (select * from "Attachment" order by id desc limit ${NEWEST}) a
    join "Idea" i on i.id = a."ideaId" join "Lab" l on l.id = a."labId"
  where a.kind = 'voice' and not a."asComment" and a.transcript is null and a."addedAt" > ${since} and coalesce(a.bytes, 0) <= ${LARGEST}
    and l."usesModel" and not i.anonymous and i.state in ('draft', 'posted')
  order by a.id limit ${AT_ONCE}`;

/** Its author is asked whether these are the words of the idea. */
async function keep(db: Db, id: number, transcript: string) {
  const nothing = { origin: {}, sayings: [] };
  const file = await db.attachment.findUnique({
    where: { id },
    include: { idea: { include: { lab: true } } },
  });
  if (!file?.idea) return nothing;
  await db.attachment.update({ where: { id }, data: { transcript } });
  const { idea } = file;
  if (transcript === "" || transcript === idea.text) return nothing;
  const args = { id: idea.id, file: id, code: codeOf(idea.lab, idea), text: transcript };
  const about = { about: "idea", id: idea.id } as const;
  const asked = tell({ personId: idea.authorId }, "file.heard", args, { about, urgent: true });
  return { origin: { lab: idea.lab }, sayings: [asked] };
}
