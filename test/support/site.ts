import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { test as base } from "vitest";
import { movableClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { openDb } from "../../src/db.ts";
import { type Machine, readMachine } from "../../src/operator/read-machine.ts";
import { runDoctor } from "../../src/operator/run-doctor.ts";
import { cast, peopleWorld } from "../../src/playground/cast.ts";
import { token } from "../../src/playground/people.ts";
import { startPlayground } from "../../src/playground/server.ts";
import { openWorld } from "../../src/playground/world.ts";
import { createDatabase } from "./database.ts";

const log = pino({ level: "silent" });

export type Env = Record<string, string>;
export type Site = Awaited<ReturnType<typeof createSite>>;
type Answers = Record<string, unknown>;

/** The emulator, a database of its own, a folder; and a doctor who looks at them. */
async function createSite() {
  const database = await createDatabase();
  const { db, close: closeDb } = openDb(database.url, log);
  const clock = movableClock(Date.now);
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const ground = await startPlayground({ world, clock, cast, port: 0 });
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  const ends: (() => unknown)[] = [];
  const env: Env = {
    ...{ BOT_TOKEN: token, TELEGRAM_API_ROOT: ground.url, DATABASE_URL: database.url },
    DATA_DIR: join(folder, "data"),
  };
  const info = async () => (await fetch(`${ground.url}/bot${token}/getWebhookInfo`)).text();
  return {
    ...{ db, world, env, folder, url: database.url },
    /** A server that answers by the last part of a path; what it is asked for and does not know is a 404. */
    async serves(answers: Answers, date?: Date) {
      const server = await serve(answers, date);
      ends.push(server.close);
      return server.url;
    },
    /** The Bot API's methods that were called. */
    called: () => [...new Set(world.calls().map(({ method }) => method))].sort(),
    setHook: (url: string) => fetch(`${ground.url}/bot${token}/setWebhook?url=${encodeURIComponent(url)}`),
    /** Waits until Telegram has failed to reach the webhook. */
    async hookFailed() {
      while (!(await info()).includes("last_error_message")) await new Promise((r) => setTimeout(r, 10));
    },
    async close() {
      for (const end of ends) await end();
      await ground.close();
      world.close();
      await closeDb();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `site` is a test's own; `standing` is there for all tests of a file, which leave it as it is. */
export const test = base.extend<{ site: Site; standing: Site }>({
  site: async ({}, use) => {
    const site = await createSite();
    await use(site);
    await site.close();
  },
  standing: [
    async ({}, use) => {
      const site = await createSite();
      await use(site);
      await site.close();
    },
    { scope: "file" },
  ],
});

/** An answer with a status of its own. */
export const status = (code: number, body: object = {}) => ({ code, body });

async function serve(answers: Answers, date?: Date) {
  const server = createServer((request, response) => {
    const name = (request.url ?? "").split(/[/?]/).findLast(Boolean) ?? "";
    const answer = answers[name];
    const isStatus = typeof answer === "object" && answer !== null && "code" in answer && "body" in answer;
    const { code, body } = (isStatus ? answer : status(answer ? 200 : 404, { ok: true, result: answer })) as {
      code: number;
      body: object;
    };
    if (date) response.setHeader("date", date.toUTCString());
    response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** What differs from the site as it stands; `end` takes down what was made for it. */
export type More = {
  env?: Env;
  /** How far the machine's clock is ahead, in milliseconds. */
  ahead?: number;
  machine?: Partial<Machine>;
  end?: () => unknown;
};

/** What the doctor says, as a whole and by the names of its checks, and with which code it ends. */
export async function ask({ env }: Pick<Site, "env">, more: More = {}) {
  let text = "";
  const code = await runDoctor({
    settings: () => readConfig({ ...env, ...more.env }),
    clock: movableClock(Date.now, more.ahead ?? 0),
    write: (piece) => {
      text += piece;
    },
    signal: new AbortController().signal,
    machine: (dir) => ({ ...readMachine(dir), ...more.machine }),
  });
  const told = text.split("\n").reduce<string[]>((all, line) => {
    if (/^[✓!✗]/.test(line)) all.push(line.replace(/ {2,}/g, " "));
    else if (line.startsWith(" ")) all.push(`${all.pop()}\n${line.trim()}`);
    return all;
  }, []);
  return { code, text, about: (name: string) => told.filter((line) => line.slice(2).startsWith(name)) };
}
