import type { Ground } from "../ground.ts";
import type { Limit } from "./armed.ts";
import type { Rule } from "./fault.ts";
import { strikes } from "./strike.ts";

/** How long a press lives, in milliseconds. */
export const pressLife = 150_000;

/**
 * A press lives for 150 s. It is dropped when the bot has not fetched it by then, and refused when the bot answers it
 * later. Armed, the fault makes every press too old to be answered.
 *
 * Source: tdlib/telegram-bot-api, Client.cpp, `add_new_callback_query` (a timeout of 150), and `QUERY_ID_INVALID` in
 * `fail_query_with_error` for the words.
 */
export const expiredPress: Rule<Limit & { person?: number }> = {
  part: "updates",
  here: {},
  hooks: (_, { person }) => ({ expires: (who) => person === undefined || person === who }),
};

/** Whether a press of `person` at `at` (milliseconds since 1970) can no longer be answered. */
export const isExpired = (g: Ground, { at, person }: { at: number; person: number }) =>
  g.clock.now().getTime() - at > pressLife || strikes(g, (fault) => fault.expires?.(person));
