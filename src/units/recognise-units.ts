import type { Db } from "../db.ts";
import { type Span, spanTable } from "../digests/count-periods.ts";
import { entersAt, postedIdeas } from "../digests/counted.ts";
import type { Paragraph } from "../digests/digest.ts";
import { placeOf } from "../digests/thank-ideas.ts";
import { CROWD } from "./unit.ts";

/** So many units fit in a paragraph. */
const MOST = 12;

type Named = { labId: number; name: string; first: boolean };

/**
 * The units of each lab whose people had an idea in its span, by their names; those whose first it is come first.
 * An anonymous idea counts for no unit of few people: it would tell.
 */
export async function recogniseUnits(db: Db, spans: Span[]): Promise<Map<number, Paragraph>> {
  const named = await db.$queryRaw<Named[]>`
    with span as (${spanTable(spans)}), crowd as (
      select "unitId" from "Membership" where "labId" = any(${spans.map(({ labId }) => labId)}) and "unitId" is not null
      group by "unitId" having count(*) >= ${CROWD}
    ), unit as (
      select distinct s."labId", s."from", i."unitId" as id from span s join ${postedIdeas} i
        on i."labId" = s."labId" and i."entersAt" >= s."from" and i."entersAt" < s."to"
      where i."unitId" is not null and (not i.anonymous or i."unitId" in (select "unitId" from crowd))
    )
    select n."labId", u.name, not exists (
      select from "Idea" e where e."unitId" = n.id and ${entersAt} < n."from"
        and (not e.anonymous or n.id in (select "unitId" from crowd))) as first
    from unit n join "Unit" u on u.id = n.id order by first desc, lower(u.name), u.id`;
  const byLab = Map.groupBy(named, ({ labId }) => labId);
  return new Map([...byLab].map(([labId, units]) => [labId, recognised(units)]));
}

function recognised(all: Named[]): Paragraph {
  const more = all.length - MOST;
  const last = more > 0 ? -1 : all.length - 1;
  const units = all.slice(0, MOST).map(({ name, first }, n) => ({
    ...{ name, place: placeOf(n, last), first: first ? [{}] : [] },
  }));
  return { key: "digest.units", args: { units, more: more > 0 ? [{ count: more }] : [] } };
}
