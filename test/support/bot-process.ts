import { pino } from "pino";
import type { App } from "../../src/app.ts";
import { startBot } from "../../src/bot.ts";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import { token } from "../../src/playground/people.ts";

/** How often the jobs look, in milliseconds: cron would let a test wait for a minute. */
const LOOK = 100;

/** The bot as a process of its own: `bot-process.ts API_ROOT DATABASE_URL CLOCK_OFFSET`. Says when it listens. */
async function run([apiRoot = "", url = "", offset = "0"]: string[]) {
  const log = pino({ level: "error" });
  const { db } = openDb(url, log);
  const clock = movableClock(Date.now, Number(offset));
  const app: App = { db, llm: undefined, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };
  const bot = await startBot(app, { telegram: { token, apiRoot }, ticking: false });
  setInterval(() => void bot.moved(), LOOK);
  process.send?.("ready");
}

process.once("disconnect", () => process.exit(1)); // The test is gone.
await run(process.argv.slice(2));
