import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { test as base } from "vitest";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import { cast, peopleWorld } from "../../src/playground/cast.ts";
import { startPlayground } from "../../src/playground/server.ts";
import { fridayOffset } from "../../src/playground/set-scene.ts";
import { openWorld, type World } from "../../src/playground/world.ts";
import type { Orders } from "./bot-process.ts";
import { createDatabase } from "./database.ts";

const ENTRY = fileURLToPath(new URL("./bot-process.ts", import.meta.url));
/** How long anything may take before a test gives up, in milliseconds. */
const PATIENCE = 20_000;

export type Killable = Awaited<ReturnType<typeof createKillable>>;

/** The bot in processes that can be killed; the world and the database stay. Both clocks tick from one Friday on. */
export const test = base.extend<{ killable: Killable; bots: Bots }>({
  // One more process than asked for has loaded its code already, also from one test to the next.
  bots: [
    async ({}, use) => {
      const bots = openBots();
      await use(bots);
      await bots.close();
    },
    { scope: "file" },
  ],
  killable: async ({ bots }, use) => {
    const killable = await createKillable(bots);
    await use(killable);
    await killable.close();
  },
});

type Bots = ReturnType<typeof openBots>;

async function createKillable(bots: Bots) {
  const database = await createDatabase();
  const store = openDb(database.url, pino({ level: "silent" }));
  const clock = movableClock(Date.now, fridayOffset(Date.now()));
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const doors: Awaited<ReturnType<typeof startPlayground>>[] = [];
  const { db } = store;

  return {
    db,
    clock,
    world,
    /** Another way into the same world, so that two bots can poll it and neither meets the other there. */
    async door() {
      const door = await startPlayground({ world, clock, cast, port: 0 });
      doors.push(door);
      return door.url;
    },
    /** Starts a bot; resolves when it listens. */
    start: (apiRoot: string) => bots.start({ apiRoot, databaseUrl: database.url, offset: clock.offset() }),
    kill: bots.kill,
    until,
    /** Waits until nothing is left to do: no update, no message, no card. */
    settle: () => until(async () => world.pending() === 0 && (await left(db)) === 0),
    async close() {
      await bots.killAll();
      for (const door of doors) await door.close();
      world.close();
      await store.close();
      await database.drop();
    },
  };
}

/** The bot's processes; what they compiled once they share. */
function openBots() {
  const cache = mkdtempSync(join(tmpdir(), "lumbung-kill-"));
  const living = new Set<ChildProcess>();
  const load = () => {
    const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
    return fork(ENTRY, { stdio: [...stdio], execArgv: [], env: { NODE_COMPILE_CACHE: cache } });
  };
  const kill = async (bot: ChildProcess) => {
    const gone = once(bot, "exit");
    bot.kill("SIGKILL");
    await gone;
    living.delete(bot);
  };
  const killAll = async () => {
    for (const bot of [...living]) await kill(bot);
  };
  let next = load();

  return {
    kill,
    killAll,
    async start(orders: Orders) {
      const bot = next;
      living.add(bot);
      bot.send(orders);
      const [said] = await Promise.race([once(bot, "message"), once(bot, "exit")]);
      if (said !== "ready") throw new Error(`the bot ended with ${said} before it listened`);
      next = load();
      return bot;
    },
    async close() {
      await killAll();
      await kill(next);
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > PATIENCE) throw new Error(`waited in vain for ${holds}`);
    await sleep(40);
  }
}

async function left(db: ReturnType<typeof openDb>["db"]): Promise<number> {
  const [row] = await db.$queryRaw<{ open: number }[]>`
    select ((select count(*) from "Update" where "doneAt" is null)
      + (select count(*) from "Outbox" where state in ('queued', 'sending'))
      + (select count(*) from "Post" where "staleAt" is not null and "messageId" is not null and view is not null)
      )::int as open`;
  return row?.open ?? 0;
}

/** The bot's messages in a chat as a person sees them, oldest first. */
export const heard = (world: World, person: number, chat: number) =>
  world
    .history(person, chat)
    .filter(({ from, service }) => from.bot && !service)
    .map(({ id, text, html, buttons }) => ({
      id,
      text: text ?? html ?? "",
      buttons: buttons?.flat().map((button) => button.text) ?? [],
    }));
