import { describe } from "vitest";
import { methods } from "../src/methods/method.ts";
import { locales } from "../src/telegram/words.ts";
import { expect, lab, plain, test, who } from "./support/chat.ts";
import { labels, last, opens, presses } from "./support/opens.ts";

describe("bare /ide", () => {
  test("comes with an example, another one each time, and in private with the way to find one", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.says("yosef", "/ide");
    const first = chat.heard("yosef", lab).at(-1) ?? "";
    expect(first).toMatch(/masalahnya, untuk siapa, dan apa yang berubah\.\n\nContoh: \S/);
    expect(first).toContain("/metode");
    await chat.tells("yosef", "/ide");
    expect(last(chat, "yosef")).toContain("Contoh: ");
    expect(last(chat, "yosef").split("Contoh: ")[1]?.slice(0, 20)).not.toBe(
      first.split("Contoh: ")[1]?.slice(0, 20),
    );
    expect(labels(chat, "yosef")).toEqual(["Anonim", "Cara mencari ide", "Batal"]);

    await presses(chat, "yosef", "Cara mencari ide");
    await presses(chat, "yosef", "5 Mengapa");
    expect(last(chat, "yosef")).toContain("Jawaban terakhir biasanya akarnya");
    await chat.tells("yosef", "Catatan sisa solar dikirim tiap Jumat");
    expect(last(chat, "yosef")).toContain("TNB-2 tersimpan");
    expect(chat.errors).toEqual([]);
  });
});

describe("/metode", () => {
  test("lists the ways; a card takes the list's place, leads back, and ends with the idea", async ({
    chat,
  }) => {
    await opens(chat);
    const inGroup = chat.heard("yosef", lab).length;
    await chat.says("yosef", "/method");
    expect(chat.heard("yosef", lab)).toHaveLength(inGroup);
    expect(labels(chat, "yosef")).toEqual([
      "5 Mengapa",
      "Bagaimana jika kita…",
      "SCAMPER",
      "Perjalanan warga",
    ]);
    const before = chat.heard("yosef").length;
    await presses(chat, "yosef", "SCAMPER");
    expect(last(chat, "yosef")).toContain("janji temu per jam");
    await presses(chat, "yosef", "Cara lain");
    await presses(chat, "yosef", "Perjalanan warga");
    expect(chat.heard("yosef")).toHaveLength(before);
    await presses(chat, "yosef", "Tulis ide");
    expect(last(chat, "yosef")).toContain("Apa ide Anda untuk");
    expect(chat.errors).toEqual([]);
  });

  test("is read in a minute, in both languages", () => {
    for (const name of methods)
      for (const words of Object.values(locales)) {
        const text = plain(words[`method.${name}`] ?? "");
        expect(text.length).toBeGreaterThan(300);
        expect(text.length).toBeLessThanOrEqual(900);
      }
  });

  test("is there in English, also for who has no lab yet", async ({ chat }) => {
    await chat.starts("sari");
    await chat.tells("sari", "/bahasa en");
    await chat.tells("sari", "/method");
    await presses(chat, "sari", "5 Whys");
    expect(last(chat, "sari")).toContain("The last answer is usually the root");
  });
});

describe("a method's card", () => {
  test("is offered to whoever reads a board that asks for problems, or for a problem's answers", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.says("budi", "/tantangan Apa yang membuat warga antre?");
    await chat.presses("budi", "Cari masalah dulu");
    await chat.pass(6_000);
    await chat.presses("yosef", "5 Mengapa");
    expect(last(chat, "yosef")).toContain("5 Mengapa · satu menit");
    expect(chat.heard("yosef", lab).join()).not.toContain("satu menit");
    const board = chat.sees("yosef", lab).findLast(({ text, html }) => `${text}${html}`.includes("antre?"));
    await chat.says("ana", "Loket hanya satu", { replyTo: board?.id ?? 0 });
    await chat.pass(11 * 60_000);
    await chat.presses("budi", "Cari ide untuk masalah teratas");
    await chat.presses("yosef", "Bagaimana jika kita");
    expect(last(chat, "yosef")).toContain("Ubah keluhan menjadi pertanyaan");
    expect(chat.errors).toEqual([]);
  });

  test("is offered to an author whose idea does not say yet whom the problem is about", async ({ chat }) => {
    await opens(chat);
    await chat.presses("ana", "Rincian");
    expect(labels(chat, "ana")).toContain("5 Mengapa");
    await chat.presses("ana", "Lengkapi", { in: who.ana });
    await chat.presses("ana", "Yang terdampak", { in: who.ana });
    expect(labels(chat, "ana")).toContain("5 Mengapa");
    await chat.tells("ana", "Lansia");
    await chat.presses("ana", "Rincian");
    expect(labels(chat, "ana")).not.toContain("5 Mengapa");
    await chat.presses("yosef", "Rincian");
    expect(labels(chat, "yosef")).not.toContain("5 Mengapa");
  });
});
