import type { App } from "./app.ts";
import { type Db, Prisma, StoreError } from "./db.ts";
import { outgoing } from "./outbox/address.ts";
import { put } from "./outbox/put.ts";
import type { Origin } from "./outbox/rows.ts";
import type { Saying } from "./sayings.ts";

/**
 * What says that a piece of work is done: a job's key, or an update's row in the inbox. `read` is what the work has to
 * know; it travels with the claim, and is thrown away where somebody else was first.
 */
export type Mark<Read = undefined> = Key & { read?: (db: Db) => Promise<Read> };

type Key = { key: string } | { update: bigint };

/** What was to be said at once and is not kept: the answer to a press. */
export type Toast = Extract<Saying, { do: "toast" }>;

/**
 * Does a piece of work at most once, and puts what it wants said in the outbox.
 *
 * The mark, the work and the words are one transaction: all of them happen, or none. A second call with the
 * same mark, even at the same moment in another process, does nothing and returns `undefined`.
 * Otherwise it returns the toasts, for the caller to show. Serialization failures and deadlocks are tried again.
 */
export async function once<Read = undefined>(
  { db, clock, defaults, at }: Pick<App, "db" | "clock" | "defaults" | "at">,
  mark: Mark<Read>,
  work: (db: Db, now: Date, read: Read) => Promise<{ origin: Origin; sayings: Saying[] }>,
): Promise<Toast[] | undefined> {
  const toasts = await again(() =>
    db.transact(async (tx) => {
      const now = clock.now();
      const [claimed, read] = await Promise.all([claim(tx, mark, now), mark.read?.(tx)]);
      if (!claimed) return undefined;

      at?.("claimed");
      const { origin, sayings } = await work(tx, now, read as Read);
      const { rows, cards, cancels, toasts } = await outgoing({ db: tx, now, defaults }, origin, sayings);
      const words = put(tx, {
        rows,
        cards,
        cancels,
        now,
        update: "update" in mark ? mark.update : undefined,
      });
      words.catch(() => {}); // It travels with the commit, which fails if it fails.
      return toasts;
    }),
  );
  if (toasts) at?.("committed");
  return toasts;
}

/** Locks an update that waits and is the first of its lane, or writes a job's key; false when another was first. */
async function claim(tx: Db, mark: Key, now: Date): Promise<boolean> {
  const count =
    "key" in mark
      ? await tx.$executeRaw`insert into "Done" (key, at) values (${mark.key}, ${now}) on conflict do nothing`
      : (
          await tx.$queryRaw<unknown[]>`
            select 1 as one from "Update" u where u.id = ${mark.update} and u."doneAt" is null
              and not exists (select 1 from "Update" o where o.lane = u.lane and o."doneAt" is null and o.id < u.id)
            for update skip locked`
        ).length;
  return count > 0;
}

const TRIES = 4;

/** Serialization failure, deadlock, a row that somebody else stored first; and Prisma's names for them. */
const PASSING = new Set(["40001", "40P01", "P2034", "23505", "P2002"]);

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !PASSING.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof StoreError) return error.code;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  const cause = error.meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined;
  return cause?.cause?.originalCode ?? error.code;
}
