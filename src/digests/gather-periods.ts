import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import type { Count, Span } from "./count-periods.ts";
import type { DigestItem, Period } from "./digest.ts";
import { listItems } from "./list-items.ts";

/** A lab's span of time and what was counted in it. `soFar` when it still runs. */
export type Counted = Omit<Span, "labId"> & {
  lab: Pick<Lab, "id" | "name" | "zone">;
  count: Count;
  soFar?: boolean;
};

/** What happened in these labs, in the order in which they are given: the numbers, the new ideas, and those that changed most. */
export async function gatherPeriods(db: Db, counted: Counted[]): Promise<Period[]> {
  const items = await listItems(
    db,
    counted.flatMap(({ count }) => [...count.fresh, ...count.changed]),
  );
  return counted.map((one) => periodOf(one, items));
}

function periodOf({ lab, from, to, count, soFar = false }: Counted, all: Map<number, DigestItem>): Period {
  const { ideas, votes, feedback, decisions, unanswered, fresh, changed } = count;
  const when = (at: Date) => ({ at: at.toISOString(), zone: lab.zone, show: "day" }) as const;
  const items = (ids: number[]) => ids.flatMap((id) => all.get(id) ?? []);
  const more = ideas - fresh.length;
  return {
    ...{ lab: lab.name, from: when(from), to: when(to), soFar: soFar ? [{}] : [] },
    ...{ ideas, votes, feedback, decisions, unanswered },
    fresh: ideas > 0 ? [{ items: items(fresh), more: more > 0 ? [{ count: more }] : [] }] : [],
    changed: changed.length > 0 ? [{ items: items(changed) }] : [],
  };
}
