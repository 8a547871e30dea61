import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, test } from "./support/chat.ts";
import { card, last, opens, presses } from "./support/opens.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Yosef follows Ana's idea; it is Friday, 15:00. */
async function follows(chat: Chat) {
  await opens(chat);
  await chat.is("bupati", "leader");
  await chat.presses("yosef", "Ikuti");
}
const news = (chat: Chat) => chat.heard("yosef").filter((text) => text.startsWith("🔔"));
const answers = (chat: Chat, text: string) => chat.says("maria", text, { replyTo: card(chat)?.id ?? 0 });
async function decides(chat: Chat) {
  await chat.tells("bupati", "/pekanini");
  await chat.presses("bupati", "Dukung", { in: who.bupati });
  await chat.pass(11_000);
}

describe("whoever follows an idea", () => {
  test("hears at once of an answer, of a decision, of a stage", async ({ chat }) => {
    await follows(chat);
    await answers(chat, "Berapa warga?");
    expect(news(chat)).toMatchObject([expect.stringContaining("Maria (mentor) menjawab")]);
    expect(last(chat, "yosef")).toContain("Berapa warga?");
    await chat.pass(HOUR);
    await decides(chat);
    expect(last(chat, "yosef")).toContain("Ibu Bupati mendukungnya");
    await chat.pass(HOUR);
    await chat.app.db.idea.updateMany({ data: { affected: "Warga", difference: "Cepat" } });
    await chat.tells("budi", "/tahap TNB-1");
    await chat.presses("budi", "Lanjut ke Design", { in: who.budi });
    expect(last(chat, "yosef")).toContain("Lanjut ke tahap Design");
    expect(news(chat)).toHaveLength(3);
    expect(chat.errors).toEqual([]);
  });

  test("of a move hears of its way back too, and so do its authors; who had not heard of it hears neither", async ({
    chat,
  }) => {
    await follows(chat);
    await chat.app.db.idea.updateMany({ data: { affected: "Warga", difference: "Cepat" } });
    const moves = async () => {
      await chat.tells("budi", "/tahap TNB-1");
      await presses(chat, "budi", "Lanjut ke Design");
      return chat.sees("budi").at(-1)?.id ?? 0;
    };
    await moves();
    await chat.pass(5 * MINUTE);
    expect(last(chat, "ana")).toContain("lanjut ke tahap Design");
    await presses(chat, "budi", "Batalkan");
    expect(last(chat, "ana")).toContain("TNB-1 kembali ke tahap Diagnose");
    await chat.pass(HOUR);
    expect(news(chat).map((text) => text.split("\n").at(-1))).toEqual([
      "🎉 Lanjut ke tahap Design",
      "↩️ Kembali ke tahap Diagnose",
    ]);
    const before = [chat.heard("ana").length, news(chat).length];
    await moves();
    await presses(chat, "budi", "Batalkan");
    await chat.pass(3 * HOUR);
    expect([chat.heard("ana").length, news(chat).length]).toEqual(before);
    expect(chat.errors).toEqual([]);
  });

  test("hears once an hour: what happens meanwhile is gathered in one notice, and nothing is lost", async ({
    chat,
  }) => {
    await follows(chat);
    await answers(chat, "Satu");
    await chat.pass(10 * MINUTE);
    await answers(chat, "Dua");
    await decides(chat);
    await answers(chat, "Tiga");
    expect(news(chat)).toHaveLength(1);
    await chat.pass(40 * MINUTE);
    expect(news(chat)).toHaveLength(1);
    await chat.pass(10 * MINUTE);
    expect(news(chat)).toHaveLength(2);
    expect(last(chat, "yosef")).toMatch(/Dua[\s\S]*Ibu Bupati mendukungnya[\s\S]*Tiga/);
    await chat.pass(3 * HOUR);
    expect(news(chat)).toHaveLength(2);
    expect(chat.errors).toEqual([]);
  });

  test("is left in peace at night: one notice at seven", async ({ chat }) => {
    await follows(chat);
    await answers(chat, "Satu");
    await chat.pass(5.8 * HOUR); // 20:48
    await answers(chat, "Dua");
    await chat.pass(6 * MINUTE);
    await answers(chat, "Tiga"); // An hour after the last notice it is night.
    await chat.pass(3 * HOUR);
    await answers(chat, "Empat");
    await chat.pass(6 * HOUR); // 05:54
    expect(news(chat)).toHaveLength(2);
    await chat.pass(70 * MINUTE);
    expect(news(chat)).toHaveLength(3);
    expect(last(chat, "yosef")).toMatch(/Tiga[\s\S]*Empat/);
    await chat.pass(3 * HOUR);
    expect(news(chat)).toHaveLength(3);
  });

  test("does not hear of what was taken back, of what they did, or after they stopped", async ({ chat }) => {
    await follows(chat);
    await answers(chat, "Satu");
    await chat.pass(MINUTE);
    await answers(chat, "Dua");
    await chat.presses("maria", "Bukan masukan", { in: who.maria });
    await chat.pass(2 * HOUR);
    expect(news(chat)).toHaveLength(1);
    await chat.presses("maria", "Ikuti", { on: card(chat)?.id ?? 0 });
    await answers(chat, "Tiga");
    expect(chat.heard("maria").join()).not.toContain("🔔");
    await chat.pass(MINUTE);
    await answers(chat, "Empat");
    await chat.presses("yosef", "Ikuti", { on: card(chat)?.id ?? 0 });
    await chat.pass(2 * HOUR);
    expect(news(chat)).toHaveLength(2);
    expect(chat.errors).toEqual([]);
  });

  test("hears once, though the bot was down at that hour, and in English where that is read", async ({
    chat,
  }) => {
    await follows(chat);
    await answers(chat, "Satu");
    await chat.pass(MINUTE);
    await answers(chat, "Dua");
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    chat.clock.move(3 * HOUR);
    await chat.restart();
    await chat.pass(1_000);
    await chat.pass(1_000);
    expect(news(chat)).toHaveLength(2);
    expect(last(chat, "yosef")).toContain("an idea that you follow");
  });

  test("hears of what happened while it was out of sight once it is back", async ({ chat }) => {
    await follows(chat);
    await answers(chat, "Satu");
    await answers(chat, "Dua");
    await chat.starts("budi", "i_TNB-1");
    await presses(chat, "budi", "Sembunyikan");
    await presses(chat, "budi", "Alasan lain");
    await chat.pass(2 * HOUR);
    expect(news(chat)).toHaveLength(1);
    await presses(chat, "budi", "Kembalikan");
    await chat.pass(MINUTE);
    expect(news(chat)).toHaveLength(2);
    expect(last(chat, "yosef")).toContain("Dua");
    expect(chat.errors).toEqual([]);
  });

  test("hears of more than five things as a number", async ({ chat }) => {
    await follows(chat);
    await answers(chat, "Nol");
    for (let n = 1; n <= 7; n++) {
      await chat.pass(MINUTE);
      await answers(chat, `Masukan ${n}`);
    }
    await chat.pass(HOUR);
    expect(last(chat, "yosef")).toContain("Ada 2 kabar sebelum ini");
    expect(last(chat, "yosef")).not.toContain("Masukan 2");
    expect(last(chat, "yosef")).toContain("Masukan 7");
  });
});

test("who cannot be written to yet is told how to hear the news", async ({ chat }) => {
  await opens(chat);
  expect(await chat.presses("bupati", "Ikuti")).toContain("tekan Mulai");
});
