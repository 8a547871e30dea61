import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { keepUp } from "./keep-up.ts";
import type { Settings } from "./launch.ts";
import { explain } from "./postgres-error.ts";
import { type Postmaster, stopPostmaster } from "./postmaster.ts";
import { serve } from "./serve.ts";
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
  log?: Pick<Logger, "info" | "warn" | "error">;
};

/**
 * Starts the embedded PostgreSQL of `dataDir`, or joins the one that runs there already, and waits until it answers.
 * Until it is stopped here, it is started again whenever it ended.
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

      const keeping = keepUp(dir, { start: () => serve(dir, binaries, settings), log });
      let ended: Promise<void> | undefined;
      return {
        url: (database) => urlOf(server, database),
        stop: () => {
          ended ??= keeping.stop().then(end);
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

function urlOf({ socketDir }: Postmaster, database: string): string {
  return `postgresql://postgres@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}`;
}
