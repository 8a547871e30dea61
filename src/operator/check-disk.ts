import { sizeOf } from "./figures.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";
import type { Machine } from "./read-machine.ts";

/** Below these the disk is nearly full, and too full; in bytes. */
const LITTLE = 2 ** 30;
const TOO_LITTLE = 200 * 2 ** 20;

/** How much is free where the data are, and whether they may be written. With a database elsewhere nothing is. */
export const checkDisk: Check = async ({ config: { database, playground }, machine: { disk } }) => {
  const isUsed = !database.url || playground;
  return isUsed && !disk.writable ? [roomOf(disk), refusalOf(disk)] : [roomOf(disk)];
};

function roomOf({ dir, free }: Machine["disk"]): Finding {
  if (free === undefined) return fine(`${dir} does not tell how much is free`);
  const left = `${sizeOf(free)} free at ${dir}`;
  const todo = "free some space there, or set DATA_DIR to a folder on another disk";
  if (free < TOO_LITTLE) return wrong(left, todo);
  return free < LITTLE ? doubtful(left, todo) : fine(left);
}

const refusalOf = ({ dir }: Machine["disk"]) =>
  wrong(`${dir} cannot be written to`, "make this user its owner, or set DATA_DIR to another folder");
