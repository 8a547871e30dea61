import type { Saying } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { showTalk } from "./gather-talk.ts";
import { Talk } from "./talk.ts";

type Edited = { messageId: number; text: string };

/** A message of talk in private was edited before anything became of it: the offer follows. */
export async function editTalk(
  { db, person, chat }: LabScene,
  { messageId, text }: Edited,
): Promise<Saying[]> {
  const [draft] = await db.$queryRaw<{ id: number; state: unknown }[]>`
    select id, state from "Draft" where "personId" = ${person.id} and "chatId" = ${chat.id} and kind = 'talk'
      and state->'pieces' @> ${JSON.stringify([{ messageId }])}::jsonb order by id desc limit 1 for update`;
  const talk = Talk.safeParse(draft?.state);
  if (!draft || !talk.success) return [];
  const pieces = talk.data.pieces.map((piece) =>
    piece.messageId === messageId ? { ...piece, text } : piece,
  );
  await db.draft.update({ where: { id: draft.id }, data: { state: { ...talk.data, pieces } } });
  return [showTalk(draft.id)];
}
