import { describe, expect } from "vitest";
import { test } from "./support/killable.ts";
import { expectNoRepetition } from "./support/no-repetition.ts";
import { REST } from "./support/walk.ts";
import { atFirst, countAll, plus, way } from "./support/way.ts";

describe("killing the bot with kill -9", () => {
  test("between any two steps loses nothing and repeats nothing", { timeout: 120_000 }, async ({
    killable,
  }) => {
    const door = await killable.door();
    let expected = atFirst;
    let bot = await killable.start(door);
    for (const { act, done, wait = REST, ...more } of way) {
      await killable.kill(bot);
      killable.pass(wait);
      await act(killable);
      bot = await killable.start(door);
      await killable.until(async () => done?.(killable) ?? true);
      await killable.settle();
      expected = plus(expected, more);
      expect(await countAll(killable)).toEqual(expected);
      expectNoRepetition(killable);
    }
  });
});
