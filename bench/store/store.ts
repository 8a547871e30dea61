import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { openDb } from "../../src/db.ts";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../../src/postgres/ensure-database.ts";
import { startPostgres } from "../../src/postgres/start-postgres.ts";
import { median } from "../measure.ts";
import { figure, type Row, times } from "../row.ts";
import { type Copy, EACH, onCopy, type Server, START, WARM } from "./copy.ts";
import { fill } from "./fill.ts";
import { findPgbench, pgbench, scriptOf } from "./pgbench.ts";
import { AT_ONCE, hottest, type Kind, others } from "./scenes.ts";

const ROUNDS = 3;

/**
 * Transactions a second, 16 at once, of what comes to the bot; of the three that come most often beside pgbench (where
 * Debian has it installed) with the same statements on the same server. pgbench waits for each statement, the bot does not.
 */
export async function benchStore(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-store-"));
  const server = await startPostgres({ dataDir });
  try {
    await prepare(server.url("filled"));
    const rows: Row[] = [];
    for (const kind of hottest) rows.push(await compare(server.url, kind));
    for (const kind of others) rows.push(await alone(server.url, kind));
    return rows;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(url: string) {
  await ensureDatabase(url);
  await applyMigrations(url);
  const { db, close } = openDb(url, pino({ level: "silent" }));
  await fill(db, EACH + START);
  await close();
}

/** In turns, each on a copy of the same database. */
async function compare(urlOf: Server, kind: Kind): Promise<Row> {
  const binary = findPgbench();
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await onCopy(urlOf, kind, tps));
    if (binary) limit.push(await onCopy(urlOf, kind, (copy) => limitOf(binary, copy)));
  }
  const theirs = limit.length > 0 ? `pgbench ${figure(median(limit))}` : "pgbench is not installed";
  const ratio = times(median(ours), median(limit));
  return { what: `${kind.name}, a second`, ours: figure(median(ours)), theirs, ratio, reach: "≥ 0.50 ×" };
}

async function alone(urlOf: Server, kind: Kind): Promise<Row> {
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round++) ours.push(await onCopy(urlOf, kind, tps));
  return { what: `${kind.name}, a second`, ours: figure(median(ours)), reach: "≥ 500" };
}

const limitOf = (binary: string, { url, samples }: Copy) =>
  pgbench(binary, {
    ...{ url, times: EACH },
    script: scriptOf(samples).replaceAll("* :i", `* (:i + ${START - WARM})`),
  });

async function tps({ run }: Copy) {
  const from = performance.now();
  const clients = Array.from({ length: AT_ONCE }, async (_, c) => {
    for (let i = 0; i < EACH; i++) await run(c, START + i);
  });
  await Promise.all(clients);
  return (AT_ONCE * EACH * 1000) / (performance.now() - from);
}
