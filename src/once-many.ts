import type { App } from "./app.ts";
import type { Db } from "./db.ts";
import { outgoing } from "./outbox/address.ts";
import { type Outgoing, put } from "./outbox/put.ts";
import type { Origin } from "./outbox/rows.ts";
import type { Saying } from "./sayings.ts";

/** What some of the work wants said, and where that came from. Nobody pressed anything, so toasts are lost. */
export type Part = { origin: Origin; sayings: Saying[] };

/**
 * `once` for many keys in one transaction. `work` gets the keys that nobody had done before, if there are any.
 *
 * Two processes with the same keys at the same moment wait for each other, and each key is done by one of them.
 * When one piece of the work throws, nothing is done: let each have a try of its own then.
 */
export async function onceForMany(
  { db, clock, defaults, at }: Pick<App, "db" | "clock" | "defaults" | "at">,
  keys: string[],
  work: (db: Db, fresh: ReadonlySet<string>, now: Date) => Promise<Part[]>,
): Promise<void> {
  const done = await db.transact(async (tx) => {
    const now = clock.now();
    const fresh = await claimAll(tx, keys, now);
    if (fresh.size === 0) return false;

    at?.("claimed");
    const out: Outgoing = { rows: [], cards: [], cancels: [] };
    for (const { origin, sayings } of await work(tx, fresh, now)) {
      const { rows, cards, cancels } = await outgoing({ db: tx, now, defaults }, origin, sayings);
      out.rows.push(...rows);
      out.cards.push(...cards);
      out.cancels.push(...cancels);
    }
    await put(tx, { ...out, now, update: undefined });
    return true;
  });
  if (done) at?.("committed");
}

/** In one order everywhere, so that two who claim the same keys never wait for each other in a circle. */
async function claimAll(tx: Db, keys: string[], now: Date): Promise<Set<string>> {
  const claimed = await tx.$queryRaw<{ key: string }[]>`
    insert into "Done" (key, at) select key, ${now}::timestamptz from unnest(${keys}::text[]) as key order by key
    on conflict do nothing returning key`;
  return new Set(claimed.map(({ key }) => key));
}
