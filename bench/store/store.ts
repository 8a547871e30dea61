import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import type { App } from "../../src/app.ts";
import { openDb } from "../../src/db.ts";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { dropDatabase, ensureDatabase } from "../../src/postgres/ensure-database.ts";
import { startPostgres } from "../../src/postgres/start-postgres.ts";
import type { Api } from "../../src/telegram/api.ts";
import { createHandler } from "../../src/telegram/handle.ts";
import { createIntake } from "../../src/telegram/intake.ts";
import { routes } from "../../src/telegram/routes.ts";
import { fill } from "./fill.ts";
import { findPgbench, pgbench, type Statement, scriptOf } from "./pgbench.ts";
import { AT_ONCE, botUser, hottest, type Kind, others } from "./scenes.ts";

const EACH = 150;
const WARM = 15;
const ROUNDS = 3;

/** Transactions per second of what comes most often, beside pgbench with the same statements on the same server. */
export async function measureStore(print: (line: string) => void) {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-store-"));
  const server = await startPostgres({ dataDir });
  try {
    const template = server.url("filled");
    await ensureDatabase(template);
    await applyMigrations(template);
    const filled = openDb(template, pino({ level: "silent" }));
    await fill(filled.db, EACH + START);
    await filled.close();
    for (const kind of hottest) {
      const { ours, limit } = await compare(server.url, kind);
      print(
        row([`${kind.name}, a second`, ours, limit, limit && `${(ours / limit).toFixed(2)} ×`, "≥ 0.50 ×"]),
      );
    }
    for (const kind of others) {
      const ours = await onCopy(server.url, kind, ({ run }) => tps((c, i) => run(c, START + i)));
      print(row([`${kind.name}, a second`, ours, undefined, undefined, "≥ 500"]));
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Cell = string | number | undefined;

const row = (cells: Cell[]) =>
  `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(0) : (cell ?? "–"))).join(" | ")} |`;

/** Medians; pgbench is told only where it is installed. */
async function compare(urlOf: Server, kind: Kind) {
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const one = await measureOne(urlOf, kind);
    ours.push(one.ours);
    if (one.limit) limit.push(one.limit);
  }
  return { ours: median(ours), limit: limit.length > 0 ? median(limit) : undefined };
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Server = (name: string) => string;

/** Each on a copy of the same database, warmed up by the same transactions. */
async function measureOne(urlOf: Server, kind: Kind) {
  const binary = findPgbench();
  const ours = await onCopy(urlOf, kind, ({ run }) => tps((c, i) => run(c, START + i)));
  if (!binary) return { ours, limit: undefined };
  const limit = await onCopy(urlOf, kind, ({ url, samples }) =>
    pgbench(binary, {
      url,
      times: EACH,
      script: scriptOf(samples).replaceAll("* :i", `* (:i + ${START - WARM})`),
    }),
  );
  return { ours, limit };
}

/** The first count that is measured: those before warm up and show what is sent. */
const START = WARM + 2;

async function tps(run: (c: number, i: number) => Promise<void>) {
  const from = performance.now();
  const clients = Array.from({ length: AT_ONCE }, async (_, c) => {
    for (let i = 0; i < EACH; i++) await run(c, i);
  });
  await Promise.all(clients);
  return (AT_ONCE * EACH * 1000) / (performance.now() - from);
}

type Copy = { url: string; samples: Statement[][]; run(c: number, i: number): Promise<void> };

async function onCopy(urlOf: Server, kind: Kind, measure: (copy: Copy) => Promise<number>) {
  const url = urlOf(`run_${Math.random().toString(36).slice(2)}`);
  await ensureDatabase(url, "filled");
  const log = pino({ level: "silent" });
  const { db, close } = openDb(url, log);
  const clock = { now: () => new Date("2026-11-27T06:00:00Z"), sleep: async () => {} };
  const app: App = { db, llm: undefined, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };
  const api = { call: async () => true, telegram: undefined } as unknown as Api;
  const handle = createHandler(app, api, { routes: routes(app), me: botUser });
  const updates = await put(app, kind, EACH + START);
  const run = async (c: number, i: number) => {
    const [id, update] = updates[i]?.[c] ?? [];
    if (id !== undefined) await handle(id, update as never);
  };

  const samples: Statement[][] = [];
  for (let i = 0; i < WARM; i++) for (let c = 0; c < AT_ONCE; c++) await run(c, i);
  for (const i of [WARM, WARM + 1])
    for (let c = 0; c < AT_ONCE; c++) {
      const statements = await captured(() => run(c, i));
      if (c + i - WARM < 2 && !(c === 1 && i > WARM)) samples.push(statements);
    }
  await db.$executeRaw`analyze`;
  const figure = await measure({ url, samples, run });
  const left = await db.update.count({ where: { doneAt: null } });
  if (left > 0) throw new Error(`${left} of ${kind.name} were not done`);
  await close();
  await dropDatabase(url);
  return figure;
}

/** Stores the updates, in an order that makes their ids linear. */
async function put(app: App, kind: Kind, each: number) {
  const intake = createIntake(app, 1);
  const all: [bigint, object][][] = [];
  for (let i = 0; i < each; i++) {
    const batch = Array.from({ length: AT_ONCE }, (_, c) => ({
      update_id: 1 + i * AT_ONCE + c,
      ...kind.update(c, i),
    }));
    await intake(batch as never);
    all.push(batch.map((update) => [BigInt(update.update_id), update]));
  }
  return all;
}

/** The statements of one transaction, as they go over the wire. */
async function captured(work: () => Promise<void>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string; values?: unknown[] }];
    seen.push(
      typeof first === "string"
        ? { text: first, values: [] }
        : { text: first.text, values: first.values ?? [] },
    );
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as never;
  await work().finally(() => {
    pg.Client.prototype.query = query;
  });
  return seen;
}

if (import.meta.main) await measureStore((line) => process.stdout.write(`${line}\n`));
