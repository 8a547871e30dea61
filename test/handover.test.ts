import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const DAY = 86_400_000;

const personOf = (chat: Chat, key: CastKey) =>
  chat.app.db.person.findUniqueOrThrow({ where: { telegramId: BigInt(who[key]) } });
const rolesOf = async (chat: Chat, key: CastKey) =>
  (await chat.app.db.membership.findFirst({ where: { personId: (await personOf(chat, key)).id } }))?.roles ??
  [];
const keeperOf = async (chat: Chat, number = 1) =>
  (await chat.app.db.idea.findFirstOrThrow({ where: { number }, include: { keeper: true } })).keeper?.name;

async function handsOver(chat: Chat, from: string, to: string) {
  await chat.tells("budi", `/serahterima ${from}`);
  await presses(chat, "budi", to);
  await presses(chat, "budi", "Serahkan");
}

/** Ana, a mentor with an idea, is moved; Yosef comes. Budi has both before him, and what would go over. */
async function begins(chat: Chat, newcomer = "Yosef") {
  await opens(chat);
  await chat.is("ana", "mentor");
  await chat.tells("budi", "/serahterima");
  await presses(chat, "budi", "Ana");
  await presses(chat, "budi", newcomer);
}

describe("/serahterima", () => {
  test("moves roles and the care of ideas; the author keeps the credit, everybody concerned is told", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.is("ana", "mentor");
    await chat.is("bupati", "leader");
    await chat.says("maria", "Berapa biayanya?", { replyTo: card(chat)?.id ?? 0 });
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11");
    await chat.tells("bupati", "/komitmen TNB-1 Anggaran disiapkan 5/12");
    await chat.is("maria", "facilitator");

    await chat.tells("budi", "/serahterima");
    expect(last(chat, "budi")).toContain("Siapa yang pindah");
    expect(labels(chat, "budi")).toContain("Ana");
    expect(labels(chat, "budi")).not.toContain("Yosef");
    await presses(chat, "budi", "Ana");
    expect(last(chat, "budi")).toContain("Siapa yang menggantikan Ana?");
    expect(labels(chat, "budi")).not.toContain("Ana");
    await presses(chat, "budi", "Yosef");
    expect(last(chat, "budi")).toContain("peran mentor\n• 1 ide untuk ditangani: TNB-1");
    expect(await rolesOf(chat, "ana")).toEqual(["mentor"]);
    await presses(chat, "budi", "Serahkan peran dan ide");

    expect(last(chat, "budi")).toContain("Serah terima dari Ana kepada Yosef selesai");
    expect([await rolesOf(chat, "ana"), await rolesOf(chat, "yosef")]).toEqual([[], ["mentor"]]);
    const brief = last(chat, "yosef");
    expect(brief).toContain("Anda melanjutkan dari Ana");
    expect(brief).toContain("peran Anda: mentor, lihat /antrean");
    expect(brief).toContain("TNB-1 Antrean puskesmas lewat pesan singkat · Diagnose");
    expect(brief).toContain("⏳ Latih kader · 30 Nov 2026");
    expect(brief).toContain("💬 1 masukan mentor belum ditanggapi");
    expect(brief).toContain("🤝 Ibu Bupati, sampai 5 Des 2026");
    expect(labels(chat, "yosef")).toEqual(["Buka TNB-1"]);
    expect(last(chat, "ana")).toContain("dilanjutkan oleh Yosef");
    expect(last(chat, "ana")).toContain("tetap tercatat sebagai penulis");
    expect(last(chat, "maria")).toContain("Budi mencatat serah terima dari Ana kepada Yosef");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Oleh Ana · kini ditangani Yosef");
    expect(chat.errors).toEqual([]);
  });

  test("takes typed names, asks where several fit, and says where nobody does", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/serahterima Ana");
    expect(last(chat, "budi")).toContain("Siapa yang menggantikan Ana?");
    await chat.tells("budi", "Sukarno");
    expect(last(chat, "budi")).toContain("bernama “Sukarno”");
    await chat.tells("budi", "i");
    expect(last(chat, "budi")).toContain("Ada beberapa orang");
    await chat.tells("budi", "yosef");
    expect(last(chat, "budi")).toContain("Dari Ana kepada Yosef");
    await presses(chat, "budi", "Serahkan");
    expect(await keeperOf(chat)).toBe("Yosef");
  });

  test("can move the roles alone, or the ideas alone", async ({ chat }) => {
    await begins(chat);
    await presses(chat, "budi", "Hanya ide");
    expect([await rolesOf(chat, "ana"), await keeperOf(chat)]).toEqual([["mentor"], "Yosef"]);
    await chat.pass(2 * 60_000);
    await chat.tells("budi", "/serahterima Ana");
    await presses(chat, "budi", "Maria");
    await presses(chat, "budi", "Serahkan");
    expect([await rolesOf(chat, "ana"), await rolesOf(chat, "maria")]).toEqual([[], ["mentor"]]);
    expect(await keeperOf(chat)).toBe("Yosef");
  });

  test("is begun in the group privately, and is a facilitator's", async ({ chat }) => {
    await opens(chat);
    const heard = chat.heard("yosef", lab).length;
    await chat.says("budi", "/serahterima");
    expect(chat.heard("yosef", lab)).toHaveLength(heard);
    expect(last(chat, "budi")).toContain("di sini saja");
    await presses(chat, "budi", "Serah terima");
    expect(last(chat, "budi")).toContain("Siapa yang pindah");
    await chat.tells("yosef", "/handover");
    expect(last(chat, "yosef")).toContain("fasilitator");
    const [ana, yosef] = [await personOf(chat, "ana"), await personOf(chat, "yosef")];
    for (const data of [`handOver:${ana.id}:${yosef.id}:all:1`, `leaves:${ana.id}:1`]) {
      const { text } = await forgedPress(chat, who.yosef, { data, chat: who.yosef });
      expect(text).toContain("fasilitator");
    }
    const same = { data: `handOver:${ana.id}:${ana.id}:all:1`, chat: who.budi };
    expect((await forgedPress(chat, who.budi, same)).text).toContain("dua orang yang berbeda");
    const stranger = { data: `handOver:${ana.id}:999:all:1`, chat: who.budi };
    expect((await forgedPress(chat, who.budi, stranger)).text).toContain("dua orang yang berbeda");
    const elsewhere = { data: `handOver:${ana.id}:${yosef.id}:all:2`, chat: who.budi };
    expect((await forgedPress(chat, who.budi, elsewhere)).text).toContain("Lab Tanimbar");
    expect(await chat.app.db.handover.count()).toBe(0);
  });

  test("pressed twice happens once", async ({ chat }) => {
    await begins(chat);
    const on = chat.sees("budi").at(-1)?.id ?? 0;
    const press = () => chat.world.press(who.budi, who.budi, on, "Serahkan peran dan ide");
    await Promise.all([press(), press(), chat.settle()]);
    await chat.settle();
    expect(await chat.app.db.handover.count()).toBe(1);
    expect(chat.heard("yosef").filter((text) => text.includes("Selamat bertugas"))).toHaveLength(1);
  });

  test("of the only facilitator leaves the lab one: the newcomer", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/tim");
    await presses(chat, "budi", "Serah terima");
    await presses(chat, "budi", "Budi");
    await presses(chat, "budi", "Ana");
    await presses(chat, "budi", "Serahkan");
    expect([await rolesOf(chat, "budi"), await rolesOf(chat, "ana")]).toEqual([[], ["facilitator"]]);
    expect(last(chat, "ana")).toContain("peran Anda: fasilitator");
  });

  test("tells the facilitator where the newcomer cannot be reached, who hears it with the first Start, and again when asked", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.says("bupati", "/ide Kebun obat keluarga");
    await chat.tells("budi", "/serahterima Ana");
    await chat.tells("budi", "Bupati");
    await presses(chat, "budi", "Serahkan");
    expect(last(chat, "budi")).toContain("Ibu Bupati belum menekan Mulai");
    expect(await presses(chat, "budi", "Kirim ringkasan lagi")).toContain("belum menekan Mulai");
    await chat.starts("bupati");
    expect(last(chat, "bupati")).toContain("Ide yang kini Anda tangani");
    await chat.starts("bupati");
    expect(last(chat, "bupati")).not.toContain("Ide yang kini Anda tangani");
    expect(await presses(chat, "budi", "Kirim ringkasan lagi")).toContain("dikirim");
    expect(last(chat, "bupati")).toContain("Ide yang kini Anda tangani");
    expect(chat.errors).toEqual([]);
  });
});

describe("a handover by mistake", () => {
  test("is undone within a day: roles and care are where they were", async ({ chat }) => {
    await begins(chat, "Maria");
    await presses(chat, "budi", "Serahkan peran dan ide");
    expect(await keeperOf(chat)).toBe("Maria");
    await presses(chat, "budi", "Batalkan");
    expect(last(chat, "budi")).toContain("dibatalkan");
    expect(last(chat, "ana")).toContain("dibatalkan");
    expect(last(chat, "maria")).toContain("dibatalkan");
    expect([await rolesOf(chat, "ana"), await rolesOf(chat, "maria")]).toEqual([["mentor"], ["mentor"]]);
    expect(await keeperOf(chat)).toBeUndefined();
    await chat.pass(6_000);
    expect(card(chat)?.text).not.toContain("ditangani");
  });

  test("cannot be after a day; a handover back does the same", async ({ chat }) => {
    await begins(chat);
    await presses(chat, "budi", "Serahkan peran dan ide");
    await chat.pass(DAY);
    expect(await presses(chat, "budi", "Batalkan")).toContain("Sudah lewat satu hari");
    await chat.tells("budi", "/serahterima Yosef");
    await presses(chat, "budi", "Ana");
    expect(last(chat, "budi")).toContain("1 ide untuk ditangani: TNB-1");
    await presses(chat, "budi", "Serahkan peran dan ide");
    expect(await keeperOf(chat)).toBeUndefined();
    expect([await rolesOf(chat, "ana"), await rolesOf(chat, "yosef")]).toEqual([["mentor"], []]);
  });
});

describe("anonymous ideas", () => {
  /** Ana's idea has no name, and she is a mentor, so that Budi has a reason to choose her. */
  async function hides(chat: Chat) {
    await opens(chat);
    await chat.is("ana", "mentor");
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.presses("maria", "👍");
    await chat.tells("budi", "/serahterima Ana");
    await presses(chat, "budi", "Yosef");
  }

  test("go over only when their author says so; nobody else learns of them", async ({ chat }) => {
    await hides(chat);
    expect(last(chat, "budi")).not.toContain("TNB-1");
    await presses(chat, "budi", "Serahkan");
    expect(await keeperOf(chat)).toBeUndefined();
    expect(last(chat, "ana")).toContain("Anda punya ide tanpa nama:\n• TNB-1");
    expect(last(chat, "ana")).toContain("Yosef akan tahu bahwa ide ini berasal dari Anda");
    const others = () => [chat.heard("budi"), chat.heard("yosef", lab)].map((heard) => heard.length);
    const before = others();
    await presses(chat, "ana", "Ya, serahkan");
    expect(last(chat, "ana")).toContain("kini ditangani Yosef");
    expect(await keeperOf(chat)).toBe("Yosef");
    expect(last(chat, "yosef")).toContain("TNB-1 Antrean puskesmas");
    await chat.pass(10_000);
    expect(others()).toEqual(before);
    expect(card(chat)?.text).not.toMatch(/Ana|Yosef|ditangani/);
    await chat.presses("budi", "Rincian");
    expect(last(chat, "budi")).not.toMatch(/Ana|Yosef|ditangani/);
    const twice = { data: "giveAnonymous:1:yes", chat: who.ana };
    expect((await forgedPress(chat, who.ana, twice)).text).toContain("Tidak ada lagi");
  });

  test("stay where their author wants that, and are nobody else's to give", async ({ chat }) => {
    await hides(chat);
    await presses(chat, "budi", "Serahkan");
    for (const person of ["budi", "yosef"] as const) {
      const press = { data: "giveAnonymous:1:yes", chat: who[person] };
      expect((await forgedPress(chat, who[person], press)).text).toContain("tidak berlaku");
    }
    await presses(chat, "ana", "Tidak, tetap pada saya");
    expect(last(chat, "ana")).toContain("tetap pada Anda");
    expect(await keeperOf(chat)).toBeUndefined();
  });

  test("alone do not make their author one of those who are offered", async ({ chat }) => {
    await opens(chat);
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.tells("budi", "/serahterima");
    expect(labels(chat, "budi")).not.toContain("Ana");
  });
});

describe("the keeper of an anonymous idea", () => {
  /** Yosef looks after Ana's anonymous idea; then he goes, and Maria comes. */
  async function goes(chat: Chat) {
    await opens(chat);
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await handsOver(chat, "Ana", "Yosef");
    await presses(chat, "ana", "Ya, serahkan");
    expect(await keeperOf(chat)).toBe("Yosef");
    await handsOver(chat, "Yosef", "Maria");
  }

  test("is not asked when he goes: only the author's press gives it on", async ({ chat }) => {
    await goes(chat);
    expect(chat.heard("yosef").join()).not.toContain("berasal dari Anda");
    expect(last(chat, "ana")).toContain("Yang menangani ide tanpa nama Anda pindah:\n• TNB-1");
    expect(last(chat, "budi")).not.toContain("TNB-1");
    const { id } = await chat.app.db.handover.findFirstOrThrow({ orderBy: { id: "desc" } });
    for (const person of ["maria", "budi", "yosef"] as const) {
      const press = { data: `giveAnonymous:${id}:yes`, chat: who[person] };
      expect((await forgedPress(chat, who[person], press)).text).toMatch(/tidak berlaku|Tidak ada lagi/);
    }
    // A forged press brings another name along.
    const keeper = async () => (await chat.app.db.idea.findFirstOrThrow({ where: { number: 1 } })).keeperId;
    expect(await keeper()).toBe((await personOf(chat, "yosef")).id);
    await presses(chat, "ana", "Ya, serahkan");
    expect(await keeper()).toBe((await personOf(chat, "maria")).id);
    expect(last(chat, "maria")).toContain("TNB-1 Antrean puskesmas");
    expect(chat.errors).toEqual([]);
  });

  test("gives it back where the author says no", async ({ chat }) => {
    await goes(chat);
    await presses(chat, "ana", "Tidak, tetap pada saya");
    expect(await keeperOf(chat)).toBeUndefined();
  });

  test("gives it back without a question where the author comes", async ({ chat }) => {
    await goes(chat);
    await presses(chat, "ana", "Ya, serahkan");
    await handsOver(chat, "Maria", "Ana");
    expect(await keeperOf(chat)).toBeUndefined();
    expect(last(chat, "budi")).not.toContain("TNB-1");
  });
});

describe("an answer that a challenge hides", () => {
  async function hides(chat: Chat) {
    await opens(chat);
    await chat.says("budi", "/tantangan Apa ide Anda?");
    await chat.presses("budi", "Rahasiakan");
    await chat.starts("yosef", `c_${(await chat.app.db.challenge.findFirstOrThrow()).id}`);
    await chat.tells("yosef", "Loket keliling tanpa berkas");
  }

  test("is neither named nor counted, and does not go over until the challenge ends", async ({ chat }) => {
    await hides(chat);
    await chat.tells("budi", "/serahterima");
    expect(labels(chat, "budi")).not.toContain("Yosef");
    await chat.is("yosef", "mentor");
    await chat.tells("budi", "/serahterima Yosef");
    await presses(chat, "budi", "Ana");
    expect(last(chat, "budi")).not.toMatch(/TNB-2|1 ide/);
    await presses(chat, "budi", "Serahkan");
    expect([last(chat, "budi"), ...chat.heard("ana")].join()).not.toMatch(/TNB-2|Loket|1 ide/);
    expect(await keeperOf(chat, 2)).toBeUndefined();
    await chat.app.db.challenge.updateMany({ data: { endedAt: chat.clock.now() } });
    await chat.pass(2 * 60_000);
    await handsOver(chat, "Yosef", "Ana");
    expect(await keeperOf(chat, 2)).toBe("Ana");
    expect(last(chat, "ana")).toContain("TNB-2 Loket keliling");
  });

  test("is left out of the brief, also where it was hidden after it had gone over", async ({ chat }) => {
    await opens(chat);
    await chat.says("bupati", "/ide Kebun obat keluarga");
    await chat.tells("budi", "/serahterima Ana");
    await chat.tells("budi", "Bupati");
    await presses(chat, "budi", "Serahkan");
    await chat.says("budi", "/tantangan Apa ide Anda?");
    await chat.presses("budi", "Rahasiakan");
    const { id } = await chat.app.db.challenge.findFirstOrThrow();
    await chat.app.db.idea.update({ where: { id: 1 }, data: { challengeId: id } });
    await chat.starts("bupati");
    expect(last(chat, "bupati")).toContain("Anda melanjutkan dari Ana");
    expect(last(chat, "bupati")).not.toContain("TNB-1");
  });
});

describe("a handover of nothing", () => {
  test("is said to be one, and nobody is told", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/serahterima Yosef");
    await presses(chat, "budi", "Ana");
    expect(last(chat, "budi")).toContain("tidak ada peran atau ide bernama");
    const heard = () =>
      [chat.heard("yosef"), chat.heard("ana"), chat.heard("maria")].map(({ length }) => length);
    const before = heard();
    await presses(chat, "budi", "Serahkan");
    expect(last(chat, "budi")).toContain("tidak ada yang berubah dan tidak ada yang diberi tahu");
    expect(heard()).toEqual(before);
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.tells("budi", "/handover Maria");
    await presses(chat, "budi", "Ana");
    await presses(chat, "budi", "Hand over");
    await chat.pass(2 * 60_000);
    await chat.tells("budi", "/handover Yosef");
    await presses(chat, "budi", "Ana");
    await presses(chat, "budi", "Hand over");
    expect(last(chat, "budi")).toContain("nothing has changed");
  });
});

describe("what a leader promised", () => {
  test("goes over with the role: reminders and `Terpenuhi`; who made it stays on record", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.is("bupati", "leader");
    await chat.tells("bupati", "/komitmen TNB-1 Anggaran disiapkan 1/12");
    await chat.tells("bupati", "/komitmen TNB-1 Perahu dibeli 2/12");
    await presses(chat, "bupati", "Terpenuhi");
    await handsOver(chat, "Ibu Bupati", "Yosef");
    expect(chat.heard("yosef").join()).toContain("komitmen yang masih berjalan: 1");
    const bupati = chat.heard("bupati").length;
    await chat.pass(2.75 * DAY + 3_600_000);
    expect(last(chat, "yosef")).toContain("Besok, 1 Des 2026: komitmen Anda, dilanjutkan dari Ibu Bupati");
    expect(chat.heard("bupati").slice(bupati).join()).not.toContain("Besok");
    await presses(chat, "yosef", "Terpenuhi");
    expect(last(chat, "yosef")).toContain("Terpenuhi. Terima kasih!");
    expect(last(chat, "yosef")).toContain("Ibu Bupati");
    expect(chat.errors).toEqual([]);
  });

  test("comes back when that was a mistake, without the newcomer's own", async ({ chat }) => {
    await opens(chat);
    await chat.is("bupati", "leader");
    await chat.is("yosef", "leader");
    await chat.tells("bupati", "/komitmen TNB-1 Anggaran disiapkan 1/12");
    await chat.tells("yosef", "/komitmen TNB-1 Kader dilatih 2/12");
    await handsOver(chat, "Ibu Bupati", "Yosef");
    const keepers = async () =>
      (await chat.app.db.commitment.findMany({ orderBy: { id: "asc" } })).map(({ keeperId }) => keeperId);
    expect(await keepers()).toEqual([(await personOf(chat, "yosef")).id, null]);
    await presses(chat, "budi", "Batalkan");
    expect(await keepers()).toEqual([null, null]);
  });
});

test("whoever hands over the own role as a facilitator may still undo that, and nobody else", async ({
  chat,
}) => {
  await opens(chat);
  await handsOver(chat, "Budi", "Yosef");
  expect(await rolesOf(chat, "budi")).toEqual([]);
  const { id } = await chat.app.db.handover.findFirstOrThrow();
  const press = { data: `undoHandover:${id}`, chat: who.ana };
  expect((await forgedPress(chat, who.ana, press)).text).toContain("Hanya fasilitator");
  await presses(chat, "budi", "Batalkan");
  expect([await rolesOf(chat, "budi"), await rolesOf(chat, "yosef")]).toEqual([["facilitator"], []]);
});

describe("whoever looks after an idea", () => {
  test("is asked for its result, and told what a leader promised", async ({ chat }) => {
    await begins(chat);
    await presses(chat, "budi", "Serahkan peran dan ide");
    await chat.is("bupati", "leader");
    await chat.tells("bupati", "/komitmen TNB-1 Anggaran disiapkan 5/12");
    await chat.pass(65_000);
    expect(last(chat, "yosef")).toContain("Ibu Bupati berkomitmen");
    await chat.app.db.idea.updateMany({ data: { stage: "deliver" } });
    const idea = await chat.app.db.idea.findFirstOrThrow();
    await forgedPress(chat, who.yosef, { data: `outcome:${idea.id}:result`, chat: who.yosef });
    await chat.tells("yosef", "Tunggu 40 menit");
    expect(await chat.app.db.idea.findFirst()).toMatchObject({ result: "Tunggu 40 menit" });
  });

  test("plans and changes it as its author does, and cannot take it back", async ({ chat }) => {
    await begins(chat);
    const press = async (data: string) => forgedPress(chat, who.yosef, { data, chat: who.yosef });
    const { id } = await chat.app.db.idea.findFirstOrThrow();
    expect((await press(`change:${id}`)).text).toContain("Hanya penulis");
    await presses(chat, "budi", "Serahkan peran dan ide");

    await chat.tells("yosef", "/rencana TNB-1 Latih kader 30/11");
    expect(last(chat, "yosef")).toContain("Latih kader");
    await press(`change:${id}`);
    await chat.tells("yosef", "Antrean puskesmas lewat WhatsApp");
    expect(await chat.app.db.idea.findFirst()).toMatchObject({ text: "Antrean puskesmas lewat WhatsApp" });
    expect(card(chat)?.text).toContain("Oleh Ana");
    await press(`withdraw:${id}`);
    await press(`withdrawn:${id}:done`);
    expect(await chat.app.db.idea.findFirst()).toMatchObject({ state: "posted" });
    await chat.says("maria", "Berapa biayanya?", { replyTo: card(chat)?.id ?? 0 });
    expect(last(chat, "yosef")).toContain("Berapa biayanya?");
    expect(last(chat, "ana")).toContain("Berapa biayanya?");
  });

  test("is briefed in English where that is chosen", async ({ chat }) => {
    await begins(chat);
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await presses(chat, "budi", "Serahkan peran dan ide");
    expect(last(chat, "yosef")).toContain("You go on from Ana");
    expect(last(chat, "budi")).toContain("is done");
  });
});
