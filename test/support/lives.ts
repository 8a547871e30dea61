import type { Death } from "./bot-process.ts";
import type { BotProcess } from "./bots.ts";
import type { Killable } from "./killable.ts";

/**
 * One bot after the other: whenever one has died the next one starts, with the next of these deaths before it; when
 * there are no more, it lives on.
 */
export async function openLives({ start, kill }: Killable, door: string, deaths: Death[]) {
  const left = [...deaths];
  let died = 0;
  let over = false;
  let bot: BotProcess | undefined;
  const die = () => {
    died++;
    if (!over) living = live();
  };
  const live = async (): Promise<void> => {
    bot = await start(door, { die: left.shift() }).catch(() => undefined); // It may die before it listens.
    if (bot) void bot.ended.then(() => over || die());
    else die();
  };
  let living = live();
  await living;

  return {
    /** How many have died so far. */
    died: () => died,
    async end() {
      over = true;
      await living;
      if (bot) await kill(bot);
    },
  };
}
