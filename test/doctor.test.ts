import { existsSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { describe, expect } from "vitest";
import { movableClock } from "../src/clock.ts";
import { readConfig } from "../src/config.ts";
import { openDb, StoreError } from "../src/db.ts";
import { checkDatabase } from "../src/operator/check-database.ts";
import { checkWebhook } from "../src/operator/check-webhook.ts";
import { explainStore } from "../src/operator/explain-store.ts";
import type { Installation } from "../src/operator/installation.ts";
import type { Machine } from "../src/operator/read-machine.ts";
import { who } from "../src/playground/cast.ts";
import { token } from "../src/playground/people.ts";
import { databaseUrl, dropDatabase, ensureDatabase } from "../src/postgres/ensure-database.ts";
import { openDatabase } from "../src/postgres/open-database.ts";
import { SLOW } from "../src/telegram/flood.ts";
import { ask, type Env, type More, type Site, status, test } from "./support/site.ts";

const log = pino({ level: "silent" });
const MB = 2 ** 20;
const NOBODY = "127.0.0.1:1";

const me = { id: 1, username: "b", can_join_groups: true, can_read_all_group_messages: false };
const hook = { url: "", pending_update_count: 0 };
const disk = (more: Partial<Machine["disk"]>) => ({
  disk: { dir: "/data", free: 5000 * MB, writable: true, ...more },
});
/** An update of Ana's that has waited for so many minutes, and what became of it. */
const waiting = ({ db }: Pick<Site, "db">, minutes: number, more: object = {}) =>
  db.update.create({
    data: {
      ...{ botId: 1n, updateId: BigInt(minutes), lane: BigInt(who.ana) },
      payload: {
        update_id: 1,
        message: { text: "kunangkunang", chat: { type: "group", title: "kunangkunang" } },
      },
      receivedAt: new Date(Date.now() - minutes * 60_000),
      ...more,
    },
  });
const message = async ({ db }: Site, minutes: number, state: string) => {
  const chat = await db.chat.create({ data: { telegramId: BigInt(minutes), kind: "private" } });
  const dueAt = new Date(Date.now() - minutes * 60_000);
  await db.outbox.create({ data: { chatId: chat.id, key: "person.help", args: {}, dueAt, state } });
};
const WEBHOOK: Env = { WEBHOOK_URL: "https://bot.example/hook", WEBHOOK_SECRET: "s3cret-s3cret" };

/** Sets something up, and returns what else the doctor is given. */
type Arrange = (site: Site) => More | Promise<More>;
type Case = [what: string, arrange: Arrange, check: string, says: RegExp];

const telegram =
  (answers: object, more: { date?: Date; env?: Env } = {}): Arrange =>
  async (site) => {
    const url = await site.serves({ getMe: me, getWebhookInfo: hook, ...answers }, more.date);
    return { env: { ...more.env, TELEGRAM_API_ROOT: url } };
  };
const refusal = (code: number, description: string) =>
  status(code, { ok: false, error_code: code, description });
const model =
  (models: unknown, env: Env = {}): Arrange =>
  async (site) => ({ env: { ...env, OPENAI_BASE_URL: `${await site.serves({ models })}/v1` } });
const env = (given: Env) => () => ({ env: given });
const machine = (given: Partial<Machine>) => () => ({ machine: given });
/** Does something to the site, of which the doctor is told nothing. */
const after = (act: (site: Site) => unknown): Arrange => {
  return async (site) => {
    await act(site);
    return {};
  };
};
const failing = (minutes: number) => ({
  url: WEBHOOK.WEBHOOK_URL,
  last_error_date: Date.now() / 1000 - minutes * 60 - 1,
  last_error_message: "Connection timed out",
});

/** What follows from the machine, the environment and other servers; the sign is what the answer begins with. */
const given: Case[] = [
  ["a new Node", machine({ node: "26.10.0" }), "Node", /^✓ Node 26\.10\.0$/],
  ["an old Node", machine({ node: "22.18.0" }), "Node", /^✗ Node 22\.18\.0 is too old\n→ use Node 26/],
  ["much memory", machine({ memory: 4096 * MB }), "memory", /^✓ memory 4\.0 GB free$/],
  ["little memory", machine({ memory: 100 * MB }), "memory", /^! memory 100 MB free\n→ .*add memory/],
  ["a wide disk", machine(disk({})), "disk", /^✓ disk 4\.9 GB free at \/data$/],
  ["a folder that does not tell", machine(disk({ free: undefined })), "disk", /^✓ .*does not tell/],
  ["a narrow disk", machine(disk({ free: 900 * MB })), "disk", /^! disk 900 MB .*\n→ free some space/],
  ["a full disk", machine(disk({ free: 150 * MB })), "disk", /^✗ disk 150 MB .*\n→ free some space/],
  ["another's folder that nobody uses", machine(disk({ writable: false })), "disk", /^✓ disk [^\n]*$/],
  [
    "another's folder",
    () => ({ machine: disk({ writable: false }), env: { DATABASE_URL: "" } }),
    "disk",
    /^✗ disk \/data cannot be written to\n→ make this user its owner/m,
  ],

  [
    "the right token",
    env({}),
    "token",
    /^✓ token accepted by 127\.0\.0\.1:\d+: @lumbung_bot \(7000000001\)$/,
  ],
  ["a wrong token", env({ BOT_TOKEN: "1:x" }), "token", /^✗ token BOT_TOKEN is not accepted .*\n→ copy it/],
  ["no Bot API", telegram({ getMe: refusal(404, "Not Found") }), "token", /^✗ .*\n→ .*TELEGRAM_API_ROOT/],
  [
    "a sick Telegram",
    telegram({ getMe: refusal(403, `a\u001b[2J ${token}`) }),
    "token",
    /^✗ token 127\.0\.0\.1:\d+ refuses: 403 a \[2J <token>\n→ wait/,
  ],
  [
    "a closed port",
    env({ TELEGRAM_API_ROOT: `http://${NOBODY}` }),
    "token",
    /^✗ token 127\.0\.0\.1:1 cannot be reached: the connection is refused \(ECONNREFUSED\)\n→ .*HTTPS_PROXY/,
  ],
  [
    "no DNS",
    env({ TELEGRAM_API_ROOT: "http://nowhere.invalid" }),
    "token",
    /^✗ token nowhere\.invalid cannot be reached: its name is not known here \(\w+\)\n→ .*DNS/,
  ],
  [
    "a dead proxy",
    env({ TELEGRAM_API_ROOT: "https://api.example", HTTPS_PROXY: `http://ina:hunter3@${NOBODY}` }),
    "token",
    /^✗ token api\.example cannot be reached through the proxy 127\.0\.0\.1:1: the .*\n→ check HTTPS_PROXY/,
  ],

  ["privacy mode", env({}), "privacy mode", /^✓ privacy mode on: .*commands/],
  [
    "no privacy mode",
    telegram({ getMe: { ...me, can_read_all_group_messages: true } }),
    "privacy mode",
    /^! privacy mode off: .*\n→ .*\/setprivacy/,
  ],
  [
    "a bot that may join no group",
    telegram({ getMe: { ...me, can_join_groups: false } }),
    "privacy mode",
    /^✗ privacy mode the bot cannot be added to groups\n→ .*\/setjoingroups/m,
  ],

  ["polling", env({}), "webhook", /^✓ webhook none, .*polls$/],
  ["no webhook where one should be", env(WEBHOOK), "webhook", /^! webhook none is set, .*\n→ start the bot/],
  [
    "a webhook that failed and works again",
    telegram({ getWebhookInfo: { ...hook, ...failing(2) } }, { env: WEBHOOK }),
    "webhook",
    /^! webhook Telegram could not bring an update 2 min ago \(Connection timed out\)\n→ see that WEBHOOK/m,
  ],
  [
    "a crowd at Telegram",
    telegram({ getWebhookInfo: { ...hook, pending_update_count: 101 } }),
    "webhook",
    /^! webhook 101 updates wait at Telegram\n→ see that the bot runs/m,
  ],
  [
    "a check that fails itself",
    telegram({ getWebhookInfo: refusal(403, "kunangkunang") }),
    "webhook",
    /^✗ webhook could not be looked at \(Refused 403\)\n→ ask again/,
  ],

  ["no model", env({}), "model", /^✓ model none/],
  [
    "a model",
    model(status(200, { data: [{ id: "qwen3:latest" }] }), { OPENAI_MODEL: "qwen3" }),
    "model",
    /^✓ model qwen3 at 127\.0\.0\.1:\d+$/,
  ],
  [
    "no list of models",
    model(undefined),
    "model",
    /^! model .* no list of models \(404\)\n→ .*OPENAI_BASE_URL/,
  ],
  ["something else", model("hello"), "model", /^! model .* but tells no list of models\n→ .*OPENAI_BASE_URL/],
  ["a busy model", model(status(429)), "model", /^! model .* does not serve us now \(429\)\n→ wait/],
  [
    "a wrong key",
    model(status(401)),
    "model",
    /^✗ model .* not accept OPENAI_API_KEY \(401\)\n→ copy the key/,
  ],
  [
    "another model",
    model(status(200, { data: [{ id: "x" }] })),
    "model",
    /^✗ .* no model gpt-5-mini\n→ .*OPENAI_MODEL/,
  ],
  [
    "a dead model",
    env({ OPENAI_BASE_URL: `http://${NOBODY}` }),
    "model",
    /^✗ model 127.* reached\n→ .*OPENAI_BASE/,
  ],

  [
    "the right time",
    env({}),
    "clock",
    /^✓ clock agrees .* database's clock\n✓ clock agrees .* clock of 127[\d.:]+$/,
  ],
  [
    "a clock ahead",
    () => ({ ahead: 10_000 }),
    "clock",
    /^! clock this machine is \d+ s ahead of .*\n→ .*NTP/,
  ],
  [
    "a clock behind",
    () => ({ ahead: -20_000 }),
    "clock",
    /^! clock this machine is \d+ s behind .*\n→ .*NTP/,
  ],
  ["a wrong clock", () => ({ ahead: 120_000 }), "clock", /^✗ clock this machine is 1\d+ s ahead .*\n→ .*NTP/],
  [
    "a clock that differs from Telegram's alone",
    telegram({}, { date: new Date(Date.now() + 3_600_000) }),
    "clock",
    /^✗ clock this machine is \d+ s behind the clock of 127.*\n→ .*NTP/m,
  ],

  ["the zones", env({}), "time zones", /^✓ time zones WIB, WITA, WIT$/],
  [
    "a Node without zones",
    machine({ offsetOf: (zone) => (zone === "Asia/Jakarta" ? "+07:00" : undefined) }),
    "time zones",
    /^✗ time zones WITA \(Asia\/Makassar\), WIT \(Asia\/Jayapura\) not known .*\n→ use a Node/,
  ],

  [
    "no database",
    env({ DATABASE_URL: `postgresql://u:hunter2@${NOBODY}/d` }),
    "database",
    /^✗ database cannot be reached at 127\.0\.0\.1:1: nobody listens there \(ECONNREFUSED\)\n→ start Post/,
  ],
  [
    "a database's host that nobody knows",
    env({ DATABASE_URL: "postgresql://u:hunter2@nowhere.invalid/d" }),
    "database",
    /^✗ database cannot be reached at nowhere\.invalid: its host is not known here .*\n→ correct the host/,
  ],
  [
    "a database that is not there",
    ({ url }) => ({ env: { DATABASE_URL: databaseUrl(url, "nowhere") } }),
    "database",
    /^✗ database cannot be reached at localhost: there is no such database \(3D000\)\n→ create it/,
  ],
  [
    "sessions in a zone",
    ({ url }) => ({ env: { DATABASE_URL: `${url}&options=-c%20TimeZone%3DAsia%2FTokyo` } }),
    "database",
    /^! database its sessions are in Asia\/Tokyo, not in UTC\n→ take TimeZone out/m,
  ],
];

/** What follows from the state of the database and of Telegram. */
const found: Case[] = [
  [
    "a database as it should be",
    env({}),
    "database",
    /^✓ database PostgreSQL \d+\.\d+, database "test_[\w-]+", \d+ MB$/,
  ],
  ["its schema", env({}), "schema", /^✓ schema up to date, \d+ migrations?$/],
  [
    "a database without a schema",
    async ({ url }) => {
      const empty = databaseUrl(url, `${nameIn(url)}_empty`);
      await ensureDatabase(empty);
      return { env: { DATABASE_URL: empty }, end: () => dropDatabase(empty) };
    },
    "schema",
    /^! schema \d+ migrations? not applied yet\n→ start the bot/,
  ],
  [
    "a changed migration",
    after(({ db }) => db.$executeRaw`update _prisma_migrations set checksum = 'x'`),
    "schema",
    /^✗ schema migration \w+ was changed after it was applied\n→ take the program's files/,
  ],
  [
    "a database from the future",
    after(
      ({ db }) => db.$executeRaw`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
        values ('x', 'x', '2099_x', now())`,
    ),
    "schema",
    /^✗ schema it is newer than this program: it has the migration 2099_x\n→ update the program/,
  ],
  [
    "a database that can only be read",
    after(({ url, db }) =>
      db.$executeRawUnsafe(`alter database "${nameIn(url)}" set default_transaction_read_only = on`),
    ),
    "database",
    /^✗ database it can only be read\n→ .*primary/m,
  ],

  ["empty queues", env({}), "queues", /^✓ queues no bot is running; no update .*, no message to send$/],
  ["what has just come", after((site) => waiting(site, 0)), "queues", /^✓ .*; 1 update to work off/],
  [
    "an update that waits long, and no bot",
    after((site) => waiting(site, 2)),
    "queues",
    /^! queues no bot is running; 1 update .* \(the oldest for 2 min\), .*\n→ start the bot: npm start$/,
  ],
  [
    "one person's flood, which waits on purpose",
    after((site) => waiting(site, 2, { lane: SLOW + 5n })),
    "queues",
    /^✓ queues no bot is running; 1 update to work off, no/,
  ],
  [
    "a message that waits long, and a bot",
    after(async (site) => {
      await message(site, 90, "queued");
      await site.db
        .$executeRaw`insert into "Lease" (name, holder, until) values ('deliver', 'x', now() + interval '1 h')`;
    }),
    "queues",
    /^! queues a bot is running; no update .*, 1 message to send \(the oldest for 1 h\)\n→ look into the/,
  ],
  [
    "a message that may have arrived",
    after((site) => message(site, 1, "uncertain")),
    "queues",
    /^! queues 1 message may have arrived or not, .*\n→ nothing: they are not sent again/m,
  ],
  ["no failures", env({}), "failed", /^✓ failed none$/],
  [
    "a press that failed",
    after((site) => {
      const payload = { callback_query: { data: "x", message: { chat: { type: "private" } } }, update_id: 1 };
      return waiting(site, 3, { doneAt: new Date(), error: "StoreError", payload });
    }),
    "failed",
    /^! failed 1 update .*\n1 · .* · private · callback_query · StoreError\n→/,
  ],
  [
    "an update that failed",
    after((site) => waiting(site, 3, { doneAt: new Date(), error: "TypeError: kunangkunang" })),
    "failed",
    /^! failed 1 update could not .*\n1 · [\d-]+ [\d:]+ Asia\/Jakarta · group · message · TypeError\n→ .*replay -- ID/,
  ],

  [
    "no network",
    after(({ world }) => world.cutNetwork(true)),
    "token",
    /^✗ token .* reached: ECONNRESET\n→ check/,
  ],
  [
    "a webhook that is set",
    async (site) => {
      await site.setHook(WEBHOOK.WEBHOOK_URL ?? "");
      return { env: WEBHOOK };
    },
    "webhook",
    /^✓ webhook set \(bot\.example\)$/,
  ],
  [
    "a webhook where we poll",
    after((site) => site.setHook("https://other.example/secret-path")),
    "webhook",
    /^! webhook one is set \(other\.example\), .*\n→ start the bot/,
  ],
  [
    "another webhook than ours",
    async (site) => {
      await site.setHook("https://other.example/hook");
      return { env: WEBHOOK };
    },
    "webhook",
    /^! webhook another one is set \(other\.example\) than WEBHOOK_URL \(bot\.example\)\n→ .*another program/,
  ],
  [
    "a webhook that does not reach us",
    async (site) => {
      const url = `http://${NOBODY}/hook`;
      await site.setHook(url);
      site.world.start(who.ana);
      await site.hookFailed();
      return { env: { ...WEBHOOK, WEBHOOK_URL: url } };
    },
    "webhook",
    /^✗ webhook Telegram could not bring an update \d+ s ago \(Connection failed\), and 1 update waits\n→ see/m,
  ],
];

const nameIn = (url: string) => /test_[\w-]+/.exec(url)?.[0];

/** The doctor says so, and ends with 1 when anything is wrong; he goes on with what else there is. */
async function examine(site: Site, [, arrange, check, says]: Case) {
  const { end, ...more } = await arrange(site);
  const { code, text, about } = await ask(site, more);
  await end?.();
  expect(about(check).join("\n")).toMatch(says);
  const isWrong = says.source.startsWith("^✗");
  expect([code, text.includes("✗")]).toEqual([isWrong ? 1 : 0, isWrong]);
  const last = {
    "✓": /Everything is fine|to look at/,
    "!": /\d things? to look at/,
    "✗": /\d things? wrong/,
  };
  expect(text.trimEnd().split("\n").at(-1)).toMatch(last[says.source[1] as "✓"]);
  for (const other of ["Node", "memory", "disk", "token", "model", "time zones"])
    expect(about(other)).not.toEqual([]);
}

describe("the doctor says of", () => {
  test.for(given)("%s what is so, and what to do", (each, { standing }) => examine(standing, each));
  test.for(found)("%s what is so, and what to do", (each, { site }) => examine(site, each));
});

describe("a webhook's address", () => {
  const telegram = { call: async () => ({ ...hook, url: "x" }), me: Promise.resolve(me) };
  test.for([
    ["http://bot.example/hook", /WEBHOOK_URL is not https/],
    ["https://bot.example:3000/hook", /WEBHOOK_URL has port 3000/],
  ] as const)("%s is none that Telegram takes", async ([url, expected]) => {
    const config = readConfig({ ...WEBHOOK, BOT_TOKEN: token, WEBHOOK_URL: url });
    const found = await checkWebhook({
      config,
      telegram,
      clock: movableClock(Date.now),
    } as unknown as Installation);
    expect(found.find(({ sign }) => sign === "✗")?.what).toMatch(expected);
  });
  test("may be anything at a Bot API server of one's own", async () => {
    const config = readConfig({
      ...WEBHOOK,
      BOT_TOKEN: token,
      WEBHOOK_URL: "http://bot:3000/",
      TELEGRAM_API_ROOT: "http://api:8081",
    });
    const found = await checkWebhook({
      config,
      telegram,
      clock: movableClock(Date.now),
    } as unknown as Installation);
    expect(found.map(({ sign }) => sign)).not.toContain("✗");
  });
});

describe("a database", () => {
  test("older than PostgreSQL 14 is too old", async () => {
    const facts = { number: 130_011, version: "13.11", zone: "UTC", name: "d", size: 1n, readonly: false };
    const store = Promise.resolve({ $queryRaw: async () => [facts] });
    expect(await checkDatabase({ store } as unknown as Installation)).toMatchObject([
      { sign: "✗", what: "PostgreSQL 13.11 is too old" },
    ]);
  });

  test.for([
    ["28P01", /refuses the user or the password/],
    ["53300", /connections are taken/],
    ["57P03", /starting or stopping/],
    ["", /does not answer/],
    ["XX000", /: XX000$/],
  ] as const)("that says %j is explained, without its password", ([code, expected]) => {
    const where = { url: "postgresql://u:hunter2@db:5432/d", dataDir: "" };
    const { sign, what, todo } = explainStore(new StoreError(code, "what"), where);
    expect(sign).toBe("✗");
    expect(what).toMatch(expected);
    expect(what).toContain("db:5432");
    expect(`${what}${todo}`).not.toContain("hunter2");
  });
});

describe("the environment", () => {
  test("that is wrong is told whole, and nothing else is looked at", async ({ site }) => {
    const { code, text } = await ask(site, { env: { BOT_TOKEN: "hunter4", PORT: "x" } });
    expect(code).toBe(1);
    expect(text.split("\n").map((line) => line.trim())).toEqual([
      "✗ environment  2 problems",
      expect.stringMatching(/^BOT_TOKEN: /),
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^→ correct them/),
      "",
    ]);
    expect(site.called()).toEqual([]);
  });
});

describe("the playground", () => {
  test("without a token is looked at without Telegram, beside the bot's database", async ({ site }) => {
    const { code, about } = await ask(site, { env: { BOT_TOKEN: "" } });
    expect(about("token")).toEqual([expect.stringContaining("this is the playground")]);
    expect([...about("privacy mode"), ...about("webhook")]).toEqual([]);
    expect(about("database")).toEqual([expect.stringContaining("none yet")]);
    expect(site.called()).toEqual([]);
    expect(code).toBe(0);
  });

  test("has a clock of its own, so that nothing in it is late by ours", async ({ site }) => {
    const played = databaseUrl(site.url, `${nameIn(site.url)}_playground`);
    await ensureDatabase(played, "template_lumbung");
    const { db, close } = openDb(played, log);
    await waiting({ db }, 10_000);
    const { about, code } = await ask(site, { env: { BOT_TOKEN: "" } });
    expect(about("database")).toEqual([expect.stringContaining("_playground")]);
    expect(about("queues")).toEqual([
      expect.stringMatching(/^✓ .*; 1 update to work off, no message to send$/),
    ]);
    expect(code).toBe(0);
    await close();
    await dropDatabase(played);
  });

  test("with a token leaves it alone", async ({ site }) => {
    const { about } = await ask(site, { env: { PLAYGROUND: "on" } });
    expect(about("token")).toEqual([expect.stringContaining("PLAYGROUND is on")]);
    expect(site.called()).toEqual([]);
  });
});

describe("the doctor", () => {
  test("changes nothing, and makes no folder", async ({ site }) => {
    await waiting(site, 3, { doneAt: new Date(), error: "TypeError", attempts: 3 });
    await waiting(site, 4);
    const rows = async () => [
      await site.db.update.findMany(),
      await site.db.$queryRaw`select * from _prisma_migrations`,
      await site.db.lease.findMany(),
      await site.db.done.findMany(),
    ];
    const before = await rows();
    await ask(site);
    expect(await rows()).toEqual(before);
    expect(site.called()).toEqual(["getMe", "getWebhookInfo"]);

    await ask(site, { env: { DATABASE_URL: "" } });
    expect(existsSync(join(site.folder, "data"))).toBe(false);
  });

  test("lists the oldest failures, and tells how many more there are", async ({ site }) => {
    for (let i = 1; i <= 23; i++) await waiting(site, i, { doneAt: new Date(), error: "E", attempts: 3 });
    const [said = ""] = (await ask(site)).about("failed");
    expect(said.match(/ · group · /g)).toHaveLength(20);
    expect(said).toMatch(/^! failed 23 updates .*\n… and 3 more\n→/s);
  });

  test("never says a secret, nor people's words", async ({ site }) => {
    await waiting(site, 3, { doneAt: new Date(), error: "kunangkunang kunangkunang", attempts: 3 });
    const secrets = ["hunter2", "hunter3", "sk-kunang", "s3cret-s3cret", token];
    const info = { ...hook, url: "https://x/hunter3", last_error_message: `${token} s3cret-s3cret` };
    const env = {
      ...{ ...WEBHOOK, OPENAI_API_KEY: "sk-kunang", OPENAI_BASE_URL: `http://u:hunter3@${NOBODY}/hunter3` },
      TELEGRAM_API_ROOT: await site.serves({ getMe: me, getWebhookInfo: info }),
    };
    const dead = {
      ...env,
      DATABASE_URL: `postgresql://hunter2:hunter2@${NOBODY}/hunter2`,
      HTTPS_PROXY: `http://u:hunter3@${NOBODY}`,
    };
    const said = `${(await ask(site, { env })).text}${(await ask(site, { env: dead })).text}`;
    expect(said).toContain("<secret> <secret>");
    expect(said).toContain("group · message · kunangkunang\n");
    for (const secret of secrets) expect(said).not.toContain(secret);
  });

  test("starts an embedded database that does not run, joins one that does, and leaves both as they were", async ({
    site,
  }) => {
    const dataDir = join(site.folder, "data");
    const running = () => existsSync(join(dataDir, "postgres", "postmaster.pid"));
    const env = { DATABASE_URL: "" };
    const database = await openDatabase({ url: undefined, dataDir }, { playground: false, log });
    expect((await ask(site, { env })).about("schema")).toEqual([expect.stringContaining("up to date")]);
    expect(running()).toBe(true);

    await database.stop();
    expect(running()).toBe(false);
    expect((await ask(site, { env })).about("schema")).toEqual([expect.stringContaining("up to date")]);
    expect(running()).toBe(false);
    expect((await ask(site, { env: { ...env, BOT_TOKEN: "" } })).about("database")).toEqual([
      expect.stringContaining("none yet"),
    ]);
  }, 60_000);
});
