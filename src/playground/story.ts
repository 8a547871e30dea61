import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { App } from "../app.ts";
import { startBot } from "../bot.ts";
import { movableClock } from "../clock.ts";
import { openDb } from "../db.ts";
import { openDatabase } from "../postgres/open-database.ts";
import { cast, peopleWorld } from "./cast.ts";
import { token } from "./people.ts";
import { playStory } from "./play-story.ts";
import { startPlayground } from "./server.ts";
import { openWorld } from "./world.ts";

/** Friday, 14:30 in eastern Indonesia. */
const BEGINS = Date.parse("2026-11-27T05:30:00Z");

/** `npm run story`: one idea's whole way, over the wire, printed as a conversation. Leaves nothing behind. */
async function tell(print: (line: string) => void) {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-story-"));
  const log = pino({ level: "silent" });
  const clock = movableClock(() => BEGINS, 0, { ticking: false });
  const database = await openDatabase({ url: undefined, dataDir }, { playground: true, log });
  const store = openDb(database.url, log);
  const app: App = {
    db: store.db,
    llm: undefined,
    log,
    clock,
    defaults: { locale: "id", zone: "Asia/Jayapura" },
  };
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const ground = await startPlayground({ world, clock, cast, port: 0 });
  const bot = await startBot(app, { telegram: { token, apiRoot: ground.url }, ticking: false });
  try {
    await playStory({ app, bot, clock, world }, print);
  } finally {
    await bot.stop();
    await ground.close();
    world.close();
    await store.close();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await tell((line) => process.stdout.write(`${line}\n`));
