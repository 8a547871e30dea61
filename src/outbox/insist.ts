import type { App } from "../app.ts";

/** How long to wait before the store is asked again, in milliseconds, and how often. */
const WAIT = 500;
const TRIES = 240;

/** Writes what Telegram did, also when the store is away for a while: nobody else knows it. */
export async function insist({ clock, log }: Pick<App, "clock" | "log">, write: () => Promise<unknown>) {
  for (let tries = 1; ; tries++) {
    try {
      return void (await write());
    } catch (err) {
      if (tries === TRIES) throw err;
      if (tries === 1) log.warn({ err }, "not recorded yet");
      await clock.sleep(WAIT);
    }
  }
}
