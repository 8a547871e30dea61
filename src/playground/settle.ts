import type { App } from "../app.ts";
import type { Bot } from "../bot.ts";
import type { MovableClock } from "../clock.ts";
import type { World } from "./world.ts";

export type Stage = { app: App; bot: Bot; clock: MovableClock; world: World };

/** What is due within this time is waited for, by moving the clock; in milliseconds. */
const HORIZON = 8_000;
/** More rounds than this, in which nothing more was finished, mean that the bot never comes to rest. */
const ROUNDS = 4_000;
/** After so many rounds, each of some milliseconds, time is what is missing. */
const STUCK = 250;

/**
 * Waits until the bot has nothing more to do: nothing unfetched, no update unfinished, no message or card due.
 * Where only time is missing (a card's second, Telegram's pace), the clock is moved just so far.
 */
export async function settle({ app, bot, clock, world }: Stage) {
  let looked = false;
  let still = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; ) {
    await new Promise((resolve) => setTimeout(resolve, 3));
    if (++round % STUCK === 0) moveToNextWake(clock); // Something waits for the clock, and says so to nobody.
    if (world.pending() > 0 || !bot.idle()) {
      still = 0;
      continue;
    }
    const { open, at } = await left(app);
    if (open < fewest) {
      fewest = open;
      round = 0; // One who sent very much is worked off slowly.
    }
    if (open > 0) continue;
    const wait = at === null ? Number.POSITIVE_INFINITY : at.getTime() - clock.now().getTime();
    if (wait > HORIZON) {
      if (looked) return;
      looked = true;
      await bot.moved();
      continue;
    }
    still++;
    if (wait > 0) clock.move(wait);
    else if (still > 5) moveToNextWake(clock);
  }
  throw new Error(`the bot did not come to rest: ${JSON.stringify(await left(app))}`);
}

/** Something is due but held by the pace: its sleeper says until when. */
function moveToNextWake(clock: MovableClock) {
  const next = clock.nextWake();
  if (next) clock.move(Math.max(1, next.getTime() - clock.now().getTime()));
}

/** What is for a group that the bot left waits for its return, and is nothing to wait for. */
async function left({ db }: App): Promise<{ open: number; at: Date | null }> {
  const [row] = await db.$queryRaw<{ open: number; at: Date | null }[]>`
    select ((select count(*) from "Update" where "doneAt" is null)
      + (select count(*) from "Outbox" where state = 'sending'))::int as open,
      least((select min("dueAt") from "Outbox" o join "Chat" c on c.id = o."chatId"
          where state = 'queued' and c."leftAt" is null),
        (select min(greatest("staleAt" + interval '1 second', "drawnAt" + interval '5 seconds'))
          from "Post" p join "Chat" c on c.id = p."chatId"
          where "staleAt" is not null and "messageId" is not null and view is not null and c."leftAt" is null)) as at`;
  return row ?? { open: 0, at: null };
}
