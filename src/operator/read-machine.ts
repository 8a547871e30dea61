import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** What the bot runs on. Sizes are in bytes. */
export type Machine = {
  /** Node's version, such as 26.10.0. */
  node: string;
  /** What is left for programs, also within a container's limit. */
  memory: number;
  /** Of the folder, or of the one that it will be made in; `free` is undefined where the system does not tell. */
  disk: { dir: string; free: number | undefined; writable: boolean };
  /** How far a zone is from UTC at a time, such as +07:00; undefined where it is not known. */
  offsetOf(zone: string, at: Date): string | undefined;
};

/** @param dataDir the folder for data, which may not be there yet */
export function readMachine(dataDir: string): Machine {
  const dir = nearest(resolve(dataDir));
  const { bavail, bsize, blocks } = statfsSync(dir);
  return {
    node: process.versions.node,
    memory: process.availableMemory(),
    disk: { dir, free: blocks > 0 ? bavail * bsize : undefined, writable: isWritable(dir) },
    offsetOf,
  };
}

const nearest = (dir: string): string => (existsSync(dir) ? dir : nearest(dirname(dir)));

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function offsetOf(zone: string, at: Date): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).offset;
  } catch {
    return undefined;
  }
}
