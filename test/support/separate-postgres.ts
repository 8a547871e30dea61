import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { type Binaries, findBinaries } from "../../src/postgres/binaries.ts";
import { databaseUrl, ensureDatabase, withClient } from "../../src/postgres/ensure-database.ts";
import { ENVIRONMENT, runAs } from "../../src/postgres/run-as.ts";

const DEBIAN = "/usr/lib/postgresql";

/** A PostgreSQL that the bot did not start, on which anything may be done: it keeps its promises to the disk. */
export type Separate = Awaited<ReturnType<typeof startSeparate>>;

type Options = {
  /** Where it lives; a temporary folder unless said. */
  dir?: string;
  /** Where it keeps its journal, when that is elsewhere. */
  journal?: string;
  /** Further addresses at which it listens, and from where it may be reached there. */
  listen?: { host: string; from: string };
};

/** Debian's PostgreSQL, the newest that is installed, else the embedded one's programs. */
async function findPrograms(): Promise<Binaries & { version: string }> {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const bin = versions[0] && join(DEBIAN, String(versions[0]), "bin");
  if (bin && existsSync(join(bin, "initdb")))
    return {
      initdb: join(bin, "initdb"),
      postgres: join(bin, "postgres"),
      version: `Debian's PostgreSQL ${versions[0]}`,
    };
  return { ...(await findBinaries()), version: "the embedded PostgreSQL's programs" };
}

/** Starts a server of its own, with a database `lumbung` that has the newest schema and no rows. */
export async function startSeparate({
  dir = mkdtempSync(join(tmpdir(), "lumbung-separate-")),
  ...more
}: Options = {}) {
  const programs = await findPrograms();
  const data = join(dir, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { before, as } = runAs(data, programs);
  const run = (program: string, args: string[]) => {
    const [first = program, ...rest] = [...before, program, ...args];
    return spawn(first, rest, { ...as, cwd: data, env: ENVIRONMENT, stdio: "ignore" });
  };
  const wal = more.journal ? ["--waldir", more.journal] : [];
  const init = run(programs.initdb, [
    "-D",
    data,
    "-U",
    "postgres",
    "-E",
    "UTF8",
    "--locale=C",
    "-A",
    "trust",
    ...wal,
  ]);
  if ((await once(init, "exit"))[0] !== 0) throw new Error("initdb failed");

  const port = await freePort();
  const url = databaseUrl(`postgresql://postgres@127.0.0.1:${port}`, "lumbung");
  let server: ChildProcess | undefined;
  const running = () => server !== undefined && server.exitCode === null && server.signalCode === null;
  const start = async () => {
    if (!running()) server = run(programs.postgres, ["-D", data, ...settings(port, more)]);
    await answers(url);
  };
  const stop = async (how: keyof typeof signals) => {
    if (!server || !running()) return;
    const gone = once(server, "exit");
    process.kill(server.pid ?? 0, signals[how]);
    await gone;
  };
  const abandon = () => void (running() && process.kill(server?.pid ?? 0, "SIGQUIT"));
  process.once("exit", abandon); // Whoever ends the proof by hand takes nothing down.
  await start();
  await ensureDatabase(url);
  await applyMigrations(url);

  return {
    ...{ url, port, version: programs.version, start, stop, running },
    /** Ends the connections of whoever uses the database, or of half of them at random. */
    cut: (share: "all" | "half") =>
      withClient(databaseUrl(url, "postgres"), (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'lumbung' and ($1 or random() < 0.5)`,
          [share === "all"],
        ),
      ),
    async close() {
      await stop("immediate");
      process.off("exit", abandon);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What `pg_ctl stop -m` sends. */
const signals = { fast: "SIGINT", immediate: "SIGQUIT" } as const;

function settings(port: number, { listen }: Options) {
  const hosts = ["127.0.0.1", ...(listen ? [listen.host] : [])].join(",");
  const all = {
    ...{ port, listen_addresses: hosts, unix_socket_directories: "", max_connections: 100 },
    ...{ shared_buffers: "32MB", max_wal_size: "32MB", min_wal_size: "32MB", log_min_messages: "panic" },
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function answers(url: string) {
  for (let left = 600; ; left--) {
    const there = await withClient(databaseUrl(url, "postgres"), async () => true).catch(() => false);
    if (there) return;
    if (left === 0) throw new Error("the separate PostgreSQL did not start");
    await sleep(50);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
