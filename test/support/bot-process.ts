import { flushCompileCache } from "node:module";
import { pino } from "pino";
import type { App } from "../../src/app.ts";
import { startBot } from "../../src/bot.ts";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import { token } from "../../src/playground/people.ts";

/** Where Telegram and the database are, and how far the clock is ahead, in milliseconds. */
export type Orders = { apiRoot: string; databaseUrl: string; offset: number };

/** How often the jobs look, in milliseconds: cron would let a test wait for a minute. */
const LOOK = 250;

/** The bot, as a process of its own that starts when it is told to. Says when it listens. */
async function run({ apiRoot, databaseUrl, offset }: Orders) {
  const log = pino({ level: "error" }, pino.destination(2));
  const { db } = openDb(databaseUrl, log);
  const clock = movableClock(Date.now, offset);
  const app: App = { db, llm: undefined, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };
  const bot = await startBot(app, { telegram: { token, apiRoot }, ticking: false });
  setInterval(() => void bot.moved(), LOOK);
  process.send?.("ready");
}

process.once("disconnect", () => process.exit(1)); // The test is gone.
process.once("message", (orders: Orders) => void run(orders));
flushCompileCache();
