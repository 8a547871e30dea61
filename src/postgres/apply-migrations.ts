import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { withClient } from "./ensure-database.ts";
import type { Task, Verdict } from "./migrate.ts";
import { MIGRATIONS, type Migration, readMigrations } from "./migrations.ts";
import { PostgresError } from "./postgres-error.ts";

const CHILD = fileURLToPath(new URL("./migrate.ts", import.meta.url));

/**
 * Brings the database at `url` to the newest of the migrations in the folder `dir`, and returns the names of those
 * that it applied. Any number of processes may do so at once: one applies, the others wait.
 * Throws PostgresError with one line when a migration fails; it has then changed nothing.
 */
export async function applyMigrations(url: string, dir = MIGRATIONS): Promise<string[]> {
  if (await allApplied(url, readMigrations(dir))) return [];

  // The engine takes memory that is never given back, so it lives in a process of its own, for this once.
  const child = fork(CHILD, {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let verdict: Verdict | undefined;
  child.once("message", (message) => {
    verdict = message as Verdict;
  });
  child.send({ url, dir } satisfies Task);
  await once(child, "close");

  if (!verdict) throw new PostgresError("The migrations broke off: start again.");
  if ("failed" in verdict) throw new PostgresError(verdict.failed);
  return verdict.applied;
}

/** Asks the database, without the engine, whether each migration is applied as it stands in its file. */
function allApplied(url: string, migrations: Migration[]): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows: there } = await client.query("SELECT to_regclass('_prisma_migrations') AS there");
    if (!there[0].there) return migrations.length === 0;

    const { rows } = await client.query(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));

    return migrations.every(({ name, checksum }) => applied.get(name) === checksum);
  });
}
