import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { type Launch, launch, type Settings } from "./launch.ts";
import { explain, PostgresError } from "./postgres-error.ts";
import { listens, type Postmaster, readPostmaster, stopPostmaster } from "./postmaster.ts";
import { socketDir } from "./socket-dir.ts";
import { use } from "./users.ts";

export type Postgres = {
  /** The address of `database` on this server, whether it exists or not. */
  url(database: string): string;
  /** Stops the server within some seconds, unless another process uses it still. */
  stop(): Promise<void>;
};

type Options = {
  /** The folder that the server's data and log live in; made when it is missing. */
  dataDir: string;
  settings?: Settings;
  log?: { info(fields: object, event: string): void };
};

/** How long a start may take, with the repair after a crash, in milliseconds. */
const PATIENCE = 120_000;

/** What a server says that met one which is just ending, or just starting: both pass. */
const PASSING = /pre-existing shared memory block|lock file .* (already exists|is empty)/;

/**
 * Starts the embedded PostgreSQL of `dataDir`, or joins the one that runs there already, and waits until it answers.
 * Throws PostgresError, whose message says what to change.
 */
export async function startPostgres({ dataDir, settings = {}, log }: Options): Promise<Postgres> {
  const binaries = await findBinaries();
  const from = performance.now();
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const dir = join(realpathSync(dataDir), "postgres");
    const mine = await use(`${dir}.users`);
    const end = () => mine.end(() => stopPostmaster(dir));
    try {
      await ensureCluster(dir, binaries, settings.fsync !== "off");
      const server = await serve(dir, binaries, settings);
      log?.info({ pid: server.pid, ms: Math.round(performance.now() - from) }, "database ready");

      let ended: Promise<void> | undefined;
      return {
        url: (database) => urlOf(server, database),
        stop: () => {
          ended ??= end();
          return ended;
        },
      };
    } catch (error) {
      await end();
      throw error;
    }
  } catch (error) {
    throw explain(error, join(dataDir, "postgres"));
  }
}

/** Waits for the server of `dir`, and starts it whenever nobody runs there. */
async function serve(dir: string, binaries: Binaries, settings: Settings): Promise<Postmaster> {
  const from = performance.now();
  let launched: Launch | undefined;
  while (performance.now() - from < PATIENCE) {
    const server = readPostmaster(dir);
    if (server?.ready && (await listens(server.socketDir))) return server;
    const failure = launched?.failure();
    if (failure && !PASSING.test(failure.message)) throw failure;
    if (!server && (!launched || failure)) {
      await refuseStranger(dir);
      launched = launch(dir, binaries, settings);
    }
    await sleep(20);
  }
  throw new Error("it was not ready in time");
}

/** In two containers that share a folder, neither sees the other's processes, but both reach the socket. */
async function refuseStranger(dir: string): Promise<void> {
  if (!(await listens(socketDir(dir))) || readPostmaster(dir)) return;

  throw new PostgresError(
    `${dir} is in use by a PostgreSQL that this process cannot see, such as in another container: stop that one, or set DATABASE_URL.`,
  );
}

function urlOf({ socketDir }: Postmaster, database: string): string {
  return `postgresql://postgres@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}`;
}
