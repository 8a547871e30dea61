import { describe } from "vitest";
import { routes } from "../src/telegram/routes.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { forgedPress, stored } from "./support/forge.ts";

const OTHER = -1001000000077;

/** Two labs: Ana's with one idea, and another group's, whose facilitator has an idea there. */
async function twoLabs(chat: Chat) {
  await chat.opens();
  await chat.starts("ana");
  await chat.says("ana", "/ide Perahu puskesmas keliling");
  const sari = who.sari;
  chat.world.addGroup({ id: OTHER, title: "Lab Lain", type: "supergroup", creator: sari, members: [sari] });
  chat.world.addBot(OTHER, sari, true);
  await chat.settle();
  await chat.says("sari", "/ide Rahasia lab lain", { in: OTHER });
  const mine = await chat.app.db.idea.findFirstOrThrow({ orderBy: { id: "asc" } });
  const theirs = await chat.app.db.idea.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { mine: mine.id, theirs: theirs.id };
}

/** Every button of the table. */
const buttons = routes({ db: undefined as never, llm: undefined }).filter(({ menu, event, name, match }) => {
  if (menu || event) return false;
  return match({ callbackQuery: { data: name }, state: {} } as never) !== undefined;
});

describe("a forged press", () => {
  test("of any button, on anything that is not there or of another lab, changes nothing and is answered", {
    timeout: 120_000,
  }, async ({ chat }) => {
    const { theirs } = await twoLabs(chat);
    const before = await stored(chat);
    expect(buttons.length).toBeGreaterThan(20);
    const never = new Set(["lab", "setLanguage"]); // Whoever presses them changes what is his or her own.
    for (const { name } of buttons.filter(({ name }) => !never.has(name))) {
      for (const [first, second] of [
        [theirs, "name"],
        [theirs, "support"],
        ["", ""],
        ["0", "x"],
        ["-5", "1"],
        [2 ** 40, "a"],
        ["1e3", "99"],
        ["'; drop", "<b>"],
      ]) {
        const data = `${name}:${first}:${second}`.slice(0, 64);
        chat.clock.move(5_000); // So that it is no flood.
        const { text } = await forgedPress(chat, who.yosef, { data });
        const heard = text ?? chat.heard("yosef", lab).at(-1);
        expect(heard, data).toBeTruthy();
        expect(await stored(chat), data).toBe(before);
      }
    }
    // What was to be changed was no message of the bot's: that is all that may have gone wrong.
    expect(chat.errors.filter((error) => !("outbox" in (error as object)))).toEqual([]);
  });

  test("of a role's buttons by a member changes nothing and says whose they are", {
    timeout: 60_000,
  }, async ({ chat }) => {
    const { mine } = await twoLabs(chat);
    await chat.is("bupati", "leader");
    const before = await stored(chat);
    const chatId = 1;
    for (const data of [
      `approve:${mine}:yes`,
      `decide:${mine}:support`,
      `reopen:${mine}`,
      `split:${chatId}`,
      "untake:1:facilitator",
      "makeInvitation:leader",
      "set:model",
      "set:rekam",
      "pick:zona:Asia/Makassar",
    ]) {
      const { text, show_alert } = await forgedPress(chat, who.yosef, { data });
      expect([text, show_alert], data).toEqual([expect.stringMatching(/hanya untuk|peran/i), true]);
      expect(await stored(chat), data).toBe(before);
    }
  });

  test("by somebody who is no member, in a private chat, opens nothing of the lab", async ({ chat }) => {
    const { mine } = await twoLabs(chat);
    await chat.starts("sari");
    const before = await stored(chat);
    for (const data of [
      `details:${mine}`,
      `vote:${mine}`,
      `follow:${mine}`,
      `decide:${mine}:support`,
      `summarise:${mine}:day`,
    ]) {
      const { text } = await forgedPress(chat, who.sari, { data, chat: who.sari });
      expect(text ?? "", data).not.toContain("Perahu");
      expect(await stored(chat), data).toBe(before);
    }
    expect(chat.heard("sari").join()).not.toContain("Perahu");
  });
});

describe("an invitation", () => {
  test("that was taken up, revoked, or is older than a week opens nothing, and says so", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    const newest = async () => {
      await chat.tells("budi", "/undang pimpinan");
      return [...JSON.stringify(chat.sees("budi")).matchAll(/start=([\w-]{20,})/g)].at(-1)?.[1] ?? "";
    };
    const first = await newest();
    await chat.starts("bupati", first);
    await chat.starts("yosef", first);
    expect(chat.heard("yosef").at(-1)).toMatch(/tidak berlaku|sudah dipakai/i);

    const second = await newest();
    await chat.pass(8 * 86_400_000);
    await chat.starts("yosef", second);
    expect(chat.heard("yosef").at(-1)).toMatch(/tidak berlaku|kedaluwarsa|sudah/i);
    await chat.starts("yosef", `${second.slice(0, -1)}x`);
    const leaders = await chat.app.db.membership.findMany({ where: { roles: { has: "leader" } } });
    expect(leaders).toHaveLength(1);
  });
});
