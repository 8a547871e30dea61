import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresError } from "./postgres-error.ts";

/** The longest path that a Unix socket may have on every system, in bytes (macOS has 103, Linux 107). */
const LONGEST = 103;
const SOCKET = ".s.PGSQL.5432";

/**
 * Where the server of the data folder `dir` puts its socket: into that folder, which only its owner may enter, or,
 * when that path is too long for a socket, into a short private folder among the temporary ones.
 */
export function socketDir(dir: string): string {
  if (Buffer.byteLength(join(dir, SOCKET)) <= LONGEST) return dir;

  const { uid, gid } = statSync(dir);
  const short = join(tmpdir(), `lumbung-${createHash("sha256").update(dir).digest("hex").slice(0, 16)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  if (found.uid !== uid && process.getuid?.() === 0 && found.uid === 0) chownSync(short, uid, gid);
  else if (found.uid !== uid || !found.isDirectory() || (found.mode & 0o077) !== 0)
    throw new PostgresError(
      `${short} belongs to somebody else: set DATA_DIR to a folder with a shorter path.`,
    );

  return short;
}
