import type { Logger } from "pino";
import type { App } from "../app.ts";
import { type Bot, startBot } from "../bot.ts";
import { movableClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { openDb } from "../db.ts";
import { startServer } from "../http.ts";
import { openMetrics } from "../metrics.ts";
import { type Database, openDatabase } from "../postgres/open-database.ts";

/** What was started, and how it ends; `failed` rejects when it cannot go on. */
export type Running = { failed: Promise<never> | undefined; stop(): Promise<void> };

/** `source` tells the machine's time, in milliseconds since 1970. */
type Means = { config: Config; log: Logger; source: () => number; write: (text: string) => void };

/** Starts the bot for Telegram, or the playground where there is no token. */
export async function runBot(means: Means): Promise<Running> {
  const { config, log } = means;
  const database = await openDatabase(config.database, { playground: config.playground, log });
  try {
    return await (config.playground ? startPlayground : startForTelegram)({ ...means, database });
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type Parts = Means & { database: Database };

async function startPlayground({ write, ...parts }: Parts): Promise<Running> {
  const { openPlayground } = await import("../playground/open-playground.ts");
  const { url, stop } = await openPlayground(parts);
  write(`\nLumbung: ${url}\n\n`);
  return { failed: undefined, stop };
}

async function startForTelegram({ config, log, source, database }: Parts): Promise<Running> {
  const store = openDb(database.url, log);
  const metrics = openMetrics();
  const { counts: count } = metrics;
  const llm = config.llm && (await import("../llm/openai.ts")).openaiLlm({ ...config.llm, count });
  const { defaults, adminIds: admins } = config;
  const app: App = { db: store.db, llm, log, clock: movableClock(source), defaults, admins, count };
  let started: Bot | undefined;
  const server = await startServer(app, () => started, { ...config, metrics });
  const bot = await startBot(app, {
    ...{ telegram: config.telegram, webhook: config.webhook, dataDir: config.database.dataDir },
  });
  started = bot;
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
