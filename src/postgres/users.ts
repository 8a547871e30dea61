import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startOf } from "./processes.ts";

/**
 * Who uses the server: one empty file each, named `<pid>.<start>.<random>`, with `.leaving` behind it from when its
 * owner looks whether it is the last one until the server has stopped. A file whose process is gone does not count.
 *
 * Each says first what it does, then looks at the others. So of one that leaves while another comes, at least one
 * sees the other: the one that leaves then lets the server run, and the one that comes waits.
 */
export type Use = {
  /** Ends this use. `last` runs, once, when nobody else uses the server. */
  end(last: () => Promise<void>): Promise<void>;
};

/** Registers this process as a user in the folder `dir`, and waits for those who are just stopping the server. */
export async function use(dir: string): Promise<Use> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const mine = join(dir, `${process.pid}.${startOf(process.pid)}.${randomBytes(4).toString("hex")}`);
  writeFileSync(mine, "", { flag: "wx" });
  while (others(dir, mine).some(isLeaving)) await sleep(20);

  return {
    async end(last) {
      const leaving = `${mine}.leaving`;
      renameSync(mine, leaving);
      try {
        if (others(dir, leaving).every(isLeaving)) await last();
      } finally {
        rmSync(leaving, { force: true });
      }
    },
  };
}

const isLeaving = (name: string) => name.endsWith(".leaving");

/** The names of the other users' files whose processes live; files of dead ones are removed. */
function others(dir: string, mine: string): string[] {
  return readdirSync(dir).filter((name) => {
    if (join(dir, name) === mine) return false;
    const [pid, start] = name.split(".");
    if (startOf(Number(pid)) === start) return true;
    rmSync(join(dir, name), { force: true });
    return false;
  });
}
