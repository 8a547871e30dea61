import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Logger } from "pino";
import { Prisma, PrismaClient } from "./generated/prisma/client.ts";

/** The store inside a transaction: what a use case gets. */
export type Db = Prisma.TransactionClient;

export { Prisma };

/** The store as the process holds it. */
export type Store = PrismaClient;

/** How many connections one process opens at the most; lanes and jobs stay below it. */
export const POOL = 12;

/**
 * Opens the store at a PostgreSQL `url`. It connects at the first query.
 * A server that stops makes each idle connection report an error, which must not end the process.
 */
export function openDb(url: string, log: Pick<Logger, "warn">): { db: Store; close(): Promise<void> } {
  const names = new Map<string, string>();
  const pool = new pg.Pool({ connectionString: url, max: POOL, options: "-c TimeZone=UTC" });
  pool.on("error", (error) =>
    log.warn({ code: (error as { code?: string }).code }, "database connection lost"),
  );

  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => {
      const name = names.get(sql) ?? `s${names.size}`;
      names.set(sql, name);
      return name;
    },
  });
  const db = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });

  return {
    db,
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}
