import { type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { PostgresError } from "./postgres-error.ts";

/** How to start a PostgreSQL program: what stands before it, and as whom. */
export type RunAs = { before: string[]; as: Pick<SpawnOptions, "uid" | "gid"> };

/** What the programs see of the environment: not the bot's secrets, nor settings meant for other servers. */
export const ENVIRONMENT = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin", LC_ALL: "C" };

const MYSELF: RunAs = { before: [], as: {} };

/**
 * Decides as whom the server of the data folder `dir` runs, since PostgreSQL refuses to run as root, or as a user
 * without a name. A normal user runs it himself. Root runs it as the folder's owner; where that is root, inside a user
 * namespace; where that is forbidden, as nobody, to whom the folder is then given.
 */
export function runAs(dir: string, { postgres }: Binaries): RunAs {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return MYSELF;
  const { uid, gid } = statSync(dir);
  if (isRoot && uid !== 0) return { before: [], as: { uid, gid } };

  const id = nobody();
  const namespace = ["unshare", "--user", `--map-user=${id}`, `--map-group=${id}`, "--"];
  if (spawnSync("unshare", [...namespace.slice(1), "true"]).status === 0)
    return { before: namespace, as: {} };
  if (!isRoot) return MYSELF;

  give(dir, id);
  const as = { uid: id, gid: id };
  if (spawnSync(postgres, ["--version"], as).status === 0 && spawnSync("test", ["-w", dir], as).status === 0)
    return { before: [], as };
  give(dir, 0);
  throw new PostgresError(
    `PostgreSQL does not run as root, and nobody else may enter ${dirname(dir)}: run the bot as a normal user, or put it and DATA_DIR into folders that everybody may enter.`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/** The id of the user called nobody, else of any user who is not root. */
function nobody(): number {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter(([, , id]) => Number(id) > 0);

  return Number((users.find(([name]) => name === "nobody") ?? users[0])?.[2] ?? 65_534);
}

/** Makes everything in the data folder `path` belong to user `id`, and lets him pass through the folder around it. */
function give(path: string, id: number): void {
  chmodSync(dirname(path), statSync(dirname(path)).mode | 0o011);
  chownSync(path, id, id);
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }))
    chownSync(join(path, name), id, id);
}
