import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { whyOf } from "./pulse.ts";

/** An idea that is no longer in use, and why. */
export type Stopped = { code: string; title: string; why: { why: string; text: string }[] };

type Span = { labId: number; from: Date; to: Date };

/** For each of these labs the ideas of which it was said in its span of time that they stopped. */
export async function findStopped(db: Db, spans: Span[]): Promise<Map<number, Stopped[]>> {
  const rows = await db.$queryRaw<Row[]>`
    select i."labId", l.code, i.number, i.text, p.state, p.reason
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s("labId" int, "from" timestamptz, "to" timestamptz)
    join "Pulse" p on p."answeredAt" >= s."from" and p."answeredAt" < s."to" and p.state = 'stopped'
    join "Idea" i on i.id = p."ideaId" and i."labId" = s."labId" and i.state = 'posted'
    join "Lab" l on l.id = i."labId"
    order by p."answeredAt", p.id`;
  return Map.groupBy(
    rows.map((row) => ({ labId: row.labId, ...stoppedOf(row) })),
    ({ labId }) => labId,
  );
}

type Row = {
  labId: number;
  code: string;
  number: number;
  text: string;
  state: string | null;
  reason: string | null;
};

const stoppedOf = ({ code, number, text, state, reason }: Row): Stopped => ({
  ...{ code: codeOf({ code }, { number }), title: titleOf(text).title, why: whyOf({ state, reason }) },
});
