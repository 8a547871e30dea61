import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresError } from "./postgres-error.ts";
import { startOf } from "./processes.ts";

/** How long somebody may take to stop the server, in milliseconds; he has given up long before. */
const PATIENCE = 20_000;

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
  await othersHaveLeft(dir, mine);

  return {
    async end(last) {
      const leaving = `${mine}.leaving`;
      moveUnlessGone(mine, leaving);
      try {
        if (others(dir, leaving).every(isLeaving)) await last();
      } finally {
        rmSync(leaving, { force: true });
      }
    },
  };
}

async function othersHaveLeft(dir: string, mine: string): Promise<void> {
  const from = performance.now();
  while (true) {
    const leaver = others(dir, mine).find(isLeaving);
    if (!leaver) return;
    if (performance.now() - from > PATIENCE) {
      rmSync(mine, { force: true });
      throw new PostgresError(
        `Process ${leaver.split(".")[0]} has been stopping the database for too long: end it, then start again.`,
      );
    }
    await sleep(20);
  }
}

/** A container that shares the folder sees no process behind the file, and has then removed it. */
function moveUnlessGone(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

const isLeaving = (name: string) => name.endsWith(".leaving");

/** The names of the other users' files whose processes live; files of dead ones are removed. */
function others(dir: string, mine: string): string[] {
  if (!existsSync(dir)) return [];

  return readdirSync(dir).filter((name) => {
    if (join(dir, name) === mine) return false;
    const [pid, start] = name.split(".");
    if (startOf(Number(pid)) === start) return true;
    rmSync(join(dir, name), { force: true });
    return false;
  });
}
