import { describe } from "vitest";
import { createLab } from "../src/labs/create-lab.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { dropFile } from "../src/playground/files.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, presses } from "./support/opens.ts";
import { pixel } from "./support/wire-world.ts";

const FLIP = "Papan antrean di depan loket";
const photo = { kind: "photo", bytes: pixel } as const;
const letter = { kind: "document", bytes: Buffer.from("Surat"), name: "surat Ana.pdf" } as const;
const voice = { kind: "voice", bytes: Buffer.from("Suara"), seconds: 12 } as const;

const round = { kind: "video_note", bytes: Buffer.from("Video"), seconds: 9 } as const;

/** The lab is open; Ana, Yosef, Maria and Budi belong to it and can be reached privately. */
async function begins(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef", "budi"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.is("maria", "mentor");
}

const ideas = ({ app }: Chat) =>
  app.db.idea.findMany({ orderBy: { number: "asc" }, include: { attachments: true } });
const kindsOf = (idea: { attachments: { kind: string }[] } | undefined) =>
  (idea?.attachments ?? []).map(({ kind }) => kind);
/** How often the bot has spoken to somebody. */
const count = (chat: Chat, person: CastKey) => chat.heard(person).length;

describe("/ide with a file", () => {
  test("as the caption of a photo in the group: the card counts the file", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", photo, { in: lab, text: `/ide ${FLIP}` });
    expect(card(chat)?.text).toContain(FLIP);
    expect(card(chat)?.text).toContain("📎 1 berkas");
    const [idea] = await ideas(chat);
    expect(idea?.attachments).toMatchObject([{ kind: "photo", bytes: pixel.length }]);
    expect(chat.errors).toEqual([]);
  });

  test("as a reply to a colleague's photo: its caption is the text, its file comes along", async ({
    chat,
  }) => {
    await begins(chat);
    const on = await chat.sends("yosef", photo, { in: lab, text: FLIP });
    await chat.says("ana", "/ide", { replyTo: on });
    const [idea] = await ideas(chat);
    expect(idea).toMatchObject({ text: FLIP, attachments: [{ kind: "photo", personId: idea?.authorId }] });
    expect(card(chat)?.text).toContain("Oleh Yosef");

    const mute = await chat.sends("yosef", photo, { in: lab });
    await chat.says("ana", "/ide", { replyTo: mute });
    expect(chat.heard("ana", lab).at(-1)).toContain("berkas tanpa kata-kata");
    await chat.says("ana", "/ide Bank sampah di tiap sekolah", { replyTo: mute });
    expect(kindsOf((await ideas(chat))[1])).toEqual(["photo"]);
  });

  test("bare, in the group, asks for a sentence; the answer has the file, and an album's other files", async ({
    chat,
  }) => {
    await begins(chat);
    chat.world.addBot(lab, who.budi, true);
    await chat.sends("ana", photo, { in: lab, text: "/ide", album: "7" });
    const asked = chat.sees("ana", lab).at(-1);
    expect(asked?.text).toContain("Balas pesan ini dengan satu kalimat");
    const said = chat.heard("ana", lab).length;
    await chat.sends("ana", photo, { in: lab, album: "7" });
    expect(chat.heard("ana", lab)).toHaveLength(said);
    await chat.says("ana", FLIP, { replyTo: asked?.id ?? 0 });
    expect(kindsOf((await ideas(chat))[0])).toEqual(["photo", "photo"]);
    expect(card(chat)?.text).toContain("📎 2 berkas");
  });

  test("answers the question, in private and in the group", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", "/ide");
    await chat.sends("ana", letter, { text: FLIP });
    expect(last(chat, "ana")).toContain("TNB-1 tersimpan");
    expect(last(chat, "ana")).toContain("📎");
    await chat.says("yosef", "/ide");
    await chat.sends("yosef", voice, { in: lab, replyTo: chat.sees("yosef", lab).at(-1)?.id ?? 0 });
    expect(chat.heard("yosef", lab).at(-1)).toContain("Apa idenya?");
    await chat.says("yosef", "Perahu perpustakaan", { replyTo: chat.sees("yosef", lab).at(-1)?.id ?? 0 });
    expect((await ideas(chat)).map(kindsOf)).toEqual([["document"], ["voice"]]);
    expect(chat.errors).toEqual([]);
  });
});

describe("a file in private", () => {
  test("with a caption is offered as an idea, and becomes one with its file, once", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", photo, { text: FLIP });
    expect(last(chat, "ana")).toContain(FLIP);
    expect(last(chat, "ana")).toContain("📎 1 berkas");
    const on = chat.sees("ana").at(-1)?.id ?? 0;
    const both = [1, 2].map(() => chat.world.press(who.ana, who.ana, on, "Jadikan ide"));
    await chat.settle();
    expect((await Promise.all(both)).map(({ text }) => text ?? "").join()).toContain("tidak berlaku lagi");
    expect(await ideas(chat)).toMatchObject([{ text: FLIP, attachments: [{ kind: "photo" }] }]);
    await presses(chat, "ana", "Kirim ke grup");
    expect(card(chat)?.text).toContain("📎 1 berkas");
    expect(chat.errors).toEqual([]);
  });

  test("without words is kept, and the bot asks for a sentence; the question waits", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", voice);
    expect(last(chat, "ana")).toContain("1 berkas saya simpan. Tulis satu kalimat");
    await chat.tells("ana", "/bantuan");
    await chat.sends("ana", photo);
    await chat.pass(6_000);
    await chat.tells("ana", "🙏");
    expect(last(chat, "ana")).toContain("belum menemukan kata-kata");
    await chat.tells("ana", FLIP);
    expect(last(chat, "ana")).toContain("TNB-1 tersimpan");
    expect(await ideas(chat)).toMatchObject([{ text: FLIP }]);
    expect(kindsOf((await ideas(chat))[0])).toEqual(["voice", "photo"]);
    expect(chat.errors).toEqual([]);
  });

  test("may be thrown away, and taken back", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", photo);
    await presses(chat, "ana", "Buang");
    expect(last(chat, "ana")).toContain("Dibuang");
    await presses(chat, "ana", "Kembalikan");
    expect(last(chat, "ana")).toContain("Tulis satu kalimat");
    await chat.tells("ana", FLIP);
    expect(kindsOf((await ideas(chat))[0])).toEqual(["photo"]);
  });

  test("of an album belongs to one idea, with one answer, whenever the idea is made", async ({ chat }) => {
    await begins(chat);
    const before = count(chat, "ana");
    await chat.sends("ana", photo, { text: FLIP, album: "9" });
    await chat.sends("ana", photo, { album: "9" });
    await chat.pass(6_000);
    expect(count(chat, "ana")).toBe(before + 1);
    expect(last(chat, "ana")).toContain("📎 2 berkas");
    await presses(chat, "ana", "Jadikan ide");
    await chat.sends("ana", photo, { album: "9" });
    expect(kindsOf((await ideas(chat))[0])).toEqual(["photo", "photo", "photo"]);
    expect(await ideas(chat)).toHaveLength(1);
  });

  test("answers no question that needs words: it goes with the idea, and the question stays open", async ({
    chat,
  }) => {
    await begins(chat);
    await chat.says("ana", `/ide ${FLIP}`);
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Yang terdampak");
    await chat.sends("ana", photo);
    expect(last(chat, "ana")).toContain("Tersimpan bersama TNB-1");
    await chat.tells("ana", "Semua pasien");
    expect(await ideas(chat)).toMatchObject([{ affected: "Semua pasien", attachments: [{}] }]);
  });

  test("that came while a question was open, and is not about that idea, is taken back", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", `/ide ${FLIP}`);
    await chat.sends("ana", photo);
    expect(last(chat, "ana")).toContain("Tersimpan bersama TNB-1");
    await presses(chat, "ana", "Bukan untuk ide ini");
    expect(last(chat, "ana")).toContain("1 berkas saya simpan");
    expect(await ideas(chat)).toMatchObject([{ attachments: [] }]);
    await chat.tells("ana", "Bank sampah di setiap sekolah");
    expect(await ideas(chat)).toMatchObject([{ affected: null }, { attachments: [{}] }]);
    expect(chat.errors).toEqual([]);
  });

  test("reads in English too", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", "/bahasa en");
    await chat.sends("ana", photo);
    expect(last(chat, "ana")).toContain("I have kept 1 file. Write one sentence");
  });
});

describe("a file below a session's board", () => {
  const board = (chat: Chat) =>
    chat.sees("yosef", lab).find(({ from, text }) => from.bot && text?.startsWith("💡"))?.id ?? 0;

  test("with a caption is an idea", async ({ chat }) => {
    await begins(chat);
    await chat.says("budi", "/tantangan Bagaimana supaya warga tidak antre?");
    await chat.sends("ana", photo, { in: lab, text: FLIP, replyTo: board(chat), album: "3" });
    await chat.sends("ana", photo, { in: lab, replyTo: board(chat), album: "3" });
    await chat.pass(6_000);
    expect(chat.sees("yosef", lab).find(({ id }) => id === board(chat))?.text).toContain("1 ide · 1 orang");
    expect(kindsOf((await ideas(chat))[0])).toEqual(["photo", "photo"]);
  });

  test("without words waits, and its sender is asked privately for one sentence", async ({ chat }) => {
    await begins(chat);
    await chat.says("budi", "/tantangan Bagaimana supaya warga tidak antre?");
    const group = chat.heard("ana", lab).length;
    await chat.sends("ana", voice, { in: lab, replyTo: board(chat) });
    expect(chat.heard("ana", lab)).toHaveLength(group);
    expect(last(chat, "ana")).toContain("langsung masuk ke sesi");
    await chat.tells("ana", FLIP);
    expect(last(chat, "ana")).toContain("TNB-1 masuk ke sesi");
    await chat.pass(6_000);
    expect(chat.sees("yosef", lab).find(({ id }) => id === board(chat))?.text).toContain("1 ide · 1 orang");
    expect(await ideas(chat)).toMatchObject([{ state: "posted", attachments: [{ kind: "voice" }] }]);
    expect(chat.errors).toEqual([]);
  });

  test("of somebody who never pressed Start is asked about in the group", async ({ chat }) => {
    await chat.opens();
    await chat.says("budi", "/tantangan Bagaimana supaya warga tidak antre?");
    await chat.sends("ana", photo, { in: lab, replyTo: board(chat) });
    const asked = chat.sees("ana", lab).at(-1);
    expect(asked?.text).toContain("Balas pesan ini dengan satu kalimat");
    await chat.says("ana", FLIP, { replyTo: asked?.id ?? 0 });
    const challenge = await chat.app.db.challenge.findFirstOrThrow();
    expect(await ideas(chat)).toMatchObject([
      { challengeId: challenge.id, attachments: [{ kind: "photo" }] },
    ]);
  });
});

describe("messages that are passed on", () => {
  test("in a burst come together under one answer, and become one idea that names nobody", async ({
    chat,
  }) => {
    await begins(chat);
    const before = count(chat, "ana");
    await chat.sends("ana", undefined, { text: "Antrean terlalu panjang", forward: who.yosef });
    await chat.sends("ana", photo, { forward: "Seseorang" });
    await chat.sends("ana", undefined, { text: "Pakai nomor antrean saja", forward: "Seseorang" });
    await chat.pass(6_000);
    expect(count(chat, "ana")).toBe(before + 1);
    expect(last(chat, "ana")).toContain("2 pesan terkumpul:");
    expect(last(chat, "ana")).toContain("📎 1 berkas");
    const answer = chat.sees("ana").findLast(({ from }) => from.bot);
    expect(answer?.buttons?.flat().map(({ text }) => text)).toEqual([
      ...["Jadikan satu ide", "Satu ide per pesan", "Buang"],
    ]);
    await presses(chat, "ana", "Jadikan satu ide");
    const [idea, ...more] = await ideas(chat);
    expect(more).toEqual([]);
    expect(idea?.text).toBe("Antrean terlalu panjang\n\nPakai nomor antrean saja");
    const ana = await chat.app.db.person.findUniqueOrThrow({ where: { telegramId: BigInt(who.ana) } });
    expect(idea).toMatchObject({ authorId: ana.id, recordedById: null, attachments: [{ kind: "photo" }] });
    expect(JSON.stringify(await chat.app.db.draft.findMany())).not.toMatch(/Yosef|Seseorang/);
    expect(chat.errors).toEqual([]);
  });

  test("become one idea each, with the files that stood between them", async ({ chat }) => {
    await begins(chat);
    for (const text of ["Antrean terlalu panjang", "Bank sampah sekolah"])
      await chat.sends("ana", text.startsWith("A") ? letter : undefined, { text, forward: who.yosef });
    await chat.pass(6_000);
    await presses(chat, "ana", "Satu ide per pesan");
    expect((await ideas(chat)).map(({ text }) => text)).toEqual([
      "Antrean terlalu panjang",
      "Bank sampah sekolah",
    ]);
    expect((await ideas(chat)).map(kindsOf)).toEqual([["document"], []]);
  });

  test("alone, or long after the last one, are as any other", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", undefined, { text: "Antrean terlalu panjang", forward: who.yosef });
    expect(labels(chat, "ana")).toEqual(["Jadikan ide"]);
    await chat.pass(61_000);
    await chat.sends("ana", undefined, { text: "Bank sampah sekolah", forward: who.yosef });
    expect(last(chat, "ana")).toContain("Bank sampah");
    expect(last(chat, "ana")).not.toContain("Antrean");
    await chat.tells("ana", "Ini ide saya sendiri");
    expect(last(chat, "ana")).toContain("Ini ide saya sendiri");
  });

  test("answer /ide together, without a name where none was wanted", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", "/ide");
    await presses(chat, "ana", "Anonim");
    for (const text of ["Antrean terlalu panjang", "Pakai nomor antrean"])
      await chat.sends("ana", undefined, { text, forward: who.yosef });
    await chat.pass(6_000);
    await presses(chat, "ana", "Jadikan satu ide");
    expect(await ideas(chat)).toMatchObject([{ anonymous: true, state: "waiting" }]);
    expect(last(chat, "budi")).toContain("Pakai nomor antrean");
  });

  test("cannot be taken by somebody else", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", photo, { text: FLIP });
    const { id } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "talk" } });
    const on = await chat.sends("yosef", photo, { text: "Perahu" });
    expect(on).toBeGreaterThan(0);
    for (const data of [`take:${id}:one`, `drop:${id}`])
      await forgedPress(chat, who.yosef, { data, chat: who.yosef });
    expect(await ideas(chat)).toEqual([]);
    expect(await chat.app.db.draft.count({ where: { kind: "talk" } })).toBe(2);
  });
});

describe("a round video", () => {
  test("is kept as any file, and sent again as what it is, with the words right after it", async ({
    chat,
  }) => {
    await begins(chat);
    await chat.sends("ana", round);
    expect(last(chat, "ana")).toContain("1 berkas saya simpan");
    await chat.tells("ana", FLIP);
    await presses(chat, "ana", "Kirim ke grup");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("📎 Video bulat · 1 kB · 0:09");
    await presses(chat, "yosef", "Lihat berkas");
    const [video, words] = chat.sees("yosef").slice(-2);
    expect(video).toMatchObject({ sound: { kind: "video_note", seconds: 9 } });
    expect(video?.text).toBeUndefined();
    expect(words?.text).toBe(`TNB-1 · ${FLIP}`);
    await chat.tells("yosef", "Bagus sekali", { replyTo: video?.id ?? 0 });
    expect(last(chat, "ana")).toContain("Bagus sekali");
    expect(chat.errors).toEqual([]);
  });

  test("is added by its author in the group; where Telegram lost it, it comes from our copy, else words say so", async ({
    chat,
  }) => {
    await begins(chat);
    await chat.sends("ana", round, { in: lab });
    expect(await chat.app.db.attachment.count()).toBe(0);
    await chat.sends("ana", photo, { in: lab, text: `/ide ${FLIP}` });
    await chat.sends("ana", round, { in: lab, replyTo: card(chat)?.id ?? 0 });
    expect(card(chat)?.text).toContain("📎 2 berkas");
    await chat.pass(60_000);
    const { id, fileId } = await chat.app.db.attachment.findFirstOrThrow({ where: { kind: "video_note" } });
    dropFile(chat.world.inside.ground, fileId);
    await chat.presses("yosef", "Rincian");
    await chat.tells("yosef", "/bahasa en");
    const before = count(chat, "yosef");
    const told = () => chat.heard("yosef").slice(before);
    await presses(chat, "yosef", "Lihat berkas");
    expect(chat.sees("yosef").at(-2)).toMatchObject({ sound: { kind: "video_note" } });
    expect(told().at(-1)).toContain("file 2 of 2");
    await chat.app.db.attachment.update({ where: { id }, data: { copiedAt: null } });
    await presses(chat, "yosef", "Lihat berkas");
    expect(told()).toHaveLength(5);
    expect(told().at(-1)).toContain("This round video");
  });
});

describe("Lihat berkas", () => {
  /** Ana's idea in the group has a photo, a letter and a voice note. */
  async function gives(chat: Chat) {
    await begins(chat);
    await chat.sends("ana", photo);
    for (const file of [letter, voice]) await chat.sends("ana", file);
    await chat.tells("ana", FLIP);
  }
  const sent = (chat: Chat, person: CastKey) =>
    chat.sees(person).filter(({ from, photo, document, sound }) => from.bot && (photo || document || sound));

  test("sends each file again, privately, with the idea's code; Rincian lists them", async ({ chat }) => {
    await gives(chat);
    await presses(chat, "ana", "Kirim ke grup");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("📎 3 berkas");
    expect(last(chat, "yosef")).toContain("📎 Dokumen: surat Ana.pdf · 1 kB");
    expect(last(chat, "yosef")).toContain("📎 Rekaman suara · 1 kB · 0:12");
    await presses(chat, "yosef", "Lihat berkas");
    await chat.pass(6_000);
    expect(sent(chat, "yosef")).toMatchObject([
      { photo: expect.any(String), text: `TNB-1 · ${FLIP} · berkas 1 dari 3` },
      { document: { name: "surat Ana.pdf" } },
      { sound: { kind: "voice", seconds: 12 } },
    ]);
    expect(chat.heard("yosef", lab).join()).not.toContain("berkas 1 dari 3");
    expect(chat.errors).toEqual([]);
  });

  test("a reply to a file is a reply to its idea", async ({ chat }) => {
    await gives(chat);
    await presses(chat, "ana", "Kirim ke grup");
    await chat.presses("maria", "Rincian");
    await presses(chat, "maria", "Lihat berkas");
    await chat.pass(6_000);
    await chat.tells("maria", "Bagus, lanjutkan", { replyTo: sent(chat, "maria")[0]?.id ?? 0 });
    expect(await chat.app.db.feedback.findMany()).toMatchObject([{ text: "Bagus, lanjutkan" }]);
  });

  test("comes from our copy where Telegram has lost the file, else says so", async ({ chat }) => {
    await gives(chat);
    await presses(chat, "ana", "Kirim ke grup");
    await chat.pass(60_000);
    const files = await chat.app.db.attachment.findMany({ orderBy: { id: "asc" } });
    expect(files.every(({ copiedAt }) => copiedAt)).toBe(true);
    for (const { fileId } of files) dropFile(chat.world.inside.ground, fileId);
    const [, , third] = files;
    await chat.app.db.attachment.update({ where: { id: third?.id ?? 0 }, data: { copiedAt: null } });
    await chat.presses("yosef", "Rincian");
    await presses(chat, "yosef", "Lihat berkas");
    await chat.pass(6_000);
    expect(sent(chat, "yosef")).toMatchObject([
      { photo: expect.any(String) },
      { document: { name: "surat Ana.pdf" } },
    ]);
    expect(last(chat, "yosef")).toContain("sudah tidak ada di Telegram");
  });

  test("is nobody's of another lab, and only the author's once the idea is out of sight", async ({
    chat,
  }) => {
    await gives(chat);
    const press = (person: CastKey) =>
      forgedPress(chat, who[person], { data: "files:1:0", chat: who[person] });
    expect((await press("yosef")).text).toContain("tidak ada di lab ini");
    await presses(chat, "ana", "Kirim ke grup");
    expect((await press("yosef")).text).toBeUndefined();
    await chat.app.db.idea.updateMany({ data: { state: "hidden" } });
    expect((await press("yosef")).text).toContain("tidak ada di lab ini");
    expect((await press("ana")).text).toBeUndefined();

    const { app, clock } = chat;
    const other = await app.db.transact((db) =>
      createLab({ db, now: clock.now(), defaults: app.defaults }, "Lab Sorong"),
    );
    await app.db.idea.updateMany({ data: { state: "posted", labId: other.id } });
    expect((await press("yosef")).text).toBeTruthy();
    const inGroup = await forgedPress(chat, who.yosef, { data: "files:1:0" });
    expect(inGroup.text).toContain("tidak ada di lab ini");
    await chat.pass(6_000);
    expect(sent(chat, "yosef")).toHaveLength(3);
  });

  test("of an anonymous idea shows others its photos only, and no name", async ({ chat }) => {
    await gives(chat);
    await presses(chat, "ana", "Kirim anonim");
    expect(last(chat, "ana")).toContain("tidak saya tunjukkan kepada siapa pun");
    expect(last(chat, "budi")).toContain("📎 1 foto");
    await presses(chat, "budi", "Lihat berkas");
    await presses(chat, "budi", "Terbitkan");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("Dokumen · 1 kB · hanya untuk penulisnya");
    expect(last(chat, "yosef")).not.toContain("surat Ana");
    await presses(chat, "yosef", "Lihat berkas");
    await chat.tells("ana", "/ideku");
    await forgedPress(chat, who.ana, { data: "files:1:0", chat: who.ana });
    await chat.pass(6_000);
    for (const person of ["yosef", "budi"] as const)
      expect(sent(chat, person)).toMatchObject([{ photo: expect.any(String), text: `TNB-1 · ${FLIP}` }]);
    expect(sent(chat, "ana")).toHaveLength(3);
    expect(chat.errors).toEqual([]);
  });

  test("sends ten at a press, and the others at the next", async ({ chat }) => {
    await begins(chat);
    for (let n = 0; n < 12; n++)
      await chat.sends("ana", { ...photo, bytes: Buffer.from([...pixel, n]) }, { album: "5" });
    await chat.tells("ana", FLIP);
    await presses(chat, "ana", "Kirim ke grup");
    await chat.presses("yosef", "Rincian");
    await presses(chat, "yosef", "Lihat berkas");
    await chat.pass(60_000);
    expect(sent(chat, "yosef")).toHaveLength(10);
    await presses(chat, "yosef", "Berikutnya");
    await chat.pass(60_000);
    expect(sent(chat, "yosef")).toHaveLength(12);
    expect(last(chat, "yosef")).toContain("berkas 12 dari 12");
    expect(labels(chat, "yosef")).toEqual([]);
  });
});

describe("a file as a reply to a card", () => {
  const cardId = (chat: Chat) => card(chat)?.id ?? 0;

  test("is added by the author; others are asked for words, which are a comment", async ({ chat }) => {
    await begins(chat);
    await chat.says("ana", `/ide ${FLIP}`);
    await chat.sends("ana", photo, { in: lab, replyTo: cardId(chat) });
    await chat.sends("ana", letter, { in: lab, text: "Ini suratnya", replyTo: cardId(chat) });
    await chat.sends("yosef", photo, { in: lab, replyTo: cardId(chat) });
    expect(chat.heard("yosef", lab).at(-1)).toContain("balas dengan kata-kata");
    await chat.sends("yosef", photo, { in: lab, text: "Di sini juga begitu", replyTo: cardId(chat) });
    expect(kindsOf((await ideas(chat))[0])).toEqual(["photo", "document", "photo"]);
    expect(await chat.app.db.line.count()).toBe(2);
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("📎 3 berkas");
  });

  test("does not tell an anonymous author from anybody else, in the group", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", `/ide ${FLIP}`);
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    for (const person of ["ana", "yosef"] as const) {
      await chat.sends(person, photo, { in: lab, replyTo: cardId(chat) });
      expect(chat.heard("budi", lab).at(-1)).toContain("balas dengan kata-kata");
    }
    expect(kindsOf((await ideas(chat))[0])).toEqual([]);
  });
});

test("a burst may be longer than one message", async ({ chat }) => {
  await begins(chat);
  for (const word of ["antrean ", "loket "])
    await chat.sends("ana", undefined, { text: word.repeat(500), forward: who.yosef });
  await chat.pass(6_000);
  await presses(chat, "ana", "Jadikan satu ide");
  expect((await ideas(chat))[0]?.text.length).toBeGreaterThan(6_900);
  await presses(chat, "ana", "Kirim ke grup");
  expect(card(chat)?.text).toContain("antrean");
  expect(chat.errors).toEqual([]);
});

describe("files that come with words about an idea", () => {
  const note = { kind: "document", bytes: Buffer.from("Catatan"), name: "catatan.docx" } as const;
  async function posts(chat: Chat) {
    await begins(chat);
    await chat.says("ana", `/ide ${FLIP}`);
  }
  const on = (chat: Chat) => ({ in: lab, replyTo: card(chat)?.id ?? 0 });

  test("are kept with who gave them: a mentor's with feedback, an album with a comment", async ({ chat }) => {
    await posts(chat);
    await chat.sends("maria", note, { ...on(chat), text: "Catatan saya ada di dokumen ini" });
    await chat.sends("yosef", photo, { ...on(chat), text: "Seperti ini contohnya", album: "a" });
    await chat.sends("yosef", letter, { in: lab, album: "a" });
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("📎 3 berkas");
    expect(await chat.app.db.feedback.count()).toBe(1);
    await chat.starts("budi", "i_TNB-1");
    expect(last(chat, "budi")).toMatch(/📎 Dokumen: catatan\.docx.* · dari Maria/);
    expect(last(chat, "budi")).toMatch(/📎 Foto.* · dari Yosef/);
    await presses(chat, "budi", "Lihat berkas");
    expect(last(chat, "budi")).toContain("berkas 3 dari 3 · dari Yosef");
    expect(chat.errors).toEqual([]);
  });

  test("are the author's own idea's where the author gives them", async ({ chat }) => {
    await posts(chat);
    await chat.sends("ana", photo, { ...on(chat), text: "Ini papannya" });
    await chat.starts("budi", "i_TNB-1");
    expect(last(chat, "budi")).toContain("📎 Foto");
    expect(last(chat, "budi")).not.toContain("dari Ana");
  });

  test("tell no anonymous author: in the group they bear the name that all saw, in private none", async ({
    chat,
  }) => {
    await begins(chat);
    await chat.tells("ana", `/ide ${FLIP}`);
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    await chat.sends("yosef", letter, { ...on(chat), text: "Surat dari desa" });
    await chat.sends("ana", { ...note, name: "umum.docx" }, { ...on(chat), text: "Ada contohnya" });
    await chat.starts("ana", "i_TNB-1");
    const replyTo = chat.sees("ana").at(-1)?.id ?? 0;
    const more = { ...photo, bytes: Buffer.concat([pixel, pixel]) };
    await chat.sends("ana", more, { text: "Ini fotonya", replyTo });
    await chat.starts("yosef", "i_TNB-1");
    expect(last(chat, "yosef")).toMatch(/Dokumen: surat Ana\.pdf.* · dari Yosef/);
    expect(last(chat, "yosef")).toMatch(/Dokumen: umum\.docx.* · dari Ana/);
    expect(last(chat, "yosef")).toMatch(/📎 Foto(?!.*dari)/);
    expect(chat.errors).toEqual([]);
  });
});
