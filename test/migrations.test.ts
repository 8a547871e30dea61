import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { databaseUrl, dropDatabase, withClient } from "../src/postgres/ensure-database.ts";
import { MIGRATIONS, readMigrations } from "../src/postgres/migrations.ts";
import { missingSql } from "../src/postgres/write-migration.ts";

const APPLY = new URL("../src/postgres/apply-migrations.ts", import.meta.url);
const ENSURE = new URL("../src/postgres/ensure-database.ts", import.meta.url);
const names = readMigrations(MIGRATIONS).map(({ name }) => name);

let url: string;
let dir: string;

beforeAll(async () => {
  url = databaseUrl(inject("template"), "test_migrations");
  dir = mkdtempSync(join(tmpdir(), "lumbung-migrations-"));
  cpSync(MIGRATIONS, dir, { recursive: true });
});

afterAll(async () => {
  await dropDatabase(url);
  rmSync(dir, { recursive: true });
});

/** A process that makes and migrates the database; what it printed. */
async function migrate(): Promise<string[]> {
  const code = `
    const { applyMigrations } = await import(${JSON.stringify(APPLY.href)});
    const { ensureDatabase } = await import(${JSON.stringify(ENSURE.href)});
    await ensureDatabase(${JSON.stringify(url)});
    process.stdout.write(JSON.stringify(await applyMigrations(${JSON.stringify(url)})));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
  const said = await text(child.stdout);

  return JSON.parse(said);
}

/** Adds a migration to the copy in `dir`. */
function write(name: string, sql: string): void {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, "migration.sql"), sql);
}

const tables = (like: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE $1",
      [like],
    );
    return rows.map((row) => row.relname);
  });

describe("the migrations", () => {
  test("lead to the schema", async () => {
    expect(await missingSql()).toBe("");
  });

  test("are applied once when three processes start at the same moment, and then there is nothing to do", async () => {
    const applied = await Promise.all([migrate(), migrate(), migrate()]);

    expect(applied.flat()).toEqual(names);
    expect(await applyMigrations(url)).toEqual([]);
  });

  test("change nothing when one fails, say why in one line, and go on when it is mended", async () => {
    const name = "29990101000000_pets";
    write(name, `CREATE TABLE pet (id int);\nALTER TABLE "Nobody" ADD x int;`);
    const why = `Migration ${name} failed, and changed nothing: relation "Nobody" does not exist`;
    await expect(applyMigrations(url, dir)).rejects.toThrow(why);
    await expect(applyMigrations(url, dir)).rejects.toThrow(why);
    expect(await tables("pet")).toEqual([]);

    write(name, "CREATE TABLE pet (id int); DO $$ BEGIN PERFORM 1; PERFORM 2; END $$");
    expect(await applyMigrations(url, dir)).toEqual([name]);
    expect(await tables("pet")).toEqual(["pet"]);
    expect(await applyMigrations(url, dir)).toEqual([]);
  });
});
