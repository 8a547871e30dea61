import type { Store } from "../db.ts";
import { count } from "./figures.ts";
import { hasTables } from "./find-tables.ts";

/** What became of a replay: one line, and whether it is as it was wished. */
export type Replayed = { done: boolean; said: string };

const ok = (said: string): Replayed => ({ done: true, said });
const no = (said: string): Replayed => ({ done: false, said });

const SOON = "a running bot gets there within seconds, else the next start does";

/**
 * Puts an update that failed for good back into its lane, as if it had just come; `which` is its id, or "all".
 * Being older than the rest of its lane, it is the first there again.
 */
export async function replayUpdate(db: Store, which = ""): Promise<Replayed> {
  if (!(await hasTables(db))) return no("The database has no schema yet, so nothing is kept.");
  if (which === "all") return replayAll(db);
  if (!/^\d{1,18}$/.test(which))
    return no("Say which update: npm run replay -- ID, or npm run replay -- all; npm run doctor lists them.");
  const id = BigInt(which);
  const found = await db.$executeRaw`
    update "Update" set "doneAt" = null, error = null, attempts = 0
    where id = ${id} and "doneAt" is not null and error is not null and payload is not null`;
  return found > 0 ? ok(`Update ${id} is back in its chat's queue: ${SOON}.`) : no(await whyNot(db, id));
}

async function replayAll(db: Store): Promise<Replayed> {
  const n = await db.$executeRaw`
    update "Update" set "doneAt" = null, error = null, attempts = 0
    where "doneAt" is not null and error is not null and payload is not null`;
  if (n === 0) return ok("No update is kept: there is nothing to replay.");
  return ok(`${count(n, "update is", "updates are")} back in the queue: ${SOON}.`);
}

async function whyNot(db: Store, id: bigint): Promise<string> {
  const [row] = await db.$queryRaw<{ done: boolean; failed: boolean }[]>`
    select "doneAt" is not null as done, error is not null as failed from "Update" where id = ${id}`;
  if (!row) return `There is no update ${id}: npm run doctor lists those that are kept.`;
  if (!row.done) return `Update ${id} waits for its turn already.`;
  return row.failed
    ? `What update ${id} said is not kept.`
    : `Update ${id} was worked off: there is nothing to replay.`;
}
