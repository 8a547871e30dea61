import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../../src/postgres/ensure-database.ts";
import { startPostgres } from "../../src/postgres/start-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The migrated database that every test's own one is a copy of. */
    template: string;
  }
}

/** Starts the one PostgreSQL of all tests, as fast as it goes: nothing in it needs to outlive them. */
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-test-"));
  const server = await startPostgres({
    dataDir,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const pid = Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  const abandon = () => process.kill(pid, "SIGQUIT");
  process.once("exit", abandon); // Ctrl-C ends the tests without taking anything down.

  const template = server.url("template_lumbung");
  await ensureDatabase(template);
  await applyMigrations(template);
  project.provide("template", template);

  return async () => {
    process.off("exit", abandon);
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
