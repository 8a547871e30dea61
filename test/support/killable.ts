import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { test as base } from "vitest";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import { cast, peopleWorld } from "../../src/playground/cast.ts";
import { startPlayground } from "../../src/playground/server.ts";
import { fridayOffset } from "../../src/playground/set-scene.ts";
import { openWorld, type World } from "../../src/playground/world.ts";
import type { Orders } from "./bot-process.ts";
import { type Bots, openBots } from "./bots.ts";
import { listenToCalls } from "./calls-heard.ts";
import { createDatabase } from "./database.ts";
import { keepJournal } from "./journal.ts";

/** How long anything may take before a test gives up, in milliseconds. */
const PATIENCE = 90_000;

export type Killable = Awaited<ReturnType<typeof createKillable>>;

/** Where the bot keeps what it knows: a database with the newest schema and no rows. */
export type Place = { url: string; drop(): Promise<void>; given?: Orders["database"] };

type Fixtures = { place: Place; killable: Killable; bots: Bots };

/** The bot in processes that can be killed; the world and the database stay. Both clocks tick from one Friday on. */
export const test = base.extend<Fixtures>({
  bots: [
    async ({}, use) => {
      const bots = openBots();
      await use(bots);
      await bots.close();
    },
    { scope: "file" },
  ],
  place: async ({}, use) => {
    const database = await createDatabase();
    await use(database);
    await database.drop();
  },
  killable: async ({ bots, place }, use) => {
    const killable = await createKillable(bots, place);
    await use(killable);
    await killable.close();
  },
});

async function createKillable(bots: Bots, { url, given = { url } }: Place) {
  await keepJournal(url);
  const { db, close } = openDb(url, pino({ level: "silent" }));
  const clock = movableClock(Date.now, fridayOffset(Date.now()));
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const calls = listenToCalls(world);
  const doors: Awaited<ReturnType<typeof startPlayground>>[] = [];

  /** Whether nothing is left to do: no update, no message, no card. */
  const atRest = async () => world.pending() === 0 && (await left(db)) === 0;

  return {
    ...{ url, db, clock, world, calls, kill: bots.kill, until },
    /** Another way into the same world, so that two bots can poll it and neither meets the other there. */
    async door() {
      const door = await startPlayground({ world, clock, cast, port: 0 });
      doors.push(door);
      return door.url;
    },
    /** Starts a bot; resolves when it listens. */
    start: (apiRoot: string, more: Partial<Orders> = {}, place?: string[]) =>
      bots.start({ apiRoot, database: given, offset: clock.offset(), ...more }, place),
    /** Lets so many milliseconds pass, also for the bots. */
    pass(ms: number) {
      clock.move(ms);
      bots.move(ms);
    },
    atRest,
    /** Waits until nothing is left to do. */
    settle: () => until(atRest),
    async close() {
      await bots.killAll();
      for (const door of doors) await door.close();
      world.close();
      await close();
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
