import { readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isServer, startOf } from "./processes.ts";

/** The server that runs in a data folder, as its file postmaster.pid tells. */
export type Postmaster = { pid: number; socketDir: string; ready: boolean };

/** An id that no process can have. */
const NO_PROCESS = "4194304";

/** How long a server may take to stop before it is stopped hard, which costs a repair at the next start. */
const PATIENCE = 4_000;

/** Reads who runs in the data folder `dir`; undefined when nobody does. */
export function readPostmaster(dir: string): Postmaster | undefined {
  const [pid, , , , socketDir, , , state] = read(dir);
  if (!socketDir || !isServer(Number(pid), dir)) return undefined;

  return { pid: Number(pid), socketDir: resolve(dir, socketDir), ready: state?.trim() === "ready" };
}

/**
 * After a crash the id in postmaster.pid may belong to another program by now, and PostgreSQL would believe that its
 * server still runs. So the id is replaced; the rest stays, since PostgreSQL finds survivors of the crash by it.
 */
export function disownStale(dir: string): void {
  const [pid, ...rest] = read(dir);
  if (!pid || startOf(Number(pid)) === undefined || isServer(Number(pid), dir)) return;

  writeFileSync(join(dir, "postmaster.pid"), [NO_PROCESS, ...rest].join("\n"));
  rmSync(join(resolve(dir, rest[3] ?? ""), ".s.PGSQL.5432.lock"), { force: true });
}

/** Whether somebody listens on the socket in `socketDir`. */
export function listens(socketDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketDir, ".s.PGSQL.5432"));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      resolve(true);
      socket.destroy();
    });
  });
}

/** Stops the server of `dir` as `pg_ctl stop -m fast` does: open transactions are rolled back, all is written. */
export async function stopPostmaster(dir: string): Promise<void> {
  const server = readPostmaster(dir);
  if (!server) return;

  signal(server.pid, "SIGINT");
  for (let waited = 0; isServer(server.pid, dir) && waited < 2 * PATIENCE; waited += 20) {
    if (waited === PATIENCE) signal(server.pid, "SIGQUIT");
    await sleep(20);
  }
  if (server.socketDir !== dir) leave(server.socketDir);
}

/** Removes a socket's folder, unless something is in it still. */
function leave(socketDir: string): void {
  try {
    rmdirSync(socketDir);
  } catch {
    // It does no harm where it is.
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}

function read(dir: string): string[] {
  try {
    return readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
