import type { Update } from "telegraf/types";
import { sentIn } from "./sent.ts";

/** So much may one person ask in a group, or elsewhere, within a minute; what goes beyond it is worked off slowly. */
export const LIMITS = { group: 15, elsewhere: 40 };
export const WITHIN = 60_000;

/** From here on a lane is a person's own, for what was too much at once: this, and the person's Telegram id. */
export const SLOW = 2n ** 60n;
/** One in so many milliseconds: a group's twenty messages a minute are then still there for others. */
export const SLOWNESS = 6_000;

export const isSlow = (lane: bigint) => lane >= SLOW;
export const askerIn = (lane: bigint) => lane - SLOW;

/** Who asks something of the bot: with a word in private, a command, a reply to the bot, or a press. */
export function askerOf(update: Update): number | null {
  const sent = sentIn(update);
  const asks = "callback_query" in update || sent?.isPrivate || sent?.toBot;
  return sent && asks ? sent.by : null;
}
