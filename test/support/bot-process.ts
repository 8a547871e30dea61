import { flushCompileCache, syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { pino } from "pino";
import type { App } from "../../src/app.ts";
import { startBot } from "../../src/bot.ts";
import type { Boundary } from "../../src/boundary.ts";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import { startServer } from "../../src/http.ts";
import { token } from "../../src/playground/people.ts";
import { openDatabase } from "../../src/postgres/open-database.ts";

/** Where a bot dies by its own hand: when it passes this boundary for the nth time. */
export type Death = { at: Boundary; nth: number };

/** What a bot is told before it starts. */
export type Orders = {
  apiRoot: string;
  /** A server that is there, or the folder of an embedded one, which the bot starts or joins. */
  database: { url: string } | { dataDir: string };
  /** How far its clock is ahead, in milliseconds. */
  offset: number;
  die?: Death | undefined;
  /** With it the bot takes updates by webhook, on an HTTP server of its own. */
  webhook?: { url: string; secret: string } | undefined;
  /** The machine that it believes to run on, when it is not this one. */
  machine?: string | undefined;
  /** Where its HTTP server listens; loopback unless said. */
  host?: string | undefined;
  /** What it logs. Where the store is taken away, errors are no news. */
  level?: "error" | "silent" | undefined;
};

/** What a bot says when it takes updates; with the address of its HTTP server, where it has one. */
export type Ready = { ready: string };

/** What a living bot may be told: that its clock goes on by so many milliseconds. */
export type Moved = { move: number };

/** How often the jobs look, in milliseconds: cron would let a test wait for a minute. */
const LOOK = 250;

/** The bot, as a process of its own that starts when it is told to. */
async function run(orders: Orders) {
  if (orders.machine) pretendToRunOn(orders.machine);
  const log = pino({ level: orders.level ?? "error" }, pino.destination(2));
  const { url } = "url" in orders.database ? orders.database : await embedded(orders.database.dataDir);
  const { db } = openDb(url, log);
  const clock = movableClock(Date.now, orders.offset);
  process.on("message", ({ move }: Moved) => clock.move(move));
  const defaults = { locale: "id", zone: "Asia/Jayapura" } as const;
  const app: App = { db, llm: undefined, log, clock, defaults, at: dieAt(orders.die) };
  const { apiRoot, webhook, host = "127.0.0.1" } = orders;
  const bot = await startBot(app, { telegram: { token, apiRoot }, webhook, ticking: false });
  bot.failed.catch(() => process.exit(GIVEN_UP));
  const server = webhook && (await startServer(app, () => bot, { http: { host, port: 0 }, webhook }));
  setInterval(() => void bot.moved(), LOOK);
  clock.onMove(() => void bot.moved());
  process.send?.({ ready: server?.url ?? "" } satisfies Ready);
}

/** The code with which a bot ends that found another one at its place. */
export const GIVEN_UP = 3;

const embedded = (dataDir: string) =>
  openDatabase({ url: undefined, dataDir }, { playground: false, log: pino({ level: "silent" }) });

/** Ends this very process, as `kill -9` does, at the boundary. */
function dieAt(death: Death | undefined) {
  let left = death?.nth ?? 0;
  return (boundary: Boundary) => {
    if (boundary !== death?.at) return;
    left--;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
}

function pretendToRunOn(machine: string) {
  os.hostname = () => machine;
  syncBuiltinESMExports();
}

if (process.send) {
  process.once("disconnect", () => process.exit(1)); // The test is gone.
  process.once("message", (orders: Orders) => void run(orders));
  flushCompileCache();
}
