import type { Db } from "../db.ts";
import { storable } from "../postgres/storable.ts";
import type { Letter } from "./write-letters.ts";

/** Keeps each letter's content in its row, so that it is said the same whenever it is said; returns the rows' ids. */
export async function freezeDigests(db: Db, letters: Letter[], now: Date): Promise<Map<Letter, number>> {
  const rows = letters.map(({ closing: { lab, from, to }, recipient, personId, what }) => ({
    ...{ labId: lab.id, recipient, personId, from, to, content: { what } },
  }));
  const kept = await db.$queryRaw<{ id: number; labId: number; recipient: string }[]>`
    insert into "Digest" ("labId", recipient, "personId", "from", "to", content, "madeAt")
    select "labId", recipient, "personId", "from", "to", content, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows, storable)}::jsonb) as row(
      "labId" int, recipient text, "personId" int, "from" timestamptz, "to" timestamptz, content jsonb)
    returning id, "labId", recipient`;
  const ids = new Map(kept.map(({ id, labId, recipient }) => [`${labId} ${recipient}`, id]));
  return new Map(
    letters.map((letter) => [letter, ids.get(`${letter.closing.lab.id} ${letter.recipient}`) ?? 0]),
  );
}
