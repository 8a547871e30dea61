import type { UserFromGetMe } from "telegraf/types";
import type { App } from "../app.ts";
import { backoff, Refused } from "../outbox/outcome.ts";
import type { Api } from "./api.ts";

/** Who the bot is, as Telegram knows it. */
export type Me = UserFromGetMe;

/**
 * Asks Telegram who the bot is, until it answers: at start the line may be down.
 * @throws Refused when the token is wrong
 */
export async function meet({ log }: Pick<App, "log">, { call }: Api, signal: AbortSignal): Promise<Me> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await call<Me>("getMe", {}, { signal });
    } catch (error) {
      if (signal.aborted || (error instanceof Refused && [401, 404].includes(error.code))) throw error;
      log.warn({ err: error, attempts }, "Telegram is not there yet");
      await new Promise((resolve) => setTimeout(resolve, Math.min(backoff(attempts), 10_000)));
    }
  }
}
