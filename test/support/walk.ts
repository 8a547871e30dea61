import { expect } from "vitest";
import { account } from "./account.ts";
import type { Death } from "./bot-process.ts";
import type { Killable } from "./killable.ts";
import { openLives } from "./lives.ts";
import { atFirst, type Counts, countAll, plus, way } from "./way.ts";

/** So that a card may be drawn again at once, in milliseconds. */
export const REST = 6_000;

/**
 * Goes the way while the bot dies these deaths: after each step all is stored exactly once, and said. Returns how
 * many died, and what became of the messages.
 */
export async function walk(killable: Killable, deaths: Death[]) {
  const lives = await openLives(killable, await killable.door(), deaths);
  let expected = atFirst;
  for (const { act, done, wait = REST, ...more } of way) {
    killable.pass(wait);
    await act(killable);
    await killable.until(async () => done?.(killable) ?? true);
    await killable.settle();
    expected = plus(expected, more);
    expectThere(await countAll(killable), expected);
  }
  await lives.end();
  return { died: lives.died(), ...(await account(killable)) };
}

/** All that is stored is there once; what is said may be there twice, and then has been cut, which the account tells. */
function expectThere({ stored, said }: Counts, expected: Counts) {
  expect(stored).toEqual(expected.stored);
  for (const [what, count] of Object.entries(expected.said))
    expect(said, what).toMatchObject({ [what]: expect.toSatisfy((there: number) => there >= count) });
}
