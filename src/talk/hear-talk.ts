import { z } from "zod";
import type { Db } from "../db.ts";
import type { FileGiven } from "../files/file.ts";
import { RowId } from "../row-id.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findTalk } from "./find-talk.ts";
import { showTalk } from "./gather-talk.ts";
import { answerTalk } from "./take-talk.ts";
import { Talk } from "./talk.ts";

type Unheard = { id: number; fileId: string; mime: string | null };

/** Voice notes that wait for a sentence, of people in labs that turned models on, and want a name on it. */
export async function unheardTalks(db: Pick<Db, "$queryRaw">, since: Date): Promise<Unheard[]> {
  const found = await db.$queryRaw<{ id: number; state: unknown }[]>`
    select d.id, d.state from "Draft" d join "Person" p on p.id = d."personId"
      join "Lab" l on l.id = coalesce(
        (select c."labId" from "Challenge" c where c.id = (d.state->>'challenge')::int), p."currentLabId")
    where d.kind = 'talk' and d."doneAt" is null and d."createdAt" > ${since} and l."usesModel"
      and d.state->>'heard' is null and d.state->>'anonymous' is null
    order by d.id desc limit 5`;
  return found.flatMap(({ id, state }) => {
    const talk = Talk.safeParse(state);
    const voice = talk.data?.pieces.flatMap(({ files }) => files).find(({ kind }) => kind === "voice");
    return voice ? [{ id, fileId: voice.fileId, mime: voice.mime ?? null }] : [];
  });
}

/** What the model heard stands below the question, for its author to take or not. */
export async function noteHeard(db: Db, { id, fileId }: { id: number; fileId: string }, heard: string) {
  const nothing = { origin: {}, sayings: [] };
  const [draft] = await db.$queryRaw<{ state: unknown }[]>`
    select state from "Draft" where id = ${id} and kind = 'talk' and "doneAt" is null for update`;
  const talk = Talk.safeParse(draft?.state);
  if (!talk.success) return nothing;
  const noted = (file: FileGiven) => (file.fileId === fileId ? { ...file, transcript: heard } : file);
  const pieces = talk.data.pieces.map((piece) => ({ ...piece, files: piece.files.map(noted) }));
  await db.draft.update({ where: { id }, data: { state: { ...talk.data, pieces, heard } } });
  return { origin: {}, sayings: heard ? [showTalk(id)] : [] };
}

export const TakeHeard = z.object({ offer: RowId });

/** "Pakai sebagai isi ide": the voice note's words are the sentence that was asked for. */
export const takeHeard: UseCase<typeof TakeHeard, LabScene> = async (scene, { offer: id }) => {
  const found = await findTalk(scene, { id });
  if (!found?.open || !found.talk.heard) return [toast("person.oldButton", {})];
  const said = { text: found.talk.heard, files: [], forwarded: false };
  return [turn("talk.taken", {}), ...(await answerTalk(scene, id, said))];
};
