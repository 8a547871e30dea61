import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { App } from "../app.ts";
import { type Bot, startBot } from "../bot.ts";
import { movableClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { openDb } from "../db.ts";
import { openHealth } from "../health/answer-health.ts";
import { openaiLlm } from "../llm/openai.ts";
import { openMetrics } from "../metrics.ts";
import type { Database } from "../postgres/open-database.ts";
import { cast, peopleWorld } from "./cast.ts";
import { token } from "./people.ts";
import { watchProgress } from "./progress.ts";
import { ready } from "./ready.ts";
import { startPlayground } from "./server.ts";
import { fridayOffset, setScene } from "./set-scene.ts";
import { openWorld } from "./world.ts";

export type Opened = { url: string; stop(): Promise<void> };

type Parts = { config: Config; log: Logger; database: Database; source: () => number };

/** The bot without Telegram: its people, its chats and its clock are on this machine. */
export async function openPlayground({ config, log, database, source }: Parts): Promise<Opened> {
  mkdirSync(config.database.dataDir, { recursive: true });
  const file = join(config.database.dataDir, "playground.sqlite");
  const clock = movableClock(source, fridayOffset(source()));
  const world = openWorld({ file, clock });
  const offset = world.meta("clock.offset");
  if (offset !== undefined) clock.move(Number(offset) - clock.offset());
  peopleWorld(world);

  const store = openDb(database.url, log);
  const metrics = openMetrics();
  const { counts: count } = metrics;
  const llm = config.llm && openaiLlm({ ...config.llm, count });
  const defaults = { ...config.defaults, zone: "Asia/Jayapura" };
  const app: App = { db: store.db, llm, log, clock, defaults, admins: config.adminIds, count };
  let bot: Bot | undefined;
  const restartBot = async () => {
    await bot?.stop();
    bot = await startBot(app, {
      ...{ telegram: { token, apiRoot: ground.url }, dataDir: config.database.dataDir },
    });
    bot.failed.catch((err: unknown) => log.error({ err }, "the bot stopped"));
    return bot;
  };

  const progress = watchProgress(app, world);
  const ground = await startPlayground({
    world,
    clock,
    cast,
    progress,
    ready,
    health: openHealth({ app, metrics, pulse: () => bot?.pulse() }),
    restartBot: async () => void (await restartBot()),
    ...config.http,
  });
  const first = await restartBot();
  clock.onMove(() => void bot?.moved());
  if (world.meta("scene") === undefined) await setScene({ app, world, clock, bot: first });

  return {
    url: ground.url,
    async stop() {
      await bot?.stop();
      await ground.close();
      world.close();
      await store.close();
      await database.stop();
    },
  };
}
