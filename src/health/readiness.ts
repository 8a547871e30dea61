import type { Pulse } from "../bot.ts";
import type { Moving } from "./ask-store.ts";

/** So long nobody may have the right to deliver, in seconds: another process takes it over within five. */
const LEADERLESS = 10;
/** So long an update may wait while nothing is worked off, in milliseconds. */
const STUCK = 5 * 60_000;

type Facts = { pulse: Pulse | undefined; moving: Moving | undefined; now: Date };

/** What keeps the bot from serving people now, in words for the operator; nothing when it is ready. */
export function troublesOf({ pulse, moving, now }: Facts): string[] {
  const known = (trouble: string | undefined) => (trouble ? [trouble] : []);
  if (!moving) return ["the database does not answer", ...known(pulse?.flow.trouble())];
  if (!pulse) return ["the bot is starting: it waits for Telegram"];
  return [...known(pulse.flow.trouble()), ...leaderless(moving), ...stuck(pulse, moving, now)];
}

function leaderless({ leaderless: seconds }: Moving): string[] {
  if (seconds !== null && seconds <= LEADERLESS) return [];
  const since = seconds === null ? "" : ` for ${Math.floor(seconds)} s`;
  return [`no process has delivered messages${since}`];
}

/** Somebody waits, and either nobody here is at work or nothing has come of it, in any process. */
function stuck({ lanes }: Pulse, { oldest, lastDone }: Moving, now: Date): string[] {
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY);
  if (!oldest || since(oldest) <= STUCK) return [];
  const idle = lanes.running + lanes.waiting === 0;
  if (!idle && since(lastDone) <= STUCK) return [];
  return [`updates do not flow: one has waited for ${Math.floor(since(oldest) / 60_000)} min`];
}
