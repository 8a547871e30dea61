import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { App } from "../src/app.ts";
import { startBot } from "../src/bot.ts";
import { openDb, type Store } from "../src/db.ts";
import { token } from "../src/playground/people.ts";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../src/postgres/ensure-database.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { fastClock } from "./fast-clock.ts";
import { DUE } from "./fill.ts";
import { figure, type Row, times } from "./row.ts";
import { type Called, startTelegram } from "./telegram.ts";

const DIGESTS = 10_000;
/** So many times as fast as the real clock; a call's way, 20 ms, is as much shorter. */
const FACTOR = 2;
const LATENCY = 20;
/** Messages a second that Telegram takes from one bot. */
const LIMIT = 30;

/** Every digest due at one instant, sent by the bot as it is, while its clock runs fast. */
export async function benchDeliver(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const telegram = await startTelegram(() => LATENCY / FACTOR);
  const server = await startPostgres({ dataDir });
  const url = server.url("digests");
  await ensureDatabase(url);
  await applyMigrations(url);
  const { db, close } = openDb(url, pino({ level: "warn" }));
  try {
    await fillLeaders(db);
    return rowsOf(await deliverAll(db, telegram));
  } finally {
    await close();
    await telegram.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** When each message arrived, in milliseconds of the bot's clock since the digests fell due. */
async function deliverAll(db: Store, telegram: Awaited<ReturnType<typeof startTelegram>>): Promise<number[]> {
  const clock = fastClock(DUE, FACTOR);
  const log = pino({ level: "warn" });
  const app: App = { db, llm: undefined, log, clock, defaults: { locale: "id", zone: "Asia/Jakarta" } };
  const bot = await startBot(app, { telegram: { token, apiRoot: telegram.url }, ticking: false });
  bot.failed.catch((err: unknown) => log.error({ err }, "the bot stopped"));
  const from = clock.now().getTime();
  await db.$executeRaw`update "Lab" set "periodTo" = ${clock.now()}`;
  const arrived: number[] = [];
  const chats = new Set<number>();
  const over = telegram.next(({ method, chat }: Called) => {
    if (method !== "sendMessage") return false;
    arrived.push(clock.now().getTime() - from);
    return chats.add(chat).size === DIGESTS;
  });
  await bot.moved();
  await over;
  await bot.stop();
  assert.equal(arrived.length, DIGESTS, "each leader one message");
  return arrived;
}

/** A lab for each leader, who has pressed Start; nothing else is in it. */
async function fillLeaders(db: Store) {
  for (const statement of [
    `insert into "Lab" (name, code, zone, locale, "periodFrom", "periodTo", "createdAt")
      select 'Lab ' || n, 'L' || n, 'Asia/Jakarta', 'id', ${AT} - interval '7 days', ${AT} + interval '7 days', ${AT}
      from generate_series(1, ${DIGESTS}) n`,
    `insert into "Person" ("telegramId", name, locale, private, "currentLabId")
      select 100000 + id, 'Pimpinan ' || id, 'id', 'open', id from "Lab"`,
    `insert into "Chat" ("telegramId", kind) select "telegramId", 'private' from "Person"`,
    `insert into "Membership" ("personId", "labId", roles, "joinedAt")
      select id, "currentLabId", array['leader'], ${AT} from "Person"`,
    "analyze",
  ])
    await db.$executeRawUnsafe(statement);
}

const AT = `timestamptz '${DUE.toISOString()}'`;

/** Until the first one arrives the digests are computed, which no clock makes faster: that counts as real time. */
const realTime = (at: number, first: number) => at - first + first / FACTOR;

/** What Telegram would refuse: the emulator lets a call be so many milliseconds early, as it travels. */
const GRACE = 250;
const refused = (arrived: number[]) =>
  arrived.filter((at, n) => at - (arrived[n - LIMIT] ?? Number.NEGATIVE_INFINITY) < 1000 - GRACE).length;

function rowsOf(arrived: number[]): Row[] {
  const [limit, first] = [(DIGESTS / LIMIT) * 1000, arrived[0] ?? 0];
  const last = realTime(Math.max(...arrived), first);
  const busiest = Math.max(...arrived.map((at, n) => n + 1 - arrived.findIndex((one) => one > at - 1000)));
  return [
    {
      what: `${figure(DIGESTS)} digests due at once, until the last one has arrived (sent by a clock ${FACTOR} times as fast)`,
      ours: figure(last / 1000, "s"),
      theirs: `${LIMIT} a second: ${figure(limit / 1000, "s")}`,
      ratio: times(last, limit),
      reach: "≤ 1.05 ×",
    },
    {
      what: "… answered with 429, and messages in the busiest second, on lines that tremble",
      ours: `${refused(arrived)} and ${busiest}`,
      reach: "no 429",
    },
  ];
}
