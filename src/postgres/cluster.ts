import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { type Binaries, MAJOR, notLoadable } from "./binaries.ts";
import { LOADER } from "./launch.ts";
import { PostgresError } from "./postgres-error.ts";
import { startOf } from "./processes.ts";
import { ENVIRONMENT, runAs } from "./run-as.ts";

/** How many megabytes must be free for a new data folder, and for going on with one: it writes its journal in pieces of 16. */
const FRESH = 100;
const SPARE = 32;

/**
 * Makes sure that `dir` is a data folder of our PostgreSQL, and makes it when there is nothing yet.
 * It is made aside and moved into place, so that a kill leaves no half of it, and of two who make it one wins.
 */
export async function ensureCluster(dir: string, binaries: Binaries, durable: boolean): Promise<void> {
  removeLeftovers(dir);
  if (isCluster(dir)) return refuseFull(dir, SPARE);
  refuseFull(dirname(dir), FRESH);

  const fresh = mkdtempSync(`${dir}.new-${process.pid}.${startOf(process.pid)}.`);
  try {
    await initdb(fresh, binaries, durable);
    renameSync(fresh, dir);
  } catch (error) {
    if (!isCluster(dir)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** A disk that fills up while the server runs would stop it in the middle of the day. */
function refuseFull(dir: string, needed: number): void {
  const { bavail, bsize, blocks } = statfsSync(dir);
  // Some network folders do not tell.
  if (blocks > 0 && (bavail * bsize) / 2 ** 20 < needed) throw new Error("ENOSPC");
}

function isCluster(dir: string): boolean {
  if (!existsSync(dir)) return false;
  if (!statSync(dir).isDirectory()) throw new Error("ENOTDIR");
  if (readdirSync(dir).length === 0) return false;
  if (!existsSync(join(dir, "PG_VERSION")))
    throw new PostgresError(
      `${dir} holds something that is not a PostgreSQL data folder: move it away, or set DATA_DIR to another folder.`,
    );

  const version = readFileSync(join(dir, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new PostgresError(
      `${dir} was made by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR}: set DATABASE_URL to a server of version ${version}, or set DATA_DIR to another folder.`,
    );
  return true;
}

async function initdb(dir: string, binaries: Binaries, durable: boolean): Promise<void> {
  const { before, as } = runAs(dir, binaries);
  const [program, ...args] = [
    ...[...before, binaries.initdb, "-D", dir, "-U", "postgres", "-E", "UTF8", "--no-instructions"],
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--auth-local=trust", "--auth-host=reject", ...(durable ? [] : ["--no-sync"])],
  ] as [string, ...string[]];

  const child = spawn(program, args, {
    ...as,
    cwd: dir,
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = text(child.stderr);
  const code = await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  if (code instanceof Error || LOADER.test(await said)) throw notLoadable(binaries);
  if (code !== 0) throw new Error((await said) || `initdb ended with ${code}`);
}

/** Removes what was left by processes that were killed while they made a data folder. */
function removeLeftovers(dir: string): void {
  for (const name of readdirSync(dirname(dir))) {
    const [, pid, start] = /\.new-(\d+)\.([^.]*)\.\w+$/.exec(name) ?? [];
    if (pid && startOf(Number(pid)) !== start)
      rmSync(join(dirname(dir), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
