import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, inject } from "vitest";
import { readConfig } from "../src/config.ts";
import { runReplay } from "../src/operator/run-replay.ts";
import { token } from "../src/playground/people.ts";
import { databaseUrl } from "../src/postgres/ensure-database.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { createDatabase } from "./support/database.ts";
import { test as standing } from "./support/site.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** Makes the store refuse a row of a table that holds a word, as a defect would. */
async function poison({ app }: Chat, table: "Idea" | "Vote" | "Person" | "Line") {
  await app.db.$executeRawUnsafe(`create or replace function poison() returns trigger language plpgsql as
    $$ begin if to_jsonb(new)::text like '%RACUN%' or '${table}' = 'Vote' then raise exception 'poison'; end if;
    return new; end $$`);
  await app.db.$executeRawUnsafe(
    `create trigger poison before insert on "${table}" for each row execute function poison()`,
  );
}

const heal = ({ app }: Chat) => app.db.$executeRaw`drop function poison cascade`;

const unfinished = ({ app }: Chat) => app.db.update.count({ where: { doneAt: null } });

/** Lets the clock go on, past what the bot waits between its tries, until it has nothing more to do. */
async function rest(chat: Chat) {
  for (let step = 0; chat.world.pending() > 0 || (await unfinished(chat)) > 0; step++) {
    if (step > 400) throw new Error("an update stays unfinished");
    await new Promise((resolve) => setTimeout(resolve, 10));
    chat.clock.move(300);
  }
  await chat.settle();
}

const kept = ({ app }: Chat) => app.db.update.findMany({ where: { error: { not: null } } });

/** The operator's command, beside the running bot. */
async function replay({ app }: Chat, which: string) {
  const [row] = await app.db.$queryRaw<{ name: string }[]>`select current_database()::text as name`;
  return command(databaseUrl(inject("template"), row?.name ?? ""), which);
}

/** The operator's command: what it says, and its exit code. */
async function command(url: string, ...args: string[]) {
  let said = "";
  const write = (piece: string) => {
    said += piece;
  };
  const settings = () => readConfig({ BOT_TOKEN: token, DATABASE_URL: url });
  const code = await runReplay(args, { settings, write });
  return { said, code };
}

const apologies = (chat: Chat, chatId?: number) =>
  chat.heard("ana", chatId).filter((said) => said.includes("gagal saya olah")).length;

describe("an update that failed", () => {
  test("is worked off when it is replayed after the fault was mended, once", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "Halo @lumbung_bot");
    await chat.starts("ana");
    await poison(chat, "Idea");
    chat.world.say(who.ana, who.ana, "/ide RACUN di sungai");
    chat.world.say(who.ana, who.ana, "/ide Perahu puskesmas keliling");
    await rest(chat);
    expect(apologies(chat)).toBe(1);
    const [failed] = await kept(chat);

    await heal(chat);
    const { said, code } = await replay(chat, String(failed?.id));
    expect(said).toMatch(/^Update \d+ is back in its chat's queue: .*\n$/);
    expect(code).toBe(0);
    await rest(chat);
    const ideas = await chat.app.db.idea.findMany({ orderBy: { number: "asc" } });
    expect(ideas.map(({ number, text }) => [number, text])).toEqual([
      [1, "Perahu puskesmas keliling"],
      [2, "RACUN di sungai"],
    ]);
    expect(chat.heard("ana").at(-1)).toContain("TNB-2 tersimpan: RACUN");
    expect(await kept(chat)).toEqual([]);
    expect((await replay(chat, String(failed?.id))).said).toMatch(/was worked off/);
  });

  test("that fails again is kept again, and its sender told again", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "Halo @lumbung_bot");
    await chat.starts("ana");
    await poison(chat, "Idea");
    chat.world.say(who.ana, who.ana, "/ide RACUN di sungai");
    await rest(chat);
    const [first] = await kept(chat);
    for (const times of [2, 3]) {
      await replay(chat, String(first?.id));
      await rest(chat);
      expect(apologies(chat)).toBe(times);
      expect(await kept(chat)).toMatchObject([{ id: first?.id, attempts: 3, payload: first?.payload }]);
    }
  });

  test("comes back with all others by one word", async ({ chat }) => {
    await chat.opens();
    await poison(chat, "Idea");
    chat.world.say(who.ana, lab, "/ide RACUN di sungai");
    chat.world.say(who.yosef, lab, "/ide RACUN di danau");
    await rest(chat);
    await heal(chat);
    expect(await replay(chat, "all")).toMatchObject({
      said: expect.stringMatching(/^2 updates are back/),
      code: 0,
    });
    await rest(chat);
    expect(await chat.app.db.idea.count()).toBe(2);
    expect(await replay(chat, "all")).toMatchObject({
      said: expect.stringMatching(/nothing to replay/),
      code: 0,
    });
  });
});

describe("whose update failed", () => {
  test("in a group, by a command, hears it there when there is no other way", async ({ chat }) => {
    await chat.opens();
    await poison(chat, "Idea");
    const command = chat.world.say(who.ana, lab, "/ide RACUN di sungai").message_id;
    await rest(chat);
    expect(apologies(chat, lab)).toBe(1);
    expect(chat.sees("yosef", lab).at(-1)?.replyTo).toMatchObject({ id: command });
  });

  test("in a group hears it privately after having pressed Start, and the group does not", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.says("yosef", "/ide Perahu puskesmas keliling");
    await poison(chat, "Vote");
    const card = chat.sees("ana", lab).at(-1)?.id ?? 0;
    void chat.world.press(who.ana, lab, card, "👍");
    await rest(chat);
    expect([apologies(chat), apologies(chat, lab)]).toEqual([1, 0]);
  });

  test("in a group is not told there of what was not said to the bot", async ({ chat }) => {
    chat.world.setPrivacy(false);
    await chat.opens();
    await chat.app.db.lab.updateMany({ data: { recordsTalk: true } });
    await poison(chat, "Line");
    chat.world.say(who.ana, lab, "RACUN itu berbahaya");
    await rest(chat);
    expect(await kept(chat)).toHaveLength(1);
    expect(apologies(chat, lab)).toBe(0);
  });

  test("hears it also when it was the very first word, of which the bot kept nothing", async ({ chat }) => {
    await poison(chat, "Person");
    chat.world.addPerson({ id: who.ana, first_name: "RACUN" });
    chat.world.start(who.ana);
    await rest(chat);
    expect(await chat.app.db.person.count()).toBe(0);
    expect(apologies(chat)).toBe(1);
  });
});

describe("npm run replay", () => {
  standing.for([
    ["nothing", [], /^Say which update: npm run replay -- ID/],
    ["no number", ["1x"], /^Say which update/],
    ["two", ["1", "2"], /^Say which update/],
    ["a number too large", ["9".repeat(30)], /^Say which update/],
    ["what is not there", ["999"], /^There is no update 999: npm run doctor lists/],
  ] as const)(
    "of %s says so in one line, and ends with 1",
    async ([, args, expected], { standing: { url } }) => {
      const { said, code } = await command(url, ...args);
      expect(said).toMatch(expected);
      expect(said.match(/\n/g)).toHaveLength(1);
      expect(code).toBe(1);
    },
  );

  const at = new Date("2026-11-27T06:00:00Z");
  standing.for([
    ["waits", {}, /^Update \d+ waits for its turn already\.\n$/],
    ["was worked off", { doneAt: at }, /^Update \d+ was worked off: there is nothing to replay\.\n$/],
    ["is not kept", { doneAt: at, error: "E" }, /^What update \d+ said is not kept\.\n$/],
  ] as const)(
    "of what %s says so, changes nothing, and ends with 1",
    async ([, more, expected], { site }) => {
      const data = { botId: 1n, updateId: 5n, lane: 5n, receivedAt: at, ...more };
      const before = await site.db.update.create({ data });
      const { said, code } = await command(site.url, String(before.id));
      expect(said).toMatch(expected);
      expect(code).toBe(1);
      expect(await site.db.update.findMany()).toEqual([before]);
    },
  );

  standing("of a database that is not there says so in one line", async () => {
    const { said, code } = await command("postgresql://u:hunter2@127.0.0.1:1/d", "1");
    expect(said).toMatch(/^The database cannot be reached at 127\.0\.0\.1:1: .*: start PostgreSQL.*\.\n$/);
    expect(code).toBe(1);
  });

  standing("of a database that was never used says so in one line", async ({ site }) => {
    await site.db.$executeRaw`drop table "Update"`;
    expect(await command(site.url, "all")).toEqual({
      said: "The database has no schema yet, so nothing is kept.\n",
      code: 1,
    });
  });
});

describe("node src/main.ts", () => {
  const run = async (args: string[], env: Record<string, string>) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env });
    const code = new Promise((resolve) => child.once("close", resolve));
    return { out: await text(child.stdout), err: await text(child.stderr), code: await code };
  };
  const dead = { DATABASE_URL: "postgresql://u:hunter2@127.0.0.1:1/d", DATA_DIR: "/nowhere/at/all" };

  test.for([
    ["replay", ["replay", "7"], { out: /^The database cannot be reached .*\n$/, err: /^$/, code: 1 }],
    [
      "doctor",
      ["doctor"],
      { out: /✗ database .*\n {15}→ .*\n.*\n\n1 thing wrong\.\n$/s, err: /^$/, code: 1 },
    ],
    ["what it does not know", ["dance"], { out: /^$/, err: /^There is no command "dance": .*\n$/, code: 1 }],
    ["toString", ["toString"], { out: /^$/, err: /^There is no command/, code: 1 }],
  ] as const)("%s ends with its code", async ([, args, expected]) => {
    const { out, err, code } = await run([...args], dead);
    expect(out).toMatch(expected.out);
    expect(err).toMatch(expected.err);
    expect(code).toBe(expected.code);
  });

  test("says in one line that its port is in use, and which one to take", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { url, drop } = await createDatabase();
    const { err, code } = await run([], { DATABASE_URL: url, PORT: String(port), HOST: "127.0.0.1" });
    expect(err).toBe(
      `Port ${port} is in use, perhaps by another Lumbung: end that one, or take another port: PORT=${port + 1} npm start\n`,
    );
    expect(code).toBe(1);
    other.close();
    await drop();
  });
});
