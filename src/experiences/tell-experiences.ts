import type { Db } from "../db.ts";
import { type Span, spanTable } from "../digests/count-periods.ts";
import { type ExperiencePart, partOf } from "./experience.ts";

/** An experience that no digest told of yet. */
export type Untold = { labId: number; id: number; part: ExperiencePart };

/** Of each lab the newest experience that no digest told of yet, shared before its span's end. */
export async function findUntold(db: Db, spans: Span[]): Promise<Map<number, Untold>> {
  const rows = await db.$queryRaw<(Parameters<typeof partOf>[0] & { labId: number })[]>`
    with span as (${spanTable(spans)})
    select s."labId", e.id, e.text, e.place, e.worked, e.failed, p.name as who,
      (select count(*)::int from "Attachment" a where a."experienceId" = e.id) as files from span s cross join lateral (
      select * from "Experience" x where x."labId" = s."labId" and x."toldAt" is null and x."withdrawnAt" is null
        and x."heldAt" is null and x."sharedAt" < s."to" order by x."sharedAt" desc, x.id desc limit 1
    ) e join "Person" p on p.id = e."personId"`;
  return new Map(rows.map((row) => [row.labId, { labId: row.labId, id: row.id, part: partOf(row) }]));
}

/** These are told now, in the transaction that freezes their digests, so that none is told twice. */
export const markTold = (db: Db, ids: number[], now: Date) =>
  db.experience.updateMany({ where: { id: { in: ids } }, data: { toldAt: now } });
