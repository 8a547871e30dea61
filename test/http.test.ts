import { request } from "node:http";
import { pino } from "pino";
import { test as base, describe, expect } from "vitest";
import type { App } from "../src/app.ts";
import type { Bot, Pulse } from "../src/bot.ts";
import { startServer } from "../src/http.ts";
import { openMetrics } from "../src/metrics.ts";
import { Refused } from "../src/outbox/outcome.ts";
import { watchFlow } from "../src/telegram/flow.ts";
import { figureOf, readFigures } from "./support/exposition.ts";

const webhook = { url: "https://bot.example/hook", secret: "s3cret" };
type Updates = Parameters<Bot["take"]>[0];

const NOW = new Date("2026-11-27T06:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** A bot that has nothing to do, and a store that says so; each test spoils something. */
async function createServer(more: { webhook?: typeof webhook | undefined } = { webhook }) {
  const taken: Updates = [];
  const down = { database: false, take: false, started: true };
  const moving = { leaderless: -3, oldest: null as Date | null, lastDone: null as Date | null };
  const passed = { ms: 0 };
  const flow = watchFlow({ polls: true }, () => passed.ms);
  const pulse: Pulse = { lanes: { running: 0, waiting: 0 }, delivers: true, flow };
  const asked: string[] = [];
  const db = {
    $queryRaw: async ({ raw }: TemplateStringsArray) => {
      asked.push(raw.join("?"));
      return down.database ? Promise.reject(new Error("down")) : [moving];
    },
    pool: () => ({ most: 12, total: 3, idle: 2, waiting: 0 }),
  };
  const metrics = openMetrics({ process: false });
  const log = pino({ level: "silent" });
  const app = { db, log, clock: { now: () => NOW }, count: metrics.counts } as unknown as App;
  const take = async (updates: Updates) => {
    if (down.take) throw new Error("not stored");
    taken.push(...updates);
  };
  const bot = () => (down.started ? { take, pulse: () => pulse } : undefined);
  const config = { http: { host: "127.0.0.1", port: 0 }, webhook: more.webhook, metrics };
  const { url, close } = await startServer(app, bot, config);
  return { url, taken, down, moving, passed, flow, pulse, db, asked, close };
}

type Server = Awaited<ReturnType<typeof createServer>>;

const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const server = await createServer();
    await use(server);
    await server.close();
  },
});

type Sent = { path?: string; secret?: string; chunks: (string | Buffer)[] };

/** Sends a body in pieces, each as a piece of its own on the wire; resolves with the status, or the error's code. */
const send = (url: string, { path = "/hook", secret = webhook.secret, chunks }: Sent) =>
  new Promise<number | string>((resolve) => {
    const headers = { "x-telegram-bot-api-secret-token": secret };
    const out = request(`${url}${path}`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    out.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    const next = ([chunk, ...rest]: (string | Buffer)[]) => {
      if (chunk === undefined) return out.end();
      out.write(chunk);
      setTimeout(next, 5, rest);
    };
    next(chunks);
  });

const update = { update_id: 5, message: { text: "Gotong royong 🌾 é" } };

const answerOf = async ({ url }: Server, path: string) => {
  const response = await fetch(`${url}${path}`);
  return [response.status, await response.text()] as const;
};

describe("/healthz", () => {
  test("is fine while the process lives, and asks the store nothing", async ({ server }) => {
    server.down.database = true;
    server.down.started = false;
    expect(await answerOf(server, "/healthz")).toEqual([200, "ok\n"]);
    expect(server.asked).toEqual([]);
    expect((await answerOf(server, "/nowhere"))[0]).toBe(404);
  });
});

describe("/readyz", () => {
  const still = { running: 0, waiting: 0 };
  const busy = { running: 2, waiting: 1 };
  const unauthorized = new Refused(401, "Unauthorized");

  type Spoilt = {
    down?: Partial<Server["down"]>;
    moving?: Partial<Server["moving"]>;
    silence?: number;
    lanes?: typeof busy;
    poll?: Error;
  };

  test.for<[what: string, spoilt: Spoilt, says: string]>([
    ["nothing is wrong", {}, ""],
    ["Telegram has not answered yet", { down: { started: false } }, "the bot is starting"],
    ["the database says no", { down: { database: true } }, "the database does not answer"],
    ["no poll has ended for 90 s", { silence: 90_000 }, ""],
    ["… for longer", { silence: 91_000 }, "no updates could be fetched for 91 s"],
    ["another instance polls", { poll: new Refused(409, "Conflict") }, "another instance"],
    ["the token is refused", { poll: unauthorized }, "the token"],
    ["the token is of no bot", { poll: new Refused(404, "Not Found") }, "the token"],
    ["Telegram was down for a moment", { poll: new Refused(502, "Bad Gateway") }, ""],
    ["the line was down for a moment", { poll: new Error("ECONNRESET") }, ""],
    ["nobody has delivered for 9 s", { moving: { leaderless: 9 } }, ""],
    ["… for 11 s", { moving: { leaderless: 11 } }, "no process has delivered messages for 11 s"],
    ["an update has waited for 4 min", { moving: { oldest: ago(4) } }, ""],
    ["… for 6 min, and no lane is at work", { moving: { oldest: ago(6), lastDone: ago(1) } }, "for 6 min"],
    ["… and lanes are at work in vain", { moving: { oldest: ago(6) }, lanes: busy }, "updates do not flow"],
    ["… and lanes work others off", { moving: { oldest: ago(6), lastDone: ago(1) }, lanes: busy }, ""],
  ])("%s", async ([, { down, moving, silence = 0, lanes = still, poll }, says], { server }) => {
    Object.assign(server.down, down);
    Object.assign(server.moving, moving);
    server.passed.ms = silence;
    server.pulse.lanes = lanes;
    if (poll) server.flow.failed(poll);

    const [status, text] = await answerOf(server, "/readyz");
    expect([status, text]).toEqual(says ? [503, expect.stringContaining(says)] : [200, "ready\n"]);
    expect(text).toMatch(/^[^\n]+\n$/);
  });

  test("recovers by itself", async ({ server }) => {
    server.down.database = true;
    server.flow.failed(new Refused(409, "Conflict"));
    expect(await answerOf(server, "/readyz")).toEqual([
      503,
      "the database does not answer; another instance fetches the updates of this token\n",
    ]);
    server.down.database = false;
    server.passed.ms = 100_000;
    server.flow.came();
    expect(await answerOf(server, "/readyz")).toEqual([200, "ready\n"]);
  });

  test("asks a store that says nothing once, however many ask for it", async ({ server }) => {
    let asked = 0;
    server.db.$queryRaw = () => {
      asked++;
      return new Promise(() => {});
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => answerOf(server, "/readyz")));
    expect(new Set(all.map(([status]) => status))).toEqual(new Set([503]));
    expect(asked).toBe(1);
  });

  test("does not wait for polls where updates come by webhook", () => {
    let now = 0;
    const flow = watchFlow({ polls: false }, () => now);
    now = 3_600_000;
    expect(flow.trouble()).toBeUndefined();
  });
});

describe("/metrics", () => {
  test("is answered while the database is away, says so, and leaves out what it cannot know", async ({
    server,
  }) => {
    server.down.database = true;
    const [status, text] = await answerOf(server, "/metrics");
    const figures = readFigures(text);
    expect(status).toBe(200);
    expect(figureOf(figures, "lumbung_database_up")).toBe(0);
    expect(figureOf(figures, "lumbung_outbox_messages")).toBeUndefined();
    expect(figureOf(figures, "lumbung_updates_poison")).toBeUndefined();
    expect(figureOf(figures, "lumbung_database_connections", { state: "busy" })).toBe(1);
  });

  test("asks a store that says nothing once, however many scrape", async ({ server }) => {
    let asked = 0;
    server.db.$queryRaw = () => {
      asked++;
      return new Promise(() => {});
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => answerOf(server, "/metrics")));
    expect(new Set(all.map(([, text]) => figureOf(readFigures(text), "lumbung_database_up")))).toEqual(
      new Set([0]),
    );
    expect(asked).toBe(1);
  });

  test("is there before Telegram has answered", async ({ server }) => {
    server.down.started = false;
    const figures = readFigures((await answerOf(server, "/metrics"))[1]);
    expect(figureOf(figures, "lumbung_database_up")).toBe(1);
    expect(figureOf(figures, "lumbung_lanes")).toBeUndefined();
  });
});

describe("the webhook", () => {
  test("takes an update with the right secret, and only then says 200", async ({ server }) => {
    expect(await send(server.url, { chunks: [JSON.stringify(update)] })).toBe(200);
    expect(server.taken).toEqual([update]);
  });

  test("reads UTF-8 that is split in the middle of a character", async ({ server }) => {
    const bytes = Buffer.from(JSON.stringify(update));
    const at = bytes.indexOf(Buffer.from("🌾")) + 2;
    expect(await send(server.url, { chunks: [bytes.subarray(0, at), bytes.subarray(at)] })).toBe(200);
    expect(server.taken).toEqual([update]);
  });

  test.for([
    ["without the secret", "", 401],
    ["with a wrong secret", "s3creT", 401],
    ["with a longer one", "s3cret-", 401],
  ] as const)("%s refuses", async ([, secret, status], { server }) => {
    expect(await send(server.url, { secret, chunks: [JSON.stringify(update)] })).toBe(status);
    expect(server.taken).toEqual([]);
  });

  test.for(["", "no json", "null", "[]", '{"message":{}}', '{"update_id":"5"}', '{"update_id":1.5}'])(
    "refuses %j, and takes nothing",
    async (body, { server }) => {
      expect(await send(server.url, { chunks: [body] })).toBe(400);
      expect(server.taken).toEqual([]);
    },
  );

  test("refuses what is larger than any update", async ({ server }) => {
    const chunks = Array.from({ length: 5 }, () => "x".repeat(300_000));
    expect(await send(server.url, { chunks })).toBe(400);
    expect(server.taken).toEqual([]);
  });

  test("says 500 when the update was not stored, so that Telegram brings it again", async ({ server }) => {
    server.down.take = true;
    expect(await send(server.url, { chunks: [JSON.stringify(update)] })).toBe(500);
    server.down.take = false;
    expect(await send(server.url, { chunks: [JSON.stringify(update)] })).toBe(200);
    expect(server.taken).toEqual([update]);
  });

  test("says 503 before the bot has started, so that Telegram brings it again", async ({ server }) => {
    server.down.started = false;
    expect(await send(server.url, { chunks: [JSON.stringify(update)] })).toBe(503);
    expect(server.taken).toEqual([]);
  });

  test("counts how it answered", async ({ server }) => {
    await send(server.url, { chunks: [JSON.stringify(update)] });
    await send(server.url, { chunks: ["null"] });
    await send(server.url, { secret: "", chunks: [JSON.stringify(update)] });
    await send(server.url, { path: "/other", chunks: [JSON.stringify(update)] });
    const figures = readFigures((await answerOf(server, "/metrics"))[1]);
    const answered = (status: string) => figureOf(figures, "lumbung_webhook_requests_total", { status });
    expect(["200", "400", "401", "500"].map(answered)).toEqual([1, 1, 1, 0]);
  });

  test("listens at its own path, and only to POST", async ({ server }) => {
    expect(await send(server.url, { path: "/", chunks: [JSON.stringify(update)] })).toBe(404);
    expect((await fetch(`${server.url}/hook`)).status).toBe(404);
  });

  test("is not there while the bot polls", async () => {
    const { url, close } = await createServer({ webhook: undefined });
    expect(await send(url, { chunks: [JSON.stringify(update)] })).toBe(404);
    await close();
  });
});
