import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Store } from "../db.ts";
import { askTime } from "./ask-time.ts";
import { apiOf } from "./check-token.ts";
import { doubtful, type Finding, fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** From here on a difference is to be looked at, and is too large; in seconds. */
const MUCH = 5;
const TOO_MUCH = 60;
/** Telegram tells whole seconds: half of one is missing on the average; in milliseconds. */
const CUT = 500;

/** How far this machine's clock is from the database's and from Telegram's. Who cannot be asked is left out. */
export const checkClock: Check = async ({ config, clock, store, telegram }) => {
  const [database, bots] = await Promise.all([
    store.then((db) => db && drift(clock, () => timeOf(db))).catch(() => undefined),
    telegram && drift(clock, () => timeAt(config.telegram)).catch(() => undefined),
  ]);
  return [
    ...(database === undefined ? [] : [judge("the database's clock", database)]),
    ...(bots === undefined ? [] : [judge(`the clock of ${apiOf(config)}`, bots)]),
  ];
};

const timeAt = async (telegram: Config["telegram"]) => new Date((await askTime(telegram)).getTime() + CUT);

const timeOf = async (db: Store): Promise<Date> => {
  const [row] = await db.$queryRaw<{ at: Date }[]>`select clock_timestamp() as at`;
  return row?.at as Date;
};

/** How many milliseconds this clock is ahead of another one; half of the way there and back is taken off. */
async function drift(clock: Clock, ask: () => Promise<Date>): Promise<number> {
  const before = clock.now().getTime();
  const theirs = (await ask()).getTime();
  return (before + clock.now().getTime()) / 2 - theirs;
}

function judge(whose: string, ms: number): Finding {
  const seconds = Math.abs(ms) / 1000;
  if (seconds < MUCH) return fine(`agrees with ${whose}`);
  const what = `this machine is ${Math.round(seconds)} s ${ms > 0 ? "ahead of" : "behind"} ${whose}`;
  const todo = "set the clock that is wrong, and keep it by NTP (timedatectl set-ntp true)";
  return seconds < TOO_MUCH ? doubtful(what, todo) : wrong(what, todo);
}
