import { describe } from "vitest";
import { LIMITS, SLOWNESS } from "../src/telegram/flood.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const unfinished = ({ app }: Chat) => app.db.update.count({ where: { doneAt: null } });

/** Waits in real time, the clock standing still, until only what is slow is left. */
async function untilSlow(chat: Chat, left: number) {
  for (let i = 0; i < 500 && (chat.world.pending() > 0 || (await unfinished(chat)) > left); i++)
    await pause(10);
  expect(await unfinished(chat)).toBe(left);
}

/** Lets the clock go on until everything is worked off. */
async function drain(chat: Chat) {
  for (let i = 0; i < 200 && (await unfinished(chat)) > 0; i++) {
    chat.clock.move(SLOWNESS);
    await pause(15);
  }
  await chat.settle();
}

const cards = (chat: Chat) => chat.heard("yosef", lab).filter((text) => /^TNB-\d/.test(text));

describe("a flood from one person", () => {
  test("slows nobody else in the group, is told once, and loses nothing", { timeout: 60_000 }, async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.app.db.lab.updateMany({ data: { dailyLimit: 0 } }); // A day's limit is another thing.
    chat.clock.move(120_000);
    const many = LIMITS.group + 12;
    for (let n = 1; n <= many; n++) chat.world.say(who.ana, lab, `/ide Gagasan ke-${n} dari Ana`);
    chat.world.say(who.yosef, lab, "/ide Gagasan Yosef");
    await untilSlow(chat, 12);

    const { text } = await chat.app.db.idea.findFirstOrThrow({
      where: { author: { telegramId: BigInt(who.yosef) } },
    });
    expect(text).toBe("Gagasan Yosef");
    await drain(chat);
    const ideas = await chat.app.db.idea.findMany({
      where: { author: { telegramId: BigInt(who.ana) } },
      orderBy: { number: "asc" },
    });
    expect(ideas.map(({ text }) => text)).toEqual(
      Array.from({ length: many }, (_, n) => `Gagasan ke-${n + 1} dari Ana`),
    );
    expect(cards(chat)).toHaveLength(many + 1);
    expect(chat.heard("ana").filter((text) => text.includes("pelan-pelan"))).toHaveLength(1);
    expect(chat.errors).toEqual([]);
  });

  test("goes on in its own order when more comes before it is worked off", { timeout: 60_000 }, async ({
    chat,
  }) => {
    await chat.opens();
    chat.clock.move(120_000);
    for (let n = 1; n <= LIMITS.group + 3; n++) chat.world.say(who.ana, lab, `/ide Gagasan ke-${n}`);
    await untilSlow(chat, 3);
    chat.clock.move(61_000 - SLOWNESS);
    chat.world.say(who.ana, lab, "/ide Yang terakhir");
    for (let i = 0; i < 100 && chat.world.pending() > 0; i++) await pause(10);
    await drain(chat);
    const last = await chat.app.db.idea.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(last).toMatchObject({ text: "Yang terakhir", number: LIMITS.group + 4 });
  });

  test("is no flood when a group talks, or many people vote", async ({ chat }) => {
    chat.world.setPrivacy(false);
    await chat.opens();
    await chat.says("budi", "/pengaturan rekam hidup");
    chat.clock.move(120_000);
    for (let n = 1; n <= LIMITS.elsewhere + 20; n++) chat.world.say(who.ana, lab, `Kalimat ke-${n}`);
    await untilSlow(chat, 0);
    expect(await chat.app.db.line.count({ where: { person: { telegramId: BigInt(who.ana) } } })).toBe(60);
  });
});
