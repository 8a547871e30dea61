import pg from "pg";
import { pino } from "pino";
import type { App } from "../../src/app.ts";
import { openDb } from "../../src/db.ts";
import { dropDatabase, ensureDatabase } from "../../src/postgres/ensure-database.ts";
import type { Api } from "../../src/telegram/api.ts";
import { createHandler } from "../../src/telegram/handle.ts";
import { createIntake } from "../../src/telegram/intake.ts";
import { routes } from "../../src/telegram/routes.ts";
import type { Statement } from "./pgbench.ts";
import { AT_ONCE, botUser, type Kind } from "./scenes.ts";

/** So many transactions of each client are measured, after so many that warm up, and two that show what is sent. */
export const EACH = 150;
export const WARM = 15;
export const START = WARM + 2;

export type Server = (name: string) => string;

export type Copy = { url: string; samples: Statement[][]; run(c: number, i: number): Promise<void> };

/** Measures on a new copy of the filled database, warmed up by the same transactions. */
export async function onCopy(urlOf: Server, kind: Kind, measure: (copy: Copy) => Promise<number>) {
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
