import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { explainStore } from "./explain-store.ts";
import { openStore } from "./open-store.ts";
import { type Replayed, replayUpdate } from "./replay-update.ts";

type Means = { settings: () => Config; write: (text: string) => void };

/** Replays the update, or all, that the operator names. Says in one line what became of it; 1 when nothing did. */
export async function runReplay([which, ...more]: string[], { settings, write }: Means): Promise<0 | 1> {
  const { done, said } = await replay(settings(), more.length > 0 ? undefined : which);
  write(`${said}\n`);
  return done ? 0 : 1;
}

async function replay(config: Config, which: string | undefined): Promise<Replayed> {
  try {
    const opened = await openStore(config, createLog({ log: { level: "silent" }, secrets: [] }));
    if (!opened) return { done: false, said: "There is no database yet, so nothing is kept." };
    try {
      return await replayUpdate(opened.db, which);
    } finally {
      await opened.close();
    }
  } catch (error) {
    const { what, todo } = explainStore(error, config.database);
    return { done: false, said: `The database ${what}: ${todo}.` };
  }
}
