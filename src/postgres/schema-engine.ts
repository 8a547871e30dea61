import {
  bindMigrationAwareSqlAdapterFactory,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { loadSchemaEngine } from "./load-schema-engine.ts";
import type { Migration } from "./migrations.ts";
import { tolerantAdapter } from "./tolerant-adapter.ts";

/** Prisma's migration engine on one database. Its interface is not documented: only this file knows it. */
export type Engine = {
  /** Applies what is missing, one process at a time, and returns the names. Throws what the database said. */
  apply(migrations: Migration[]): Promise<string[]>;
  /** The SQL that leads from `migrations` to `schema` (the text of a Prisma schema), or "" when they agree. The database must be empty. */
  write(migrations: Migration[], schema: string): Promise<string>;
  close(): Promise<void>;
};

/** Tables that are not the schema's business: none. */
const filters = { externalTables: [], externalEnums: [] };

/** What a comparison answers that found a difference. */
const DIFFERENT = 2;

/** Marks the one migration that is running as done; the engine alone would do so only after the commit. */
const MARK =
  "UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL";

/** Opens the engine on the database at `url`. */
export async function openEngine(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, options: "-c TimeZone=UTC" });
  const adapter = bindMigrationAwareSqlAdapterFactory(tolerantAdapter(pool, (script) => complete(script)));
  let complete = (script: string) => script;
  const { SchemaEngine } = await loadSchemaEngine();
  const open = (schema: string) =>
    SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);

  return {
    close: () => pool.end(),
    async apply(migrations) {
      const engine = await open('datasource db {\n  provider = "postgresql"\n}\n');
      const scripts = new Set(migrations.map(({ sql }) => sql));
      complete = (script) => (scripts.has(script) ? `${script};\n${MARK}` : script);
      try {
        const applied = await engine.applyMigrations({ migrationsList: listOf(migrations), filters });
        return applied.appliedMigrationNames;
      } catch (error) {
        throw new Error(reason(error, adapter.errorRegistry));
      }
    },
    async write(migrations, schema) {
      const engine = await open(schema);
      const { exitCode, stdout } = await engine.diff({
        from: { tag: "migrations", ...listOf(migrations) },
        to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
        script: true,
        exitCode: true,
        filters,
      });
      return exitCode === DIFFERENT ? (stdout ?? "") : "";
    },
  };
}

/** What went wrong, in one line. Of the database's own errors the engine names only a number. */
function reason(
  error: unknown,
  said: ErrorCapturingSqlMigrationAwareDriverAdapterFactory["errorRegistry"],
): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, number] = /External error id#(\d+)/.exec(message) ?? [];
  const cause = number === undefined ? undefined : said.consumeError(Number(number))?.error;
  const [, migration] = /migration_name="(\w+)"/.exec(message) ?? [];
  const line = cause instanceof Error ? cause.message : (message.split("\n")[0] ?? "");

  return migration ? `Migration ${migration} failed, and changed nothing: ${line}` : line;
}

function listOf(migrations: Migration[]) {
  return {
    baseDir: ".",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
