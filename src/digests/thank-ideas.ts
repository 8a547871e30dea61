import type { Db } from "../db.ts";
import { type Span, spanTable } from "./count-periods.ts";
import { standingDecisions } from "./counted.ts";
import type { DigestItem, Paragraph, Place } from "./digest.ts";
import { listItems } from "./list-items.ts";

/** So many codes fit in a line. */
const MOST = 5;

/** Thanks in each lab for the ideas that went to another stage, were supported by a leader, or were launched; newest first. */
export async function thankIdeas(db: Db, spans: Span[]): Promise<Map<number, Paragraph>> {
  const moved = await db.$queryRaw<{ labId: number; ideas: number[] }[]>`
    with span as (${spanTable(spans)}), idea as (
      select i.id, i."labId", i."launchedAt", s."from", s."to"
      from span s join "Idea" i on i."labId" = s."labId" and i.state = 'posted'
    ), moved as (
      select i."labId", i.id, c.at from idea i join "StageChange" c
        on c."ideaId" = i.id and c.at >= i."from" and c.at < i."to"
      union all select i."labId", i.id, d."decidedAt" from idea i join ${standingDecisions} d
        on d."ideaId" = i.id and d.kind = 'support' and d."decidedAt" >= i."from" and d."decidedAt" < i."to"
      union all select "labId", id, "launchedAt" from idea where "launchedAt" >= "from" and "launchedAt" < "to"
    ), latest as (select "labId", id, max(at) as at from moved group by 1, 2)
    select "labId", array_agg(id order by at desc, id desc) as ideas from latest group by "labId"`;
  const items = await listItems(
    db,
    moved.flatMap(({ ideas }) => ideas.slice(0, MOST)),
  );
  return new Map(moved.map(({ labId, ideas }) => [labId, thanksFor(ideas, items)]));
}

function thanksFor(ids: number[], items: Map<number, DigestItem>): Paragraph {
  const more = ids.length - MOST;
  const ideas = ids.slice(0, MOST).flatMap((id) => items.get(id) ?? []);
  const last = more > 0 ? -1 : ideas.length - 1;
  const placed = ideas.map(({ card, bare }, n) => ({ card, bare, place: placeOf(n, last) }));
  return { key: "digest.thanks", args: { ideas: placed, more: more > 0 ? [{ count: more }] : [] } };
}

/** Where in a row of names one stands, which is what stands before it: nothing, a comma, or "and". */
export const placeOf = (n: number, last: number): Place => (n === 0 ? "first" : n === last ? "last" : "next");
