import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { account } from "./support/account.ts";
import { test } from "./support/killable.ts";
import { openLoad } from "./support/load.ts";
import { expectNoRepetition } from "./support/no-repetition.ts";
import { comeToRest, misses } from "./support/tally.ts";
import { tellAccount, tellDone } from "./support/tell.ts";
import { REST } from "./support/walk.ts";
import { atFirst, countAll, plus, way } from "./support/way.ts";

const LONG = 120_000;

test("killed while people write, vote, answer and decide, it keeps all of it, once, and tells it", {
  timeout: LONG,
}, async ({ killable }) => {
  const door = await killable.door();
  let bot = await killable.start(door);
  const load = await openLoad(killable, { quarters: 3, every: 60 });
  for (let kills = 0; kills < 5; kills++) {
    await sleep(300 + Math.random() * 500);
    await killable.kill(bot);
    killable.pass(REST);
    bot = await killable.start(door);
  }
  await load.end();
  await comeToRest(killable);
  const became = await account(killable);
  tellDone("5 kills under load", load.done);
  tellAccount("5 kills under load", became);
  expect(await misses(killable, load.done)).toEqual([]);
  expect(became.wrong).toEqual([]);
});

test("two bots on one database do everything once, and when one is killed the other goes on", {
  timeout: LONG,
}, async ({ killable }) => {
  const first = await killable.start(await killable.door());
  await killable.start(await killable.door());
  let expected = atFirst;
  for (const [n, step] of way.slice(0, 4).entries()) {
    if (n === 2) await killable.kill(first);
    await step.act(killable);
    await killable.settle();
    expected = plus(expected, step);
    expect(await countAll(killable)).toEqual(expected);
  }
  expectNoRepetition(killable);
});
