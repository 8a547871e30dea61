import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { openDb, Prisma } from "../src/db.ts";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { dropDatabase, ensureDatabase } from "../src/postgres/ensure-database.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { type Kind, kill, ours, spawnBot } from "./bots.ts";
import { fillGroups } from "./groups.ts";
import { type Delay, startTelegram } from "./telegram.ts";

/** How many ideas are stored with their answers on the way, and how many different ones. */
export type Kept = { all: number; different: number };

export type Site = Awaited<ReturnType<typeof openSite>>;
/** One bot on a database of its own. */
export type Running = Awaited<ReturnType<Site["start"]>>;

const log = pino({ level: "silent" });
/** How long a bot may take to start, in milliseconds. */
const PATIENCE = 30_000;

/** The same Telegram and the same embedded PostgreSQL for all bots that are measured, one after the other. */
export async function openSite(delay: Delay) {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const server = await startPostgres({ dataDir });
  const telegram = await startTelegram(delay);
  const template = server.url("filled");
  await ensureDatabase(template);
  await applyMigrations(template);
  const filled = openDb(template, log);
  await fillGroups(filled.db);
  await filled.close();
  let runs = 0;

  const launch = async (kind: Kind, databaseUrl: string) => {
    const polled = telegram.next(({ method }) => method === "getUpdates");
    const from = performance.now();
    const bot = spawnBot(kind, { apiRoot: telegram.url, databaseUrl });
    const late = new Promise<never>((_, no) =>
      setTimeout(no, PATIENCE, new Error(`${kind.name} is late`)).unref(),
    );
    const { at } = await Promise.race([polled, ended(bot, kind), late]);
    return { bot, ms: at - from };
  };

  return {
    telegram,
    server,
    /** Starts a bot; `ms` is how long until it asked for updates first. */
    async start(kind: Kind) {
      const url = server.url(`run_${++runs}`);
      await ensureDatabase(url, "filled");
      const { db, close } = openDb(url, log);
      let { bot, ms } = await launch(kind, url);
      return {
        ms,
        pid: () => bot.pid ?? 0,
        kept: () => keptIn(db, kind),
        /** Kills it, and starts it again. */
        async restart() {
          await kill(bot);
          ({ bot } = await launch(kind, url));
        },
        async end() {
          await kill(bot);
          telegram.drop();
          await close();
          await dropDatabase(url);
        },
      };
    },
    async close() {
      await telegram.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ended(bot: ChildProcess, { name }: Kind): Promise<never> {
  const [code] = await new Promise<unknown[]>((resolve) => bot.once("exit", (...how) => resolve(how)));
  throw new Error(`${name} ended with ${code}`);
}

const ANSWERED = Prisma.sql`select i.text from "Idea" i join "Post" p on p.about = 'idea' and p."aboutId" = i.id
  join "Outbox" o on o."postId" = p.id`;

async function keptIn(db: ReturnType<typeof openDb>["db"], kind: Kind): Promise<Kept> {
  const [kept] = await db.$queryRaw<Kept[]>`
    select count(*)::int as all, count(distinct text)::int as different
    from (${kind === ours ? ANSWERED : Prisma.sql`select text from idea`}) i`;
  return kept ?? { all: 0, different: 0 };
}
