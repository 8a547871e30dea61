import pg from "pg";
import type { Logger } from "pino";
import { Prisma, PrismaClient } from "./generated/prisma/client.ts";
import { directQueries } from "./postgres/direct-queries.ts";
import { joiningAdapter } from "./postgres/joining-adapter.ts";
import { openTransactions, type Transact } from "./postgres/transactions.ts";

/** The store inside a transaction: what a use case gets. */
export type Db = Prisma.TransactionClient;

export { isAway, StoreError } from "./postgres/store-error.ts";
export { Prisma };

/** The store as the process holds it. */
export type Store = PrismaClient & { transact: Transact; pool(): PoolUse };

/** Connections of this process, how many of them are idle, and how many questions wait for one. */
export type PoolUse = { most: number; total: number; idle: number; waiting: number };

/** How many connections one process opens at the most; lanes and jobs stay below it. */
export const POOL = 12;

/** How long a connection, a statement, or the silence of a vanished machine may last, in milliseconds. */
const PATIENCE = { connect: 10_000, answer: 30_000, idle: 10_000 };

/**
 * Opens the store at a PostgreSQL `url`. It connects at the first query.
 * A server that stops makes each idle connection report an error, which must not end the process.
 */
export function openDb(url: string, log: Pick<Logger, "warn">): { db: Store; close(): Promise<void> } {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: POOL, keepAlive: true, pipeline: true },
    ...{ connectionTimeoutMillis: PATIENCE.connect, query_timeout: PATIENCE.answer },
    options: `-c TimeZone=UTC -c idle_in_transaction_session_timeout=${PATIENCE.idle}`,
  });
  const lost = (error: Error) =>
    log.warn({ code: (error as { code?: string }).code }, "database connection lost");
  pool.on("error", lost);
  pool.on("connect", (client) => void client.on("error", lost));

  const transactionOptions = { maxWait: PATIENCE.connect, timeout: 2 * PATIENCE.answer };
  const prisma = new PrismaClient({ adapter: joiningAdapter(pool), transactionOptions });
  const use = (): PoolUse => ({
    ...{ most: POOL, total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
  });
  const own = { ...directQueries(pool, () => {}), transact: openTransactions(pool, prisma), pool: use };

  return {
    db: withOwn(prisma, own),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Prisma, but for what we do ourselves. */
const withOwn = (prisma: PrismaClient, own: object): Store =>
  new Proxy(prisma, {
    get: (target, name) => (name in own ? own[name as never] : Reflect.get(target, name)),
  }) as Store;
