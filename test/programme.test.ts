import { describe } from "vitest";
import { menuOf, ownMenu } from "../src/telegram/menus.ts";
import { routes } from "../src/telegram/routes.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { forgedPress, stored } from "./support/forge.ts";
import { labels, last, presses } from "./support/opens.ts";
import { opensTwo, PASER } from "./support/two-labs.ts";

const DAY = 86_400_000;

const paser = async (chat: Chat) => chat.app.db.lab.findUniqueOrThrow({ where: { code: "PSR" } });

describe("/program", () => {
  test("lists the labs to an admin who is in none: ideas, waiting, undecided, silent", async ({ chat }) => {
    await opensTwo(chat, { admitted: false });
    await chat.says("sari", "/ide Perahu puskesmas keliling", { in: PASER });
    await chat.tells("bupati", "/program");
    expect(last(chat, "bupati")).toContain("Semua lab · 2 lab, 0 ikut pertukaran");
    expect(last(chat, "bupati")).toContain(
      "PSR Kab. Paser\n1 ide · 1 menunggu mentor · 0 belum diputuskan\nTNB Lab Tanimbar\n1 ide",
    );
    await chat.app.db.feedback.create({
      data: {
        ...{ ideaId: 1, personId: 1, role: "mentor", text: "Bagus", givenAt: chat.clock.now() },
      },
    });
    await chat.pass(15 * DAY);
    await chat.tells("bupati", "/program");
    expect(last(chat, "bupati")).toContain(
      "TNB Lab Tanimbar\n1 ide · 0 menunggu mentor · 1 belum diputuskan · 💤 sepi 15 hari",
    );
    expect(chat.errors).toEqual([]);
  });

  test("opens a lab, finds one by its name, and lists who is in the exchange", async ({ chat }) => {
    await opensTwo(chat, { admitted: false });
    await chat.tells("bupati", "/program paser");
    expect(last(chat, "bupati")).toContain("1 lab bernama “paser”");
    await presses(chat, "bupati", "PSR");
    expect(last(chat, "bupati")).toContain("Kab. Paser · kode PSR\nBelum ikut pertukaran");
    expect(last(chat, "bupati")).toContain("Fasilitator: Sari");
    await presses(chat, "bupati", "Semua lab");
    await presses(chat, "bupati", "Sudah ikut");
    expect(last(chat, "bupati")).toContain("Belum ada lab yang ikut");
    await chat.tells("bupati", "/program atlantis%");
    expect(last(chat, "bupati")).toContain("Tidak ada lab bernama “atlantis%”");
    expect(chat.errors).toEqual([]);
  });

  test("turns pages of five hundred labs", async ({ chat }) => {
    await opensTwo(chat, { admitted: false });
    const at = chat.clock.now();
    const more = Array.from({ length: 500 }, (_, n) => ({
      ...{ name: `Lab ${String(n).padStart(3, "0")}`, code: `L${n}`, zone: "Asia/Jakarta", locale: "id" },
      ...{ periodFrom: at, periodTo: new Date(at.getTime() + 90 * DAY), createdAt: at },
    }));
    await chat.app.db.lab.createMany({ data: more });
    await chat.tells("bupati", "/program");
    expect(last(chat, "bupati")).toContain("502 lab, 0 ikut pertukaran · halaman 1 dari 63");
    await presses(chat, "bupati", "Berikutnya");
    expect(last(chat, "bupati")).toContain("halaman 2 dari 63");
    expect(labels(chat, "bupati").slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, n) => `L${n + 7}`));
    expect(chat.errors).toEqual([]);
  });

  test("is for the programme's admins only, says so privately, and is in no other menu than theirs", async ({
    chat,
  }) => {
    await opensTwo(chat);
    await chat.tells("budi", "/program");
    expect(last(chat, "budi")).toContain("hanya untuk admin program");
    const before = chat.heard("ana", lab).length;
    await chat.says("ana", "/program");
    expect(last(chat, "ana")).toContain("hanya untuk admin program");
    await chat.says("bupati", "/program");
    expect(last(chat, "bupati")).toContain("Semua lab");
    expect(chat.heard("ana", lab)).toHaveLength(before);
    const all = routes({ db: undefined as never, llm: undefined });
    expect(menuOf(all, "private", "id").map(({ command }) => command)).not.toContain("program");
    const own = (isProgrammeAdmin: boolean) =>
      ownMenu(all, { roles: ["facilitator"], isProgrammeAdmin }, "id").map(({ command }) => command);
    expect([own(false).includes("program"), own(true).includes("program")]).toEqual([false, true]);

    const state = await stored(chat);
    const { id } = await paser(chat);
    for (const data of [`admit:${id}:no`, `notify:${id}`, `programLab:${id}`, "programPage:all:0"]) {
      const { text, show_alert } = await forgedPress(chat, who.budi, { data, chat: who.budi });
      expect([text, show_alert], data).toEqual([expect.stringContaining("admin program"), true]);
      expect(await stored(chat), data).toBe(state);
    }
  });

  test("reads in English too", async ({ chat }) => {
    await opensTwo(chat);
    await chat.tells("bupati", "/bahasa en");
    await chat.tells("bupati", "/program");
    expect(last(chat, "bupati")).toContain("All labs · 2 labs, 2 in the exchange");
    await presses(chat, "bupati", "TNB");
    expect(last(chat, "bupati")).toContain("In the exchange: the other labs");
    expect(labels(chat, "bupati")).toEqual(["Take out", "Tell the facilitators", "‹ All labs"]);
  });
});

describe("Terima ke pertukaran", () => {
  test("tells the facilitators after a minute, once; taken back before, nobody", async ({ chat }) => {
    await opensTwo(chat, { admitted: false });
    const told = () => chat.heard("sari").filter((text) => text.includes("pertukaran antarlab"));
    await chat.tells("bupati", "/program psr");
    await presses(chat, "bupati", "PSR");
    await presses(chat, "bupati", "Terima ke pertukaran");
    expect(last(chat, "bupati")).toContain("🌐 Ikut pertukaran");
    await presses(chat, "bupati", "Keluarkan");
    await chat.pass(70_000);
    expect(told()).toEqual([]);
    expect((await paser(chat)).admittedAt).toBeNull();

    const on = chat.sees("bupati").at(-1)?.id ?? 0;
    const press = () => chat.world.press(who.bupati, who.bupati, on, "Terima ke pertukaran");
    const both = [press(), press()];
    await chat.settle();
    await Promise.all(both);
    await chat.pass(70_000);
    expect(told()).toMatchObject([expect.stringContaining("Kab. Paser kini ikut pertukaran antarlab")]);
    expect(told()[0]).toContain("Bagikan ke lab lain");
    expect(chat.heard("budi").join()).not.toContain("pertukaran");

    await presses(chat, "bupati", "Keluarkan");
    await chat.pass(70_000);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain("tidak lagi ikut");
    expect(chat.errors).toEqual([]);
  });

  test("of a lab in another zone waits for that lab's morning", async ({ chat }) => {
    await opensTwo(chat, { admitted: false });
    await chat.app.db.lab.update({ where: { code: "PSR" }, data: { zone: "America/New_York" } });
    await chat.tells("bupati", "/program psr");
    await presses(chat, "bupati", "PSR");
    await presses(chat, "bupati", "Terima ke pertukaran");
    await chat.pass(70_000);
    expect(chat.heard("sari").join()).not.toContain("antarlab");
    await chat.pass(6 * 3_600_000);
    expect(chat.heard("sari").join()).toContain("antarlab");
  });
});

describe("Beri tahu fasilitator", () => {
  test("sends words to a lab's facilitators, and says to how many", async ({ chat }) => {
    await opensTwo(chat);
    await chat.tells("bupati", "/program psr");
    await presses(chat, "bupati", "PSR");
    await presses(chat, "bupati", "Beri tahu fasilitator");
    expect(last(chat, "bupati")).toContain("Apa yang perlu diketahui fasilitator Kab. Paser");
    await chat.tells("bupati", "Tolong jawab <ide> yang menunggu");
    expect(last(chat, "bupati")).toBe("Terkirim kepada 1 fasilitator Kab. Paser.");
    expect(last(chat, "sari")).toContain("Ibu Bupati, admin program, untuk fasilitator Kab. Paser");
    expect(last(chat, "sari")).toContain("Tolong jawab <ide> yang menunggu");
    expect(chat.heard("budi").join()).not.toContain("yang menunggu");
    expect(chat.errors).toEqual([]);
  });

  test("says so, and gives the words back, when nobody can be reached", async ({ chat }) => {
    await opensTwo(chat);
    await chat.app.db.person.updateMany({
      where: { telegramId: BigInt(who.sari) },
      data: { private: "blocked" },
    });
    await chat.tells("bupati", "/program psr");
    await presses(chat, "bupati", "PSR");
    await presses(chat, "bupati", "Beri tahu fasilitator");
    await chat.tells("bupati", "Tolong dijawab");
    expect(last(chat, "bupati")).toContain("Tidak ada fasilitator Kab. Paser yang bisa saya kabari");
    expect(last(chat, "bupati")).toContain("Tolong dijawab");
  });
});
