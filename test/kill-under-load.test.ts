import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { heard, test } from "./support/killable.ts";
import { expectNoRepetition, expectOnlyCutOnesTwice, plus } from "./support/no-repetition.ts";
import { atFirst, countAll, way } from "./support/way.ts";

const LONG = 120_000;
/** So that a card may be drawn again at once. */
const REST = 6_000;

/** Groups of their own, each with a lab, and one member who writes ideas there. */
const places = [1, 2, 3].map((n) => ({
  id: -1_001_000_001_000 - n,
  title: `Lab Pulau ${n}`,
  person: 2000 + n,
}));
const ROUNDS = 4;

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
  for (const [n, step] of way.slice(0, 4).entries()) {
    if (n === 2) await killable.kill(first);
    await step.act(killable);
    await killable.settle();
    expected = plus(expected, step);
    expect(await countAll(killable)).toEqual(expected);
  }
  expectNoRepetition(killable);
});
