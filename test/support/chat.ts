import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { test as base, expect } from "vitest";
import type { App } from "../../src/app.ts";
import { type Bot, startBot } from "../../src/bot.ts";
import { movableClock } from "../../src/clock.ts";
import { openDb } from "../../src/db.ts";
import type { Llm } from "../../src/llm/llm.ts";
import type { Role } from "../../src/people/person.ts";
import { type CastKey, cast, group, peopleWorld, who } from "../../src/playground/cast.ts";
import { token } from "../../src/playground/people.ts";
import { startPlayground } from "../../src/playground/server.ts";
import { settle } from "../../src/playground/settle.ts";
import { openWorld, type World } from "../../src/playground/world.ts";
import type { Given } from "../../src/playground/written.ts";
import { createDatabase } from "./database.ts";
import { watchWire } from "./wire-tap.ts";

watchWire();

/** Friday, 15:00 in eastern Indonesia. */
export const FRIDAY = "2026-11-27T06:00:00Z";
export const lab = group.id;
export { who };

export type Chat = Awaited<ReturnType<typeof createChat>>;

/** The real bot, a real PostgreSQL, the wire to the playground's Bot API; only the clock and the model are ours. */
export const test = base.extend<{ llm: Llm | undefined; chat: Chat }>({
  llm: undefined,
  chat: async ({ llm }, use) => {
    const chat = await createChat(llm);
    await use(chat);
    await chat.close();
  },
});

async function createChat(llm: Llm | undefined) {
  const database = await createDatabase();
  const errors: unknown[] = [];
  const log = pino({ level: "warn", hooks: { logMethod: ([line]) => void errors.push(line) } }) as Logger;
  const store = openDb(database.url, log);
  const clock = movableClock(() => Date.parse(FRIDAY), 0, { ticking: false });
  const app: App = { db: store.db, llm, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };

  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const ground = await startPlayground({ world, clock, cast, port: 0 });
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-chat-"));
  const start = () => startBot(app, { telegram: { token, apiRoot: ground.url }, dataDir, ticking: false });
  const parts = { app, clock, world, bot: (await start()) as Bot };
  const quiet = () => settle(parts);

  return {
    ...acts(world, quiet),
    ...opening(parts, quiet),
    app,
    clock,
    world,
    errors,
    /** Where the bot keeps copies of files. */
    dataDir,
    /** Brings updates to the bot as a webhook would. */
    take: (updates: Parameters<Bot["take"]>[0]) => parts.bot.take(updates),
    /** Where the Bot API is. */
    url: ground.url,
    pulse: () => parts.bot.pulse(),
    settle: quiet,
    /** Moves the clock on by so many milliseconds, and lets everything due happen. */
    async pass(ms: number) {
      clock.move(ms);
      await parts.bot.moved();
      await quiet();
    },
    async restart() {
      await parts.bot.stop();
      parts.bot = await start();
    },
    async close() {
      await parts.bot.stop();
      await ground.close();
      world.close();
      await store.close();
      await database.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

type Sending = { in?: number; text?: string; replyTo?: number; album?: string; forward?: number | string };

type Quiet = () => Promise<void>;

/** What people do; each returns when the bot has nothing more to do. */
const acts = (world: World, quiet: Quiet) => ({
  async says(person: CastKey, text: string, more: { in?: number; replyTo?: number } = {}) {
    const { in: chat = lab, ...rest } = more;
    const message = world.say(who[person], chat, text, rest);
    await quiet();
    return message.message_id;
  },
  /** Says something to the bot in private. */
  async tells(person: CastKey, text: string, more: { replyTo?: number } = {}) {
    const message = world.say(who[person], who[person], text, more);
    await quiet();
    return message.message_id;
  },
  /** Sends a file, or passes a message on; in private, unless it is said where. */
  async sends(person: CastKey, file: Given | undefined, more: Sending = {}) {
    const { in: chat = who[person], text = "", ...rest } = more;
    const message = world.say(who[person], chat, text, { ...rest, ...(file ? { file } : {}) });
    await quiet();
    return message.message_id;
  },
  async starts(person: CastKey, payload?: string) {
    world.start(who[person], payload);
    await quiet();
  },
  /** Presses the button with these words under a message; returns the toast. */
  async presses(person: CastKey, button: string, more: { in?: number; on?: number } = {}) {
    const chat = more.in ?? lab;
    const on = more.on ?? lastWith(world, { person, chat, button });
    const pressed = world.press(who[person], chat, on, button);
    await quiet();
    return (await pressed).text;
  },
  /** All that a person sees in a chat, oldest first. */
  sees: (person: CastKey, chat = who[person] as number) => world.history(who[person], chat),
  /** The texts of the bot's messages in a chat, as a person reads them, oldest first. */
  heard: (person: CastKey, chat = who[person] as number) =>
    world
      .history(who[person], chat)
      .filter(({ from, service }) => from.bot && !service)
      .map((message) => message.text ?? plain(message.html ?? "")),
});

function lastWith(
  world: World,
  { person, chat, button }: { person: CastKey; chat: number; button: string },
): number {
  const found = world
    .history(who[person], chat)
    .findLast(({ buttons }) => buttons?.flat().some(({ text }) => text.includes(button)));
  if (!found) throw new Error(`no message with a button “${button}” in ${chat}`);
  return found.id;
}

/** How a lab comes about, for tests that are about something else. */
const opening = ({ app, world }: { app: App; world: World }, quiet: Quiet) => ({
  /** Budi adds the bot, as administrator, to the group: the lab is open, and he is its facilitator. */
  async opens({ asAdmin = true } = {}) {
    world.addBot(lab, who.budi, asAdmin);
    await quiet();
  },
  /** Gives a role, as an invitation would. The person has pressed Start. */
  async is(person: CastKey, role: Role) {
    world.start(who[person]);
    await quiet();
    const { id: personId } = await app.db.person.findUniqueOrThrow({
      where: { telegramId: BigInt(who[person]) },
    });
    const { id: labId } = await app.db.lab.findFirstOrThrow();
    await app.db.membership.upsert({
      where: { personId_labId: { personId, labId } },
      create: { personId, labId, roles: [role], joinedAt: app.clock.now() },
      update: { roles: { push: role } },
    });
    await app.db.person.update({ where: { id: personId }, data: { currentLabId: labId } });
  },
});

export const plain = (html: string) =>
  html
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

export { expect };
