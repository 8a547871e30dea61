import type { App } from "../app.ts";
import { isAway } from "../db.ts";

/** How long to wait before the store is asked again, in milliseconds, and how often when it is there and refuses. */
const WAIT = 500;
const TRIES = 20;

/** Writes what Telegram did, however long the store is away: nobody else knows it. */
export async function insist({ clock, log }: Pick<App, "clock" | "log">, write: () => Promise<unknown>) {
  for (let tries = 1; ; tries++) {
    try {
      return void (await write());
    } catch (err) {
      if (tries >= TRIES && !isAway(err)) throw err;
      if (tries === 1) log.warn({ err }, "not recorded yet");
      await clock.sleep(WAIT);
    }
  }
}
