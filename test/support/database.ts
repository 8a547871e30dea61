import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { databaseUrl, dropDatabase, ensureDatabase } from "../../src/postgres/ensure-database.ts";

/** A database of one's own, with the newest schema and no rows. `drop` removes it. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const url = databaseUrl(inject("template"), `test_${randomUUID()}`);
  await ensureDatabase(url, "template_lumbung");

  return { url, drop: () => dropDatabase(url) };
}
