import { spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { type Binaries, notLoadable } from "./binaries.ts";
import { disownStale } from "./postmaster.ts";
import { ENVIRONMENT, runAs } from "./run-as.ts";
import { socketDir } from "./socket-dir.ts";

/** Settings of the server, by PostgreSQL's names. */
export type Settings = Record<string, string>;

/** A server that was just started. */
export type Launch = {
  /** Why it has ended; undefined while it runs. */
  failure(): Error | undefined;
};

/** For a small machine: one bot, some dozens of connections, no helpers that nobody asks for; quiet about people's words. */
const SMALL: Settings = {
  shared_buffers: "32MB",
  max_connections: "60",
  max_wal_size: "256MB",
  jit: "off",
  io_method: "sync",
  max_logical_replication_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  // What a statement did wrong is told to the bot, who logs it; here it could fill the disk between two starts.
  log_min_messages: "log",
};

/** What the system's loader says when libraries are missing. */
export const LOADER = /error while loading shared libraries/;

/** How long the log may be when a server starts, in bytes, before it is put aside. */
const LOG_LIMIT = 1_000_000;

/** Starts the server of the data folder `dir`. It has a session of its own, so that Ctrl-C does not reach it first. */
export function launch(dir: string, binaries: Binaries, settings: Settings): Launch {
  disownStale(dir);
  const { before, as } = runAs(dir, binaries);
  const socket = socketDir(dir);
  const [program, ...args] = [
    ...[...before, binaries.postgres, "-D", dir, "-c", "listen_addresses="],
    // A relative path may contain what PostgreSQL takes for a separator.
    ...[
      "-c",
      `unix_socket_directories=${socket === dir ? "." : `"${socket}"`}`,
      "-c",
      "unix_socket_permissions=0700",
    ],
    ...Object.entries({ ...SMALL, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ] as [string, ...string[]];

  const log = openLog(`${dir}.log`);
  const from = fstatSync(log).size;
  const child = spawn(program, args, {
    ...as,
    cwd: dir,
    env: ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  closeSync(log);

  let ended: Error | string | undefined;
  child.once("error", (error) => {
    ended = error;
  });
  child.once("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });

  return {
    failure() {
      if (ended === undefined) return undefined;
      const said = readFileSync(`${dir}.log`).subarray(from).toString();
      return ended instanceof Error || LOADER.test(said) ? notLoadable(binaries) : new Error(said || ended);
    },
  };
}

/** Opens the server's log, after it was put aside when it had grown long. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.old`);

  return openSync(file, "a", 0o600);
}
