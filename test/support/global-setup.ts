import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { databaseUrl, dropDatabase, ensureDatabase } from "../../src/postgres/ensure-database.ts";
import { startPostgres } from "../../src/postgres/start-postgres.ts";
import { prepareWire, type WireFiles } from "./wire-cache.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** TEST_DATABASE_URL, or "": the address of any database on the server to use instead of one of our own. */
    givenServer: string;
    /** The migrated database that every test's own one is a copy of. */
    template: string;
    /** Where the official types of the Bot API lie. */
    wire: WireFiles;
  }
}

/** Prepares the one PostgreSQL of all tests, and a database in it to copy; returns what takes both down again. */
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = project.getProvidedContext().givenServer;
  const server = given
    ? { url: (name: string) => databaseUrl(given, name), stop: async () => {} }
    : await own();

  const template = server.url("template_lumbung");
  if (given) await dropDatabase(template);
  await ensureDatabase(template);
  await applyMigrations(template);
  project.provide("template", template);
  project.provide("wire", await prepareWire());

  return async () => {
    if (given) await dropDatabase(template);
    await server.stop();
  };
}

/** A server of our own, as fast as it goes: nothing in it needs to outlive the tests. */
async function own() {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-test-"));
  const server = await startPostgres({
    dataDir,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const pid = Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  const abandon = () => process.kill(pid, "SIGQUIT");
  process.once("exit", abandon); // Ctrl-C ends the tests without taking anything down.

  return {
    url: server.url,
    async stop() {
      process.off("exit", abandon);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
