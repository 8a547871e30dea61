import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "vitest";
import { type Killable, test } from "./support/killable.ts";
import { atFirst, type Counts, countAll, everything, type Step, way } from "./support/way.ts";

const LONG = 120_000;
/** So that a card may be drawn again at once. */
const REST = 6_000;

const plus = ({ stored, said }: Counts, step: Step): Counts => ({
  stored: { ...stored, ...step.stored },
  said: { ...said, ...step.said },
});

/** No two messages in one chat that say the same, and no more sent than are there. */
function expectNoRepetition(killable: Killable) {
  for (const messages of Object.values(everything(killable))) {
    const texts = messages.map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
  }
  const sent = killable.world.calls().filter(({ method, ok }) => method === "sendMessage" && ok);
  expect(sent).toHaveLength(Object.values(everything(killable)).flat().length);
}

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
      await sleep(n * 8);
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

/** A message is there once, or as often as its sending was begun: nobody can know what a cut line carried. */
async function expectOnlyCutOnesTwice({ db, world }: Killable) {
  const rows = await db.outbox.findMany({
    where: { kind: "message" },
    select: { id: true, attempts: true, state: true },
  });
  const sent = world.calls().filter(({ method, ok }) => method === "sendMessage" && ok).length;
  const begun = rows.reduce((sum, { attempts }) => sum + attempts, 0);
  expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(rows.length);
  expect(sent).toBeLessThanOrEqual(begun);
}
