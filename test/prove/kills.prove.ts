import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { account } from "../support/account.ts";
import { openLoad } from "../support/load.ts";
import { places } from "../support/places.ts";
import { comeToRest, misses } from "../support/tally.ts";
import { tellAccount, tellDone } from "../support/tell.ts";
import { REST } from "../support/walk.ts";

const KILLS = 100;
/** With so many kills of the bot its server is killed too, where that is the bot's own. */
const POWER_CUT = 10;

for (const [name, test] of Object.entries(places)) {
  test(`killed ${KILLS} times at random under load on ${name}, it has done all, once`, async ({
    killable,
    place,
  }) => {
    const door = await killable.door();
    let bot = await killable.start(door);
    const load = await openLoad(killable, { quarters: 6, every: 150 });
    for (let kills = 1; kills <= KILLS; kills++) {
      await sleep(Math.random() * 700);
      if (kills % POWER_CUT === 0) place.killServer?.();
      await killable.kill(bot);
      killable.pass(REST);
      bot = await killable.start(door);
    }
    await load.end();
    await comeToRest(killable);
    const became = await account(killable);
    const power = place.killServer ? `, ${KILLS / POWER_CUT} of them with the server` : "";
    tellDone(`${KILLS} kills${power}, on ${name}`, load.done);
    tellAccount(`${KILLS} kills on ${name}`, became);
    expect(await misses(killable, load.done)).toEqual([]);
    expect(became.wrong).toEqual([]);
  });
}
