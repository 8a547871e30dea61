import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { account } from "./account.ts";
import type { Killable } from "./killable.ts";
import { openLoad } from "./load.ts";
import { comeToRest, misses } from "./tally.ts";
import { tellAccount, tellDone } from "./tell.ts";
import { REST } from "./walk.ts";

const KILLS = 100;
/** How long a life lasts after the bot has begun to listen, at the most, in milliseconds. */
const LIFE = 1_000;
/** With so many kills of the bot its server is killed too, where that is the bot's own. */
const POWER_CUT = 10;

/** Kills the bot a hundred times at random, while people write, vote, answer and decide: all is there, once. */
export async function killHundredTimes(killable: Killable, name: string, killServer?: () => void) {
  const door = await killable.door();
  let bot = await killable.start(door);
  const load = await openLoad(killable, { quarters: 6, every: 250 });
  for (let kills = 1; kills <= KILLS; kills++) {
    await sleep(Math.random() * LIFE);
    if (kills % POWER_CUT === 0) killServer?.();
    await killable.kill(bot);
    killable.pass(REST);
    bot = await killable.start(door);
  }
  await load.end();
  await comeToRest(killable);
  const became = await account(killable);
  const power = killServer ? `, ${KILLS / POWER_CUT} of them with the server` : "";
  tellDone(`${KILLS} kills${power}, on ${name}`, load.done);
  tellAccount(`${KILLS} kills on ${name}`, became);
  expect(await misses(killable, load.done)).toEqual([]);
  expect(became.wrong).toEqual([]);
}
