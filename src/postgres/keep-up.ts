import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type Postmaster, readPostmaster } from "./postmaster.ts";

type Ways = {
  /** Starts the server, and waits until it answers. */
  start: () => Promise<Postmaster>;
  log?: Pick<Logger, "warn" | "error"> | undefined;
};

/** How often it is looked whether the server still runs, in milliseconds. */
const LOOK = 1_000;

/**
 * Starts the server of `dir` again whenever it ended though nobody here stopped it: killed since memory was short, or
 * given up when the disk was full. What its end cut is tried again by whoever asked. `stop` resolves once nothing is
 * being started any more.
 */
export function keepUp(dir: string, { start, log }: Ways): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const look = async () => {
    if (readPostmaster(dir)) return;
    log?.warn("database ended by itself");
    const { pid } = await start();
    log?.warn({ pid }, "database started again");
  };
  const keeping = (async () => {
    while (!signal.aborted) {
      await sleep(LOOK, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await look().catch((err) => log?.error({ err }, "database does not start"));
    }
  })();
  return {
    stop() {
      ending.abort();
      return keeping;
    },
  };
}
