import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { movableClock } from "../clock.ts";
import { MIGRATIONS, readMigrations } from "./migrations.ts";
import { openEngine } from "./schema-engine.ts";
import { startPostgres } from "./start-postgres.ts";

const SCHEMA = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));

/**
 * The SQL that is missing in the migrations folder `dir` to reach the schema in `schemaFile`, or "" when nothing is.
 * It is found on a database that exists only meanwhile, so no other server is needed.
 */
export async function missingSql(dir = MIGRATIONS, schemaFile = SCHEMA): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-migration-"));
  const server = await startPostgres({ dataDir, settings: { fsync: "off" } });
  try {
    const engine = await openEngine(server.url("postgres"));
    try {
      return await engine.write(readMigrations(dir), readFileSync(schemaFile, "utf8"));
    } finally {
      await engine.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Writes `sql` as the newest migration, called `name`, at `now`; returns its folder. */
export function writeMigration(sql: string, name: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(
    join(MIGRATIONS, "migration_lock.toml"),
    '# Prisma reads here which database the migrations are written for.\nprovider = "postgresql"\n',
  );
  return folder;
}

async function main(name = ""): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
    process.exitCode = 1;
    return say("Give the migration a name of small letters, digits and _: npm run db:migration -- add_votes");
  }
  const sql = await missingSql();
  if (sql.trim() === "") return say("Nothing to change: the migrations lead to prisma/schema.prisma.");

  say(
    `Written: ${writeMigration(sql, name, movableClock(Date.now).now())}/migration.sql. Read it before you commit it.`,
  );
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) {
  await main(process.argv[2]).catch((error: Error) => {
    process.exitCode = 1;
    // The first complaint is enough: others follow from it.
    say(`Nothing is written. ${error.message.split("\nerror: ")[0]?.trim()}`);
  });
  process.exit(); // The engine leaves a timer of 10 s behind, which nobody shall wait for.
}
