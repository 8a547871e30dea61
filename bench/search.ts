import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { openDb, type Store } from "../src/db.ts";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../src/postgres/ensure-database.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { rephrased } from "../test/support/alike.ts";
import type { Row } from "./row.ts";
import { measureFound } from "./search-found.ts";
import { keptApart } from "./search-pairs.ts";
import { measureSpeed } from "./search-speed.ts";

/** What is found, and how fast. */
export const benchSearch = () =>
  onServer(async (inNew) => [
    ...(await inNew("few", (db) =>
      measureFound(db, [
        ["pairs that the search was tuned on", rephrased],
        ["pairs kept apart", keptApart],
      ]),
    )),
    ...(await inNew("million", measureSpeed)),
  ]);

/**
 * Informal sentences and what they mean in formal ones: of the folder that `STIF` names, as `dev.inf` and `dev.for` of
 * STIF-Indonesia (MIT), line by line.
 */
export async function benchInformal(): Promise<Row[]> {
  const folder = process.env.STIF;
  if (!folder) throw new Error("STIF must name the folder with dev.inf and dev.for of STIF-Indonesia");
  const lines = (name: string) => readFileSync(join(folder, name), "utf8").trim().split("\n");
  const formal = lines("dev.for");
  const pairs = lines("dev.inf").map((text, n): [string, string] => [text, formal[n] ?? ""]);
  return onServer((inNew) => inNew("informal", (db) => measureFound(db, [["informal sentences", pairs]])));
}

type InNew = <T>(name: string, work: (db: Store) => Promise<T>) => Promise<T>;

/** On a server of its own. */
async function onServer(measure: (inNew: InNew) => Promise<Row[]>): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const server = await startPostgres({ dataDir });
  const inNew: InNew = async (name, work) => {
    const url = server.url(name);
    await ensureDatabase(url);
    await applyMigrations(url);
    const { db, close } = openDb(url, pino({ level: "error" }));
    return work(db).finally(close);
  };
  try {
    return await measure(inNew);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
