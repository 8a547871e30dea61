import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

/** Ana and Yosef had the same idea; Maria votes for both, Ana for Yosef's. */
async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef", "budi", "maria"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
  await chat.says("yosef", "/ide Antre puskesmas lewat WhatsApp");
  for (const [person, number] of [
    ["maria", 1],
    ["maria", 2],
    ["ana", 2],
  ] as const)
    await chat.presses(person, "👍", { on: cardOf(chat, number)?.id ?? 0 });
  await chat.pass(6_000);
}

const cardOf = (chat: Chat, number: number) =>
  chat.sees("yosef", lab).findLast(({ from, text }) => from.bot && text?.startsWith(`TNB-${number} `));
const votes = (chat: Chat, number: number) => cardOf(chat, number)?.buttons?.[0]?.[0]?.text;
const last = (chat: Chat, person: CastKey) => chat.heard(person).at(-1) ?? "";
const presses = (chat: Chat, person: CastKey, button: string) =>
  chat.presses(person, button, { in: who[person] });
const opensDetails = async (chat: Chat, person: CastKey, number: number) =>
  chat.presses(person, "Rincian", { on: cardOf(chat, number)?.id ?? 0 });

const rows = async ({ app: { db } }: Chat) => ({
  votes: await db.vote.findMany({ orderBy: [{ ideaId: "asc" }, { personId: "asc" }] }),
  follows: await db.follow.findMany({ orderBy: [{ ideaId: "asc" }, { personId: "asc" }] }),
  ideas: await db.idea.findMany({ orderBy: { id: "asc" } }),
});

describe("Gabung", () => {
  test("makes one of two: each vote once, both authors named and told", async ({ chat }) => {
    await opens(chat);
    await opensDetails(chat, "yosef", 2);
    expect((chat.sees("yosef").at(-1)?.buttons ?? []).flat().map(({ text }) => text)).not.toContain("Gabung");
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    expect(last(chat, "budi")).toContain("TNB-1 Antrean puskesmas");
    await presses(chat, "budi", "TNB-1");
    expect(last(chat, "budi")).toContain("TNB-2 digabung ke TNB-1");
    for (const person of ["ana", "yosef"] as const)
      expect(last(chat, person)).toContain("Anda dan penulis lainnya sama-sama tercantum di TNB-1");
    await chat.pass(6_000);
    expect(votes(chat, 1)).toBe("👍 2");
    expect(cardOf(chat, 1)?.text).toContain("Oleh Ana dan Yosef · ");
    expect(cardOf(chat, 2)?.text).toContain("digabung ke TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("is undone exactly", async ({ chat }) => {
    await opens(chat);
    const before = await rows(chat);
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "tnb-1");
    await presses(chat, "budi", "Pisahkan lagi");
    expect(last(chat, "budi")).toContain("seperti semula");
    expect(await rows(chat)).toEqual(before);
    await chat.pass(6_000);
    expect([votes(chat, 1), votes(chat, 2)]).toEqual(["👍 1", "👍 2"]);
    expect(cardOf(chat, 1)?.text).not.toContain("Yosef");
    expect(chat.errors).toEqual([]);
  });

  test("takes a 👍 back from the card that it was put under, and counts a new one where the idea is now", async ({
    chat,
  }) => {
    await opens(chat);
    const react = async (person: CastKey, emoji: string | null) => {
      chat.world.react(who[person], lab, cardOf(chat, 2)?.id ?? 0, emoji);
      await chat.pass(6_000);
    };
    await react("bupati", "👍");
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    await presses(chat, "budi", "TNB-1");
    await chat.pass(6_000);
    expect(votes(chat, 1)).toBe("👍 3");
    await react("bupati", null);
    expect(votes(chat, 1)).toBe("👍 2");
    await react("budi", "👍");
    expect(votes(chat, 1)).toBe("👍 3");
    await presses(chat, "budi", "Pisahkan lagi");
    await chat.pass(6_000);
    expect([votes(chat, 1), votes(chat, 2)]).toEqual(["👍 1", "👍 3"]);
    expect(chat.errors).toEqual([]);
  });

  test.for([
    ["Tarik", "Sudah dikerjakan", "ana"],
    ["Sembunyikan", "Tidak pantas", "budi"],
  ] as const)(
    "%s of the one that holds it brings the other back to its own",
    async ([act, why, person], { chat }) => {
      await opens(chat);
      await opensDetails(chat, "budi", 2);
      await presses(chat, "budi", "Gabung");
      await presses(chat, "budi", "TNB-1");
      await chat.pass(6_000);
      await opensDetails(chat, person, 1);
      await presses(chat, person, act);
      await presses(chat, person, why);
      expect(last(chat, "yosef")).toContain("dipisahkan lagi");
      await chat.pass(6_000);
      expect(votes(chat, 2)).toBe("👍 2");
      expect(cardOf(chat, 1)?.buttons ?? []).toEqual([]);
      await presses(chat, person, "Kembalikan");
      await chat.pass(6_000);
      expect([votes(chat, 1), votes(chat, 2)]).toEqual(["👍 1", "👍 2"]);
      expect(chat.errors).toEqual([]);
    },
  );

  test("with itself, or with what is not there, is none", async ({ chat }) => {
    await opens(chat);
    for (const code of ["TNB-2", "TNB-99", "XYZ"]) {
      await opensDetails(chat, "budi", 2);
      await presses(chat, "budi", "Gabung");
      await chat.tells("budi", code);
      expect(last(chat, "budi")).toContain(code === "TNB-2" ? "ide ini sendiri" : "tidak ada di lab ini");
    }
    expect(await chat.app.db.join.count()).toBe(0);
  });

  test("with one that was joined before says where that is now", async ({ chat }) => {
    await opens(chat);
    await chat.says("bupati", "/ide Antrean loket lewat telepon");
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await opensDetails(chat, "budi", 3);
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-2");
    expect(last(chat, "budi")).toContain("TNB-2 sudah digabung ke TNB-1: Antrean puskesmas");
    await chat.tells("budi", "TNB-1");
    expect(last(chat, "budi")).toContain("TNB-3 digabung ke TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("by two facilitators at once, each the other way, leaves one of the two", async ({ chat }) => {
    await opens(chat);
    await chat.is("maria", "facilitator");
    for (const [person, number] of [
      ["budi", 2],
      ["maria", 1],
    ] as const) {
      await opensDetails(chat, person, number);
      await presses(chat, person, "Gabung");
    }
    chat.world.press(who.budi, who.budi, chat.sees("budi").at(-1)?.id ?? 0, "TNB-1");
    chat.world.press(who.maria, who.maria, chat.sees("maria").at(-1)?.id ?? 0, "TNB-2");
    await chat.settle();
    expect(await chat.app.db.idea.count({ where: { state: "posted" } })).toBe(1);
    expect(await chat.app.db.join.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("can be parted by every facilitator, from the details of the one", async ({ chat }) => {
    await opens(chat);
    await chat.is("maria", "facilitator");
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    await presses(chat, "budi", "TNB-1");
    await chat.pass(6_000);
    await opensDetails(chat, "ana", 1);
    expect(
      (chat.sees("ana").at(-1)?.buttons ?? [])
        .flat()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("Pisahkan");
    await opensDetails(chat, "maria", 1);
    await presses(chat, "maria", "Pisahkan TNB-2 lagi");
    expect(last(chat, "maria")).toContain("seperti semula");
    await chat.pass(6_000);
    expect(cardOf(chat, 2)?.text).toContain("Antre puskesmas");
    expect(chat.errors).toEqual([]);
  });
});

describe("the author of a joined idea", () => {
  const labels = (chat: Chat, person: CastKey) =>
    (chat.sees(person).at(-1)?.buttons ?? []).flat().map(({ text }) => text);
  async function joins(chat: Chat) {
    await opensDetails(chat, "budi", 2);
    await presses(chat, "budi", "Gabung");
    await presses(chat, "budi", "TNB-1");
    await chat.pass(6_000);
  }

  test("is its co-author: hears of it, may change it, and has it among the own ones; parted, no more", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.is("maria", "mentor");
    await joins(chat);
    const answers = (text: string) => chat.says("maria", text, { replyTo: cardOf(chat, 1)?.id ?? 0 });
    await answers("Mulai dari satu loket dulu");
    for (const person of ["ana", "yosef"] as const)
      expect(last(chat, person)).toContain("Mulai dari satu loket");
    await chat.tells("yosef", "/ideku");
    expect(last(chat, "yosef")).toContain("TNB-1");
    await opensDetails(chat, "yosef", 1);
    expect(last(chat, "yosef")).toMatch(/Digabung dari TNB-2:\s+Antre puskesmas lewat WhatsApp/);
    expect(labels(chat, "yosef")).toContain("Ubah");
    expect(labels(chat, "yosef")).not.toContain("Tarik");
    await presses(chat, "budi", "Pisahkan lagi");
    await answers("Bagaimana dengan lansia?");
    expect(last(chat, "ana")).toContain("dengan lansia");
    expect(last(chat, "yosef")).not.toContain("dengan lansia");
    await opensDetails(chat, "yosef", 1);
    expect(labels(chat, "yosef")).not.toContain("Ubah");
    expect(chat.errors).toEqual([]);
  });

  test("who wants no name hears of it too, and is told by nothing", async ({ chat }) => {
    await opens(chat);
    await chat.is("maria", "mentor");
    await chat.starts("bupati");
    await chat.says("bupati", "Halo @lumbung_bot");
    await chat.tells("bupati", "/ide Antrean puskesmas lewat telepon");
    await presses(chat, "bupati", "Lewati semua");
    await presses(chat, "bupati", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    await chat.pass(6_000);
    await opensDetails(chat, "budi", 3);
    await presses(chat, "budi", "Gabung");
    await presses(chat, "budi", "TNB-1");
    await chat.pass(6_000);
    const on = cardOf(chat, 1)?.id ?? 0;
    await chat.says("maria", "Mulai dari satu loket dulu", { replyTo: on });
    expect(last(chat, "bupati")).toContain("Mulai dari satu loket");
    await opensDetails(chat, "bupati", 1);
    await chat.tells("bupati", "Loketnya sudah ada dua", { replyTo: chat.sees("bupati").at(-1)?.id ?? 0 });
    await chat.says("bupati", "Saya setuju", { replyTo: on });
    await chat.pass(6_000);
    expect(last(chat, "maria")).toContain("Loketnya sudah ada dua");
    for (const person of ["ana", "maria", "budi"] as const) {
      await opensDetails(chat, person, 1);
      const heard = chat.heard(person).filter((text) => /Loketnya|telepon/.test(text));
      expect(heard.length, person).toBeGreaterThan(0);
      expect(heard.map((text) => text.replace("Bupati: Saya setuju", "")).join()).not.toContain("Bupati");
    }
    expect(chat.errors).toEqual([]);
  });

  test("finds its files there too, and others what they may open", async ({ chat }) => {
    await opens(chat);
    const file = { kind: "photo", bytes: new Uint8Array(900) } as const;
    await chat.sends("yosef", file, { text: "/ide Papan antrean di loket" });
    await presses(chat, "yosef", "Kirim ke grup");
    await chat.pass(6_000);
    await opensDetails(chat, "budi", 3);
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await chat.pass(6_000);
    expect(cardOf(chat, 1)?.text).toContain("📎 1 berkas");
    await opensDetails(chat, "maria", 1);
    await presses(chat, "maria", "Lihat berkas");
    expect(last(chat, "maria")).toContain("TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("loses nothing that was said of it, nor what is said under its card or to an answer", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.is("maria", "mentor");
    const under = cardOf(chat, 2)?.id ?? 0;
    await chat.says("maria", "Mulai satu loket", { replyTo: under });
    const given = chat.sees("yosef").at(-1)?.id ?? 0;
    await joins(chat);
    await chat.says("bupati", "Setuju digabung", { replyTo: under });
    expect(last(chat, "ana")).toContain("Setuju digabung");
    await chat.tells("yosef", "Kami mulai di loket dua", { replyTo: given });
    expect(last(chat, "maria")).toContain("Kami mulai di loket dua");
    await chat.says("maria", "Bagaimana dengan lansia?", { replyTo: under });
    await opensDetails(chat, "ana", 1);
    for (const words of ["Mulai satu loket", "Setuju digabung", "Kami mulai", "Bagaimana dengan lansia"])
      expect(last(chat, "ana")).toContain(words);
    expect(chat.errors).toEqual([]);
  });

  test("keeps the private words of an author without a name nameless under the own named idea", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Antrean puskesmas lewat telepon");
    await presses(chat, "ana", "Lewati semua");
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    await chat.pass(6_000);
    await opensDetails(chat, "ana", 3);
    await chat.tells("ana", "Teleponnya sudah ada", { replyTo: chat.sees("ana").at(-1)?.id ?? 0 });
    await opensDetails(chat, "budi", 3);
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await chat.pass(6_000);
    await opensDetails(chat, "yosef", 1);
    expect(last(chat, "yosef")).toContain("–: Teleponnya sudah ada");
    expect(chat.errors).toEqual([]);
  });

  test("brings co-authors and keeper along: told of it, they may work on it or leave it", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.starts("bupati");
    await chat.says("bupati", "Halo @lumbung_bot");
    const { db } = chat.app;
    const idOf = async (person: CastKey) =>
      (await db.person.findFirstOrThrow({ where: { telegramId: BigInt(who[person]) } })).id;
    const { id: ideaId } = await db.idea.findFirstOrThrow({ where: { number: 2 } });
    await db.idea.update({ where: { id: ideaId }, data: { keeperId: await idOf("bupati") } });
    const addedAt = chat.app.clock.now();
    await db.coAuthor.create({ data: { ideaId, personId: await idOf("maria"), addedAt } });
    await joins(chat);
    for (const person of ["maria", "bupati", "ana", "yosef"] as const)
      expect(chat.heard(person).join(), person).toContain("menggabungkan TNB-2 ke TNB-1");
    expect(last(chat, "maria")).toContain("tercantum di TNB-1");
    expect(last(chat, "bupati")).not.toContain("tercantum di TNB-1");
    await chat.tells("bupati", "/ideku");
    expect(last(chat, "bupati")).toContain("TNB-1");
    await opensDetails(chat, "bupati", 1);
    expect(labels(chat, "bupati")).toContain("Ubah");
    expect(labels(chat, "bupati")).not.toContain("Bukan saya");
    expect(cardOf(chat, 1)?.text).toContain("Maria");
    await opensDetails(chat, "maria", 1);
    await presses(chat, "maria", "Bukan saya");
    expect(last(chat, "bupati")).toContain("Maria tidak ingin tercantum");
    await chat.pass(20_000);
    expect(cardOf(chat, 1)?.text).not.toContain("Maria");
    expect(chat.errors).toEqual([]);
  });
});

test("a joined idea's link shows the one that holds it", async ({ chat }) => {
  await opens(chat);
  await opensDetails(chat, "budi", 2);
  await presses(chat, "budi", "Gabung");
  await presses(chat, "budi", "TNB-1");
  await chat.starts("maria", "i_TNB-2");
  expect(last(chat, "maria")).toMatch(/^TNB-1 · Antrean/);
});
