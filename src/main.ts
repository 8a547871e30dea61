import { type Logger, pino } from "pino";
import type { App } from "./app.ts";
import { startBot } from "./bot.ts";
import { movableClock } from "./clock.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { openDb } from "./db.ts";
import { startServer } from "./http.ts";
import { createLog } from "./log.ts";
import { Refused } from "./outbox/outcome.ts";
import { type Database, openDatabase } from "./postgres/open-database.ts";
import { PostgresError } from "./postgres/postgres-error.ts";

/** What was started, and how it ends; `failed` rejects when it cannot go on. */
type Running = { failed: Promise<never> | undefined; stop(): Promise<void> };

/** Starts the bot for Telegram, or the playground where there is no token. */
async function start(config: Config, log: Logger): Promise<Running> {
  const database = await openDatabase(config.database, { playground: config.playground, log });
  try {
    return await (config.playground ? startPlayground : startForTelegram)({ config, log, database });
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type Parts = { config: Config; log: Logger; database: Database };

async function startPlayground({ config, log, database }: Parts): Promise<Running> {
  const { openPlayground } = await import("./playground/open-playground.ts");
  const { url, stop } = await openPlayground({ config, log, database, source: Date.now });
  process.stdout.write(`\nLumbung: ${url}\n\n`);
  return { failed: undefined, stop };
}

async function startForTelegram({ config, log, database }: Parts): Promise<Running> {
  const store = openDb(database.url, log);
  const llm = config.llm && (await import("./llm/openai.ts")).openaiLlm(config.llm);
  const app: App = { db: store.db, llm, log, clock: movableClock(Date.now), defaults: config.defaults };
  const bot = await startBot(app, { telegram: config.telegram, webhook: config.webhook });
  const server = await startServer(app, bot, config);
  log.info({ bot: bot.me.username, url: server.url }, "the bot is ready");

  return {
    failed: bot.failed,
    async stop() {
      await server.close();
      await bot.stop();
      await store.close();
      await database.stop();
    },
  };
}

/** Says in one line what the operator has to change, and ends. */
function leave(log: Logger, error: unknown): never {
  if (error instanceof ConfigError || error instanceof PostgresError)
    process.stderr.write(`${error.message}\n`);
  else if (error instanceof Refused) process.stderr.write(`${whatToDo(error)}\n`);
  else log.fatal({ err: error }, "could not go on");
  process.exit(1);
}

function whatToDo({ code, message }: Refused): string {
  if (code === 409) return "Another instance runs with this BOT_TOKEN: stop it, or use another token.";
  if (code === 401 || code === 404)
    return "BOT_TOKEN is not accepted by Telegram: copy it again from BotFather.";
  return `Telegram refused: ${message}`;
}

/** Longer than this the end may not take, in milliseconds. */
const PATIENCE = 9_000;

async function main() {
  const config = readConfig(process.env);
  const log = createLog(config);
  try {
    const { failed, stop } = await start(config, log);
    failed?.catch((error: unknown) => stop().finally(() => leave(log, error)));
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        setTimeout(() => process.exit(0), PATIENCE).unref();
        void stop().then(
          () => process.exit(0),
          (error: unknown) => leave(log, error),
        );
      });
    }
  } catch (error) {
    leave(log, error);
  }
}

await main().catch((error: unknown) => leave(pino(), error));
