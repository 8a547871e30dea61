import type { Ground } from "../ground.ts";
import { isArmed, type Limit } from "./armed.ts";
import type { Rule } from "./fault.ts";

const name = "outage";

/**
 * Nobody reaches Telegram: what is under way is cut, new connections end at once, webhooks get nothing, and updates
 * wait. People go on writing.
 *
 * Source: core.telegram.org/bots/api#getting-updates: updates are kept until the bot gets them, for 24 hours.
 */
export const outage: Rule<Pick<Limit, "ms">> = { part: "calls", hooks: () => ({}), here: {} };

/** Whether the bot cannot reach Telegram, nor Telegram the bot. */
export const isOut = (g: Ground) => isArmed(g, name);
