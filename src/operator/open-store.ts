import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { openDb, type Store, StoreError } from "../db.ts";
import { ourDatabase } from "../postgres/open-database.ts";
import { startPostgres } from "../postgres/start-postgres.ts";

/** The database as it is. */
export type Opened = { db: Store; close(): Promise<void> };

/** PostgreSQL's code for a database that is not there. */
const MISSING = "3D000";

/**
 * Opens the database as it is: nothing is made, and the schema stays as it was. An embedded server that does not run
 * is started, and stopped again by `close`. `undefined` where there is nothing yet and the first start will make it.
 * @throws StoreError or PostgresError when it cannot be reached
 */
export async function openStore({ database, playground }: Config, log: Logger): Promise<Opened | undefined> {
  const { url, dataDir } = database;
  if (!url && !existsSync(join(dataDir, "postgres", "PG_VERSION"))) return undefined;
  const server = url ? undefined : await startPostgres({ dataDir });
  const store = openDb(ourDatabase(server?.url("lumbung") ?? url ?? "", playground), log);
  const close = async () => {
    await store.close();
    await server?.stop();
  };
  try {
    await store.db.$queryRaw`select 1 as one`;
    return { db: store.db, close };
  } catch (error) {
    await close();
    const isOursToMake = server !== undefined || playground;
    if (isOursToMake && error instanceof StoreError && error.code === MISSING) return undefined;
    throw error;
  }
}
