import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { App } from "../src/app.ts";
import { openDb, type Store } from "../src/db.ts";
import { closePeriods } from "../src/digests/close-periods.ts";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../src/postgres/ensure-database.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { measureSides, timed } from "./digest-sides.ts";
import { DUE, fill, IN_A_LAB } from "./fill.ts";
import { figure, line, type Row, times } from "./row.ts";

const LABS = 10_000;
/** Messages a second that Telegram takes from one bot. */
const TELEGRAMS = 30;

/** Digests over a year of 10,000 labs, and over a tenth of that, on a server of its own, as the bot starts it. */
export async function benchDigests(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const server = await startPostgres({ dataDir });
  try {
    const tenth = await measure(server.url("tenth"), LABS / 10);
    return rowsOf(tenth, await measure(server.url("whole"), LABS));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Measured = { hand: number; bot: number; closed: number; messages: number };

/** All labs of a new database are due at once. Milliseconds to compute their digests, by hand and by the bot; and to close them. */
async function measure(url: string, labs: number): Promise<Measured> {
  await ensureDatabase(url);
  await applyMigrations(url);
  const log = pino({ level: "warn" });
  const { db, close } = openDb(url, log);
  try {
    await fill(db, labs);
    const sides = await measureSides(db);
    const { ms: closed } = await timed(() => closePeriods(appOn(db)));
    assert.equal(await db.digest.count(), 3 * labs);
    return { ...sides, closed, messages: await db.outbox.count() };
  } finally {
    await close();
  }
}

const appOn = (db: Store): App => ({
  ...{ db, llm: undefined, log: pino({ level: "warn" }), clock: { now: () => DUE, sleep: async () => {} } },
  defaults: { locale: "id", zone: "Asia/Jakarta" },
});

function rowsOf(tenth: Measured, whole: Measured): Row[] {
  const seconds = (ms: number) => figure(ms / 1000, "s");
  const limit = (whole.messages / TELEGRAMS) * 1000;
  return [
    {
      what: `digests' computation over ${figure(LABS * IN_A_LAB.ideas)} ideas in ${figure(LABS)} groups`,
      ours: seconds(whole.bot),
      theirs: `one SQL aggregate, written by hand: ${seconds(whole.hand)}`,
      ratio: times(whole.bot, whole.hand),
      reach: "≤ 3 ×",
    },
    {
      what: "… and over a tenth of that",
      ours: seconds(tenth.bot),
      theirs: `the aggregate: ${seconds(tenth.hand)}`,
      ratio: times(tenth.bot, tenth.hand),
      reach: "≤ 3 ×",
    },
    {
      what: "… over ten times the data, as so many times as long",
      ours: `${figure(whole.bot / tenth.bot)} ×`,
      theirs: `the data: 10 ×; the aggregate: ${figure(whole.hand / tenth.hand)} ×`,
      ratio: times(whole.bot / tenth.bot, 10),
      reach: "≤ 1 ×",
    },
    {
      what: `${figure(LABS)} labs due at once: until their digests are written and ${whole.messages} messages queued`,
      ours: seconds(whole.closed),
      theirs: `what Telegram takes to be told them: ${seconds(limit)}`,
      ratio: times(whole.closed, limit),
    },
  ];
}

if (import.meta.main) for (const row of await benchDigests()) process.stdout.write(`${line(row)}\n`);
