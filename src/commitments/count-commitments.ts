import type { Db } from "../db.ts";

/** The week that a digest looks ahead to begins at `to`. */
type Week = { labId: number; zone: string; to: Date };

/** The promises of one lab that fall due in a week: how many, and which ideas they are about. */
export type FallsDue = { count: number; codes: { code: string }[] };

const DAYS = 7;

/** For each of these labs what its leaders promised for the week that begins; nothing where that is nothing. */
export async function countCommitments(db: Db, weeks: Week[]): Promise<Map<number, FallsDue>> {
  const spans = weeks.map(({ labId, zone, to }) => {
    const first = Temporal.Instant.fromEpochMilliseconds(to.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    return { labId, from: first.toString(), until: first.add({ days: DAYS }).toString() };
  });
  const found = await db.$queryRaw<{ labId: number; count: number; codes: string[] }[]>`
    select c."labId", count(*)::int as count,
      coalesce(array_agg(distinct l.code || '-' || i.number) filter (where i.id is not null), '{}') as codes
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as w("labId" int, "from" date, until date)
    join "Commitment" c on c."labId" = w."labId" and c."dueOn" >= w."from" and c."dueOn" < w.until
    join "Lab" l on l.id = c."labId" left join "Idea" i on i.id = c."ideaId"
    where c."keptAt" is null and c."cancelledAt" is null and (i.id is null or i.state in ('posted', 'joined'))
    group by c."labId"`;
  return new Map(
    found.map(({ labId, count, codes }) => [labId, { count, codes: codes.map((code) => ({ code })) }]),
  );
}
