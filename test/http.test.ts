import { request } from "node:http";
import { pino } from "pino";
import { test as base, describe, expect } from "vitest";
import type { App } from "../src/app.ts";
import type { Bot } from "../src/bot.ts";
import { startServer } from "../src/http.ts";

const webhook = { url: "https://bot.example/hook", secret: "s3cret" };
type Updates = Parameters<Bot["take"]>[0];

async function createServer(more: { webhook?: typeof webhook | undefined } = { webhook }) {
  const taken: Updates = [];
  const down = { database: false, take: false };
  const db = { $queryRaw: async () => (down.database ? Promise.reject(new Error("down")) : []) };
  const app = { db, log: pino({ level: "silent" }) } as unknown as App;
  const take = async (updates: Updates) => {
    if (down.take) throw new Error("not stored");
    taken.push(...updates);
  };
  const config = { http: { host: "127.0.0.1", port: 0 }, webhook: more.webhook };
  const { url, close } = await startServer(app, { take }, config);
  return { url, taken, down, close };
}

const test = base.extend<{ server: Awaited<ReturnType<typeof createServer>> }>({
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

describe("health", () => {
  test("is fine while the process lives; ready while the database answers", async ({ server }) => {
    const status = async (path: string) => (await fetch(`${server.url}${path}`)).status;
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
    server.down.database = true;
    expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
    expect(await status("/nowhere")).toBe(404);
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
