import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "vitest";
import { test } from "./support/killable.ts";
import { expectNoRepetition, expectOnlyCutOnesTwice, plus } from "./support/no-repetition.ts";
import { atFirst, countAll, way } from "./support/way.ts";

const LONG = 120_000;
/** So that a card may be drawn again at once. */
const REST = 6_000;

describe("killing the bot with kill -9", () => {
  test("between any two steps loses nothing and repeats nothing", { timeout: LONG }, async ({ killable }) => {
    const door = await killable.door();
    let expected = atFirst;
    let bot = await killable.start(door);
    for (const step of way) {
      await killable.kill(bot);
      killable.clock.move(step.wait ?? REST);
      bot = await killable.start(door);
      await killable.settle();
      if (step !== way.at(-1)) expect(await countAll(killable)).toEqual(expected);

      await step.act(killable);
      if (step.done) await killable.until(() => step.done?.(killable) ?? Promise.resolve(true));
      await killable.settle();
      expected = plus(expected, step);
      expect(await countAll(killable)).toEqual(expected);
      expectNoRepetition(killable);
    }
    await killable.kill(bot);
    killable.clock.move(REST);
    await killable.start(door);
    await killable.settle();
    expect(await countAll(killable)).toEqual(expected);
    expectNoRepetition(killable);
  });

  test("in the midst of a step loses nothing, and stores nothing twice", { timeout: LONG }, async ({
    killable,
  }) => {
    const door = await killable.door();
    let expected = atFirst;
    let bot = await killable.start(door);
    for (const [n, step] of way.entries()) {
      await step.act(killable);
      await sleep(n * 9);
      await killable.kill(bot);
      killable.clock.move(step === way.at(-2) ? 0 : (step.wait ?? REST));
      bot = await killable.start(door);
      if (step.done) await killable.until(() => step.done?.(killable) ?? Promise.resolve(true));
      await killable.settle();
      expected = plus(expected, step);
      const { stored, said } = await countAll(killable);
      expect(stored).toEqual(expected.stored);
      for (const [name, count] of Object.entries(expected.said)) {
        if (count > 0)
          expect(said, name).toMatchObject({ [name]: expect.toSatisfy((there: number) => there >= count) });
      }
    }
    await expectOnlyCutOnesTwice(killable);
  });
});
