import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "vitest";
import { heard, type Killable, test } from "./support/killable.ts";
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

/** Groups of their own, each with a lab, and one member who writes ideas there. */
const places = [1, 2, 3].map((n) => ({
  id: -1_001_000_001_000 - n,
  title: `Lab Pulau ${n}`,
  person: 2000 + n,
}));
const ROUNDS = 6;

test("killed while ideas come in from everywhere, it keeps each one, and shows it once", {
  timeout: LONG,
}, async ({ killable }) => {
  const { world, clock, db } = killable;
  const door = await killable.door();
  for (const { id, title, person } of places) {
    world.addPerson({ id: person, first_name: `Warga ${person}`, language_code: "id" });
    world.addGroup({ id, title, type: "supergroup", creator: person, members: [person] });
    world.addBot(id, person, true);
  }
  let bot = await killable.start(door);
  await killable.settle();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { id, person } of places) world.say(person, id, `/ide Gagasan${round} dari ${person}`);
    await sleep((round * 60) / (ROUNDS - 1));
    await killable.kill(bot);
    clock.move(REST);
    bot = await killable.start(door);
  }
  await killable.settle();

  for (const { id, person } of places) {
    for (let round = 0; round < ROUNDS; round++) {
      const idea = await db.idea.findMany({ where: { text: `Gagasan${round} dari ${person}` } });
      expect(idea).toHaveLength(1);
      const [card] = await db.outbox.findMany({
        where: { post: { about: "idea", aboutId: idea[0]?.id ?? 0 } },
      });
      const cards = heard(world, person, id).filter(({ text }) =>
        text.includes(`Gagasan${round} dari`),
      ).length;
      expect(cards).toBeGreaterThanOrEqual(1);
      expect(cards).toBeLessThanOrEqual(card?.attempts ?? 0);
    }
  }
  await expectOnlyCutOnesTwice(killable);
});

test("two bots on one database do everything once, and when one is killed the other goes on", {
  timeout: LONG,
}, async ({ killable }) => {
  const first = await killable.start(await killable.door());
  await killable.start(await killable.door());
  let expected = atFirst;
  for (const [n, step] of way.slice(0, 5).entries()) {
    if (n === 3) await killable.kill(first);
    await step.act(killable);
    await killable.settle();
    expected = plus(expected, step);
    expect(await countAll(killable)).toEqual(expected);
  }
  expectNoRepetition(killable);
});
