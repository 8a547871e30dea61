import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { last as heard, presses } from "./support/opens.ts";
import { opensTwo } from "./support/two-labs.ts";
import { pixel } from "./support/wire-world.ts";

const photo = { kind: "photo", bytes: pixel } as const;
const letter = { kind: "document", bytes: Buffer.from("Surat"), name: "surat.pdf" } as const;

const LESSON = "Di Saumlaki antrean puskesmas lewat SMS jalan, tetapi lansia lebih suka ditelepon.";

async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.settle();
}
const last = (chat: Chat, person: "ana" | "yosef") => chat.heard(person).at(-1) ?? "";

describe("/pengalaman", () => {
  test("is kept with a sign, and found by the search and beside a similar idea", async ({ chat }) => {
    await opens(chat);
    const before = chat.heard("yosef", lab).length;
    const said = await chat.says("ana", `/pengalaman ${LESSON}`);
    expect(chat.sees("ana", lab).find(({ id }) => id === said)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    expect(last(chat, "ana")).toContain("pengalaman Anda tersimpan");

    await chat.tells("yosef", "/cari antrean");
    expect(last(chat, "yosef")).toContain("tetapi ada pengalamannya");
    expect(last(chat, "yosef")).toContain("Ana: Di Saumlaki antrean puskesmas");
    await chat.tells("yosef", "/ide Antrean puskesmas lewat pesan singkat");
    expect(last(chat, "yosef")).toContain("Pengalaman Ana: Di Saumlaki");
    expect(chat.errors).toEqual([]);
  });

  test("bare asks, and its writer alone takes it back", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/pengalaman");
    expect(last(chat, "ana")).toContain("Pengalaman apa");
    await chat.tells("ana", LESSON);
    await chat.presses("ana", "Tarik kembali", { in: who.ana });
    expect(last(chat, "ana")).toContain("Pengalaman ini ditarik");
    await chat.tells("yosef", "/cari antrean");
    expect(last(chat, "yosef")).toContain("Belum ada ide");
    expect(await chat.app.db.idea.count()).toBe(0);
  });

  test("asks at most what its words do not tell, each question to be skipped; the search finds the answers", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("ana", "/pengalaman Kotak saran kami kosong setahun");
    expect(chat.heard("ana").at(-2)).toContain("pengalaman Anda tersimpan");
    expect(last(chat, "ana")).toContain("Di mana itu?");
    await chat.tells("ana", "Kelurahan Ritabel");
    expect(last(chat, "ana")).toContain("Apa yang berhasil di sana?");
    await chat.presses("ana", "Lewati", { in: who.ana });
    expect(last(chat, "ana")).toContain("Apa yang belum berhasil");
    await chat.tells("ana", "Kotaknya jauh dari loket pembayaran");
    expect(last(chat, "ana")).toContain("sudah tersimpan: Kotak saran kami kosong setahun");
    expect(await chat.app.db.experience.findFirstOrThrow()).toMatchObject({
      ...{ place: "Kelurahan Ritabel", worked: null, failed: "Kotaknya jauh dari loket pembayaran" },
    });
    await chat.tells("yosef", "/cari pembayaran");
    expect(last(chat, "yosef")).toContain(
      "Pengalaman Ana: Kotak saran kami kosong setahun\n📍 Kelurahan Ritabel\n⚠️ Yang tidak: Kotaknya jauh",
    );
    await chat.app.db.experience.updateMany({ data: { terms: [], termsEdition: 0 } });
    await chat.pass(60_000);
    await chat.tells("yosef", "/cari pembayaran");
    expect(last(chat, "yosef")).toContain("Kelurahan Ritabel");
    expect(chat.errors).toEqual([]);
  });

  test("shared in a group is completed privately, by who shared it; one taken back is asked of no more", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.says("ana", "/pengalaman Kotak saran kami kosong setahun");
    await chat.presses("ana", "Lengkapi", { in: who.ana });
    expect(last(chat, "ana")).toContain("Di mana itu?");
    const { id } = await chat.app.db.experience.findFirstOrThrow();
    const forged = await forgedPress(chat, who.yosef, { data: `enrich:${id}`, chat: who.yosef });
    expect(forged.text).toContain("bukan milik Anda");
    await chat.presses("ana", "Tarik kembali", { in: who.ana });
    await chat.tells("ana", "Kelurahan Ritabel");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect(await chat.app.db.experience.findFirstOrThrow()).toMatchObject({ place: null });
  });

  test("stands in one line among the details of an idea that resembles it", async ({ chat }) => {
    await opens(chat);
    await chat.says("ana", `/pengalaman ${LESSON}`);
    await chat.says("yosef", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("Pengalaman serupa, Ana: Di Saumlaki antrean puskesmas");
  });
});

test("the files of an experience are kept: those of its message, of its album, and those before the words", async ({
  chat,
}) => {
  await opens(chat);
  await chat.sends("ana", photo, { text: `/pengalaman ${LESSON}`, album: "a" });
  expect(chat.heard("ana").join()).toContain("📎 1 berkas");
  await chat.sends("ana", letter, { album: "a" });
  expect(await chat.app.db.attachment.count({ where: { experienceId: { not: null } } })).toBe(2);
  await chat.sends("yosef", photo, { text: "/pengalaman", album: "b" });
  await chat.sends("yosef", letter, { album: "b" });
  await chat.tells("yosef", LESSON);
  expect(chat.heard("yosef").join()).toContain("📎 2 berkas");
  expect(chat.errors).toEqual([]);
});

describe("the files of an experience", () => {
  const TITLE = "📎 Di Saumlaki";
  async function shares(chat: Chat) {
    await opens(chat);
    await chat.sends("ana", photo, { text: `/pengalaman ${LESSON}`, album: "a" });
    await chat.sends("ana", letter, { album: "a" });
    return chat.app.db.experience.findFirstOrThrow();
  }
  const sent = (chat: Chat, person: "ana" | "yosef" | "budi", at: number = who[person]) =>
    chat.sees(person, at).filter(({ from, photo, document }) => from.bot && (photo || document));

  test("come privately to whoever found it: by the search, beside a similar idea, among an idea's details", async ({
    chat,
  }) => {
    await shares(chat);
    await chat.tells("yosef", "/cari antrean");
    await presses(chat, "yosef", TITLE);
    expect(sent(chat, "yosef")).toMatchObject([
      { photo: expect.any(String), text: `📘 ${LESSON} · berkas 1 dari 2` },
      { document: { name: "surat.pdf" } },
    ]);
    await chat.tells("yosef", "/ide Antrean puskesmas lewat pesan singkat");
    await presses(chat, "yosef", TITLE);
    expect(sent(chat, "yosef")).toHaveLength(4);
    await presses(chat, "yosef", "Kirim ke grup");
    await chat.presses("yosef", "Rincian");
    await chat.tells("yosef", "/bahasa en");
    await chat.pass(60_000);
    await presses(chat, "yosef", TITLE);
    expect(sent(chat, "yosef")).toHaveLength(6);
    expect(last(chat, "yosef")).toContain("file 2 of 2");
    await presses(chat, "ana", "Lihat berkas");
    expect(sent(chat, "ana")).toHaveLength(2);
    expect(chat.errors).toEqual([]);
  });

  test("come from the digest in the group to who pressed alone, once the bot may write to them", async ({
    chat,
  }) => {
    await shares(chat);
    await chat.tells("yosef", "/ide Bank sampah sekolah");
    await presses(chat, "yosef", "Kirim ke grup");
    await chat.pass(2.75 * 86_400_000);
    expect(chat.heard("yosef", lab).join()).toContain("Pengalaman Ana");
    expect(await chat.presses("yosef", TITLE)).toContain("2 berkas saya kirim");
    expect(sent(chat, "yosef")).toHaveLength(2);
    expect(sent(chat, "yosef", lab)).toEqual([]);
    expect(await chat.presses("budi", TITLE)).toContain("tekan Mulai");
    expect(sent(chat, "budi")).toEqual([]);
  });

  test("are kept from others while it waits, and once it was hidden or taken back", async ({ chat }) => {
    await opens(chat);
    await chat.starts("budi");
    await chat.app.db.lab.updateMany({ data: { screens: true } });
    await chat.sends("ana", photo, { text: `/pengalaman ${LESSON}` });
    const { id } = await chat.app.db.experience.findFirstOrThrow();
    const data = `experienceFiles:${id}:0`;
    const yosef = () => forgedPress(chat, who.yosef, { data, chat: who.yosef });
    expect((await yosef()).text).toContain("menunggu persetujuan");
    await presses(chat, "budi", "Lihat berkas");
    expect(sent(chat, "budi")).toHaveLength(1);

    await presses(chat, "budi", "Setujui");
    await yosef();
    expect(sent(chat, "yosef")).toHaveLength(1);
    await presses(chat, "budi", "Sembunyikan");
    await yosef();
    await chat.app.db.experience.updateMany({ data: { heldAt: null } });
    await presses(chat, "ana", "Tarik kembali");
    await yosef();
    expect(sent(chat, "yosef")).toHaveLength(1);

    await forgedPress(chat, who.yosef, { data: "experienceFiles:999999:0", chat: who.yosef });
    expect(chat.errors).toEqual([]);
  });

  test("are not opened by somebody of another lab", async ({ chat }) => {
    await opensTwo(chat);
    await chat.sends("ana", photo, { text: `/pengalaman ${LESSON}` });
    const { id } = await chat.app.db.experience.findFirstOrThrow();
    const data = `experienceFiles:${id}:0`;
    const pressed = await forgedPress(chat, who.sari, { data, chat: who.sari });
    expect(pressed.text).toContain("sudah ditarik");
    expect(chat.sees("sari").some(({ photo: sees }) => sees)).toBe(false);
  });
});

describe("in a lab that screens, an experience of somebody who is not trusted", () => {
  const PHONE = "Di Larat Kadis Joni, 0812 3456 7890, tidak berhasil, antrean tetap panjang";
  async function shares(chat: Chat, text = PHONE) {
    await opens(chat);
    await chat.starts("budi");
    await chat.app.db.lab.updateMany({ data: { screens: true } });
    await chat.tells("yosef", `/pengalaman ${text}`);
  }
  const finds = async (chat: Chat) => {
    await chat.tells("ana", "/cari antrean");
    return last(chat, "ana").includes("0812");
  };

  test("is found by nobody, and in no digest, until a facilitator says yes; then it can be hidden again", async ({
    chat,
  }) => {
    await shares(chat);
    expect(chat.heard("yosef").join()).toContain("Fasilitator membacanya dulu");
    expect(heard(chat, "budi")).toContain("0812");
    expect(await finds(chat)).toBe(false);
    await chat.pass(2.75 * 86_400_000);
    expect(chat.heard("ana", lab).join()).not.toContain("0812 3456 7890, tidak");

    await presses(chat, "budi", "Setujui");
    expect(chat.heard("budi").join()).toContain("kini bisa menemukan");
    expect(chat.heard("yosef").at(-1)).toContain("disetujui fasilitator");
    expect(await finds(chat)).toBe(true);
    const told = chat.heard("yosef").length;
    await presses(chat, "budi", "Sembunyikan");
    expect(await finds(chat)).toBe(false);
    expect(chat.heard("yosef").slice(told)).toEqual([expect.stringContaining("disembunyikan fasilitator")]);
    expect(chat.errors).toEqual([]);
  });

  test("is shown to whoever becomes a facilitator later", async ({ chat }) => {
    await shares(chat);
    const hello = await chat.says("ana", "halo");
    await chat.says("budi", "/tim fasilitator", { replyTo: hello });
    expect(heard(chat, "ana")).toContain("0812");
    await presses(chat, "ana", "Setujui");
    expect(await finds(chat)).toBe(true);
  });

  test("is approved as it was read: what is added meanwhile is shown first, what is added later waits", async ({
    chat,
  }) => {
    await shares(chat, "Kotak saran kosong setahun");
    const { id } = await chat.app.db.experience.findFirstOrThrow();
    expect(last(chat, "yosef")).toContain("Di mana itu?");
    await chat.tells("yosef", "Kelurahan Ritabel");
    expect(await presses(chat, "budi", "Setujui")).toContain("Isinya bertambah");
    expect(heard(chat, "budi")).toContain("Kelurahan Ritabel");
    const held = async () => (await chat.app.db.experience.findFirstOrThrow()).heldAt !== null;
    expect(await held()).toBe(true);
    await presses(chat, "budi", "Setujui");
    expect(await held()).toBe(false);

    await chat.tells("yosef", "/bahasa en");
    await forgedPress(chat, who.yosef, { data: `enrich:${id}`, chat: who.yosef });
    await chat.tells("yosef", "Loketnya ramah");
    expect(await held()).toBe(true);
    expect(heard(chat, "budi")).toContain("Loketnya ramah");
    await forgedPress(chat, who.yosef, { data: `letExperience:${id}:yes:999`, chat: who.yosef });
    expect(await held()).toBe(true);
  });
});

test("an experience that was withdrawn can be brought back, by its writer alone", async ({ chat }) => {
  await opens(chat);
  await chat.tells("ana", `/pengalaman ${LESSON}`);
  await presses(chat, "ana", "Tarik kembali");
  const { id } = await chat.app.db.experience.findFirstOrThrow();
  await forgedPress(chat, who.yosef, { data: `reshare:${id}`, chat: who.yosef });
  await chat.tells("yosef", "/cari antrean");
  expect(last(chat, "yosef")).not.toContain("lansia");
  await presses(chat, "ana", "Kembalikan");
  expect(last(chat, "ana")).toContain("pengalaman Anda tersimpan");
  await chat.tells("yosef", "/cari antrean");
  expect(last(chat, "yosef")).toContain("lansia");
  expect(chat.errors).toEqual([]);
});
