import { describe } from "vitest";
import { findMoved } from "../src/digests/find-moved.ts";
import { who } from "../src/playground/cast.ts";
import { funnelAt } from "../src/stages/funnel.ts";
import { type Chat, expect, FRIDAY, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";
import { pixel } from "./support/wire-world.ts";

const DAY = 86_400_000;

describe("/rencana", () => {
  test("asks for steps, reads what, who and when, and ticks them off at a press", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1");
    expect(last(chat, "ana")).toContain("Belum ada rencana aksi");
    await presses(chat, "ana", "Tambah langkah");
    await chat.tells(
      "ana",
      "Uji coba di satu puskesmas oleh Ana Jumat depan\nCetak brosur (Bagian Umum) 30/11",
    );
    const shown = last(chat, "ana");
    expect(shown).toContain("0 dari 2 langkah selesai");
    expect(shown).toContain("1. Cetak brosur · Bagian Umum · 30 Nov 2026");
    expect(shown).toContain("2. Uji coba di satu puskesmas · Ana · 4 Des 2026");
    await presses(chat, "ana", "✓ 1");
    expect(last(chat, "ana")).toContain("1 dari 2 langkah selesai");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("rencana 1/2");
    await presses(chat, "ana", "↺ 1");
    expect(last(chat, "ana")).toContain("0 dari 2");
    expect(chat.errors).toEqual([]);
  });

  test("with text adds at once, also as a reply to the card", async ({ chat }) => {
    await opens(chat);
    await chat.says("maria", "/rencana Latih kader besok", { replyTo: card(chat)?.id ?? 0 });
    await chat.tells("ana", "/rencana TNB-1 Rapat dengan dinas lusa; Ibu Camat");
    expect(last(chat, "ana")).toContain("1. Latih kader · 28 Nov 2026");
    expect(last(chat, "ana")).toContain("2. Rapat dengan dinas · Ibu Camat · 29 Nov 2026");
  });

  test("asked for in the group takes what answers it there, also after a refusal", async ({ chat }) => {
    /** Telegram makes what is written next a reply to the message that wishes for one. */
    const answers = (text: string) => {
      const asked = chat.sees("ana", lab).at(-1);
      expect(asked?.forceReply).toBeDefined();
      return chat.says("ana", text, { replyTo: asked?.id ?? 0 });
    };
    await opens(chat);
    await chat.says("ana", "/rencana TNB-1 Latih kader 30/11");
    await chat.presses("ana", "Tambah langkah");
    await answers("Cetak brosur oleh Bagian Umum");
    expect(chat.heard("ana", lab).at(-1)).toContain("Kapan langkah ini dikerjakan?");
    await answers("Cetak brosur oleh Bagian Umum 1/12");
    expect(await chat.app.db.planItem.count()).toBe(2);
    await chat.says("ana", "/rencana TNB-1 4/12");
    await answers("Uji coba 4/12");
    expect(await chat.app.db.planItem.count()).toBe(3);
    expect(chat.errors).toEqual([]);
  });

  test("says what is wrong with a day, and loses nothing that was typed", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Cetak brosur 30/2");
    expect(last(chat, "ana")).toContain("Tanggal 30/2 tidak ada");
    expect(last(chat, "ana")).toContain("Cetak brosur 30/2");
    await chat.tells("ana", "/rencana TNB-1 Cetak brosur 1 November");
    expect(last(chat, "ana")).toContain("1 November sudah lewat");
    await chat.tells("ana", "/rencana TNB-1 Cetak brosur");
    expect(last(chat, "ana")).toContain("Kapan langkah ini dikerjakan?");
    expect(await chat.app.db.planItem.count()).toBe(0);
    await chat.tells("ana", "/rencana");
    expect(last(chat, "ana")).toContain("ide yang mana");
  });

  test("is its author's, a mentor's and a facilitator's to write", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader besok");
    await chat.tells("yosef", "/rencana TNB-1 Latih guru besok");
    expect(last(chat, "yosef")).toContain("diisi oleh penulis ide");
    await chat.tells("yosef", "/rencana TNB-1");
    expect(last(chat, "yosef")).toContain("Latih kader");
    expect(labels(chat, "yosef")).toEqual([]);
    await chat.tells("budi", "/rencana TNB-1");
    expect(labels(chat, "budi")).toContain("✓ 1");
  });

  test("reminds the morning before, and once after the day; not of what is done", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11\nCetak brosur 30/11");
    await presses(chat, "ana", "✓ 2");
    const reminders = () => chat.heard("ana").filter((text) => /^[⏳⏰]/u.test(text));
    await chat.pass(DAY);
    expect(reminders()).toEqual([]);
    await chat.pass(DAY);
    expect(reminders()).toMatchObject([expect.stringContaining("Latih kader")]);
    await chat.pass(2 * DAY);
    await chat.pass(2 * DAY);
    expect(reminders()).toHaveLength(2);
    expect(reminders()[1]).toContain("Sudah lewat batas waktunya");
    await chat.tells("ana", "/rencana TNB-1");
    expect(last(chat, "ana")).toContain("⏰ 1. Latih kader");
    expect(chat.errors).toEqual([]);
  });
});

describe("a step", () => {
  test("that is only a day is asked for what is to be done", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 30/11");
    expect(last(chat, "ana")).toContain("Langkah apa yang dikerjakan pada 30 Nov 2026?");
    expect(await chat.app.db.planItem.count()).toBe(0);
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.tells("ana", "/plan TNB-1 tomorrow");
    expect(last(chat, "ana")).toContain("What is to be done");
  });

  test("sent again within a minute is there once; later it is another one", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11");
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11");
    expect(last(chat, "ana")).toContain("0 dari 1 langkah");
    await chat.pass(61_000);
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11");
    expect(last(chat, "ana")).toContain("0 dari 2 langkah");
  });

  test("can be removed, and brought back with what showed that it was done", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11\nCetak brosur 1/12");
    await presses(chat, "ana", "✓ 1");
    await presses(chat, "ana", "Bukti langkah 1");
    await chat.sends("ana", { kind: "photo", bytes: pixel }, { text: "Daftar hadir" });
    await chat.pass(61_000);
    await chat.tells("ana", "/rencana TNB-1");
    await presses(chat, "ana", "Hapus langkah");
    expect(last(chat, "ana")).toContain("Langkah mana yang dihapus dari TNB-1?");
    expect(labels(chat, "ana")).toEqual(["✕ 1", "✕ 2", "Rencana"]);
    await presses(chat, "ana", "✕ 1");
    expect(last(chat, "ana")).toContain("Dihapus dari rencana TNB-1: Latih kader · 30 Nov 2026");
    expect(await chat.app.db.planItem.findMany()).toMatchObject([{ what: "Cetak brosur" }]);
    const on = chat.sees("ana").at(-1)?.id ?? 0;
    await presses(chat, "ana", "Kembalikan");
    expect(last(chat, "ana")).toContain("✅ 1. Latih kader · 30 Nov 2026 · 📎 1\n   🔗 Daftar hadir");
    expect(on).toBe(chat.sees("ana").at(-1)?.id);
    const draft = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "removedStep" } });
    const again = { data: `restoreStep:${draft.id}`, chat: who.ana, message: on };
    expect((await forgedPress(chat, who.ana, again)).text).toContain("tidak berlaku lagi");
    expect(await chat.app.db.planItem.count()).toBe(2);
    expect(chat.errors).toEqual([]);
  });

  test("is removed, and brought back, by those who may write the plan", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader 30/11");
    const { id } = await chat.app.db.planItem.findFirstOrThrow();
    const forged = async (data: string) =>
      (await forgedPress(chat, who.yosef, { data, chat: who.yosef })).text;
    expect(await forged(`removeStep:${id}`)).toContain("diisi oleh penulis ide");
    await presses(chat, "ana", "Hapus langkah");
    await presses(chat, "ana", "✕ 1");
    const draft = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "removedStep" } });
    expect(await forged(`restoreStep:${draft.id}`)).toContain("diisi oleh penulis ide");
    expect(await forged(`removeStep:${id}`)).toContain("tidak ada lagi");
    await chat.pass(3 * DAY);
    expect(chat.heard("ana").join()).not.toContain("Besok, 30 Nov");
    expect(chat.errors).toEqual([]);
  });
});

describe("evidence of a step", () => {
  const photo = { kind: "photo", bytes: pixel } as const;

  /** Ana's only step is done, and she sees her plan. */
  async function ticks(chat: Chat) {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1 Latih kader besok");
    await presses(chat, "ana", "✓ 1");
  }
  const step = (chat: Chat) => chat.app.db.planItem.findFirstOrThrow({ include: { evidence: true } });

  test("is offered once a step is ticked off: a photo, and it stays when the step is not done", async ({
    chat,
  }) => {
    await ticks(chat);
    expect(labels(chat, "ana")).toEqual(["↺ 1", "📎 Bukti langkah 1", "Tambah langkah", "Hapus langkah"]);
    await presses(chat, "ana", "Bukti langkah 1");
    expect(last(chat, "ana")).toContain("Kirim foto atau dokumen");
    await chat.sends("ana", photo);
    expect(last(chat, "ana")).toContain("Bukti tersimpan untuk TNB-1: Latih kader\n1 berkas");
    expect((await step(chat)).evidence).toMatchObject([{ kind: "photo" }]);
    await chat.tells("ana", "/rencana TNB-1");
    expect(last(chat, "ana")).toContain("✅ 1. Latih kader · 28 Nov 2026 · 📎 1");
    expect(labels(chat, "ana")).toEqual(["↺ 1", "Tambah langkah", "Hapus langkah"]);
    await presses(chat, "ana", "↺ 1");
    expect(last(chat, "ana")).toContain("▫️ 1. Latih kader · 28 Nov 2026 · 📎 1");
    expect(chat.errors).toEqual([]);
  });

  test("may be a link or a sentence, with more later; `Rincian` shows it", async ({ chat }) => {
    await ticks(chat);
    await presses(chat, "ana", "Bukti langkah 1");
    await chat.tells("ana", "https://dinkes.example/laporan <b>");
    expect(last(chat, "ana")).toContain("https://dinkes.example/laporan <b>");
    await presses(chat, "ana", "Tambah bukti");
    await chat.sends("ana", photo, { text: "Daftar hadir, 24 kader" });
    expect(await step(chat)).toMatchObject({
      ...{ evidenceNote: "https://dinkes.example/laporan <b>\nDaftar hadir, 24 kader", evidence: [{}] },
    });
    await chat.tells("ana", "/rencana TNB-1");
    expect(last(chat, "ana")).toContain("🔗 https://dinkes.example/laporan <b>\nDaftar hadir");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("📎 Latih kader · 1 berkas\nhttps://dinkes.example/laporan");
    await presses(chat, "yosef", "Lihat berkas");
    expect(last(chat, "yosef")).toContain("TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("can be skipped; then what is written next is something else", async ({ chat }) => {
    await ticks(chat);
    await presses(chat, "ana", "Bukti langkah 1");
    await presses(chat, "ana", "Lewati");
    expect(last(chat, "ana")).toContain("tanpa bukti untuk sekarang");
    await chat.sends("ana", photo);
    expect(await step(chat)).toMatchObject({ evidenceNote: null, evidence: [] });
    expect(chat.errors).toEqual([]);
  });

  test("is given by those who may tick the step, also with a forged press", async ({ chat }) => {
    await ticks(chat);
    const { id } = await step(chat);
    const press = { data: `evidence:${id}`, chat: who.yosef };
    expect((await forgedPress(chat, who.yosef, press)).text).toContain("diisi oleh penulis ide");
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.tells("maria", "/plan TNB-1");
    await presses(chat, "maria", "Evidence for step 1");
    expect(last(chat, "maria")).toContain("Send a photo or a document");
  });
});

describe("/tahap", () => {
  test("shows what is missing; passes with a reason, which is kept", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/tahap TNB-1");
    expect(chat.errors).toEqual([]);
    expect(last(chat, "budi")).toContain("Tahap: Diagnose");
    expect(last(chat, "budi")).toContain("belum ada: siapa yang terdampak");
    await presses(chat, "budi", "Lanjut ke Design dengan alasan");
    await chat.tells("budi", "Masalahnya sudah dibahas dalam rapat");
    expect(last(chat, "budi")).toContain("lanjut ke tahap Design");
    await chat.pass(61_000);
    expect(last(chat, "ana")).toContain("lanjut ke tahap Design");
    expect(await chat.app.db.stageChange.findMany()).toMatchObject([
      {
        ...{ from: "diagnose", to: "design", missing: ["affected", "difference"] },
        reason: "Masalahnya sudah dibahas dalam rapat",
      },
    ]);
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Tahap: Design");
    expect(chat.errors).toEqual([]);
  });

  test("moves on without a reason where everything is there", async ({ chat }) => {
    await opens(chat);
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Yang terdampak");
    await chat.tells("ana", "Sekitar 300 pasien tiap hari");
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Yang berbeda");
    await chat.tells("ana", "Warga datang saat gilirannya");
    expect(last(chat, "ana")).toContain("dicatat sebagai yang akan berbeda");
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("✅ siapa yang terdampak");
    await presses(chat, "budi", "Lanjut ke Design");
    expect(last(chat, "budi")).toContain("lanjut ke tahap Design");
    await chat.presses("ana", "Rincian");
    expect(last(chat, "ana")).toContain("Yang terdampak: Sekitar 300 pasien tiap hari");
  });

  test("bare shows the funnel, as it was at any time", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    const before = chat.clock.now();
    await chat.pass(DAY);
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design");
    await chat.tells("budi", "Sudah dibahas");
    await chat.tells("budi", "/tahap");
    expect(last(chat, "budi")).toContain("Diagnose: 1\nDesign: 1");
    const lab = await chat.app.db.lab.findFirstOrThrow();
    const then = await chat.app.db.transact((db) => funnelAt(db, lab, before));
    expect(then.slice(0, 2)).toEqual([
      { stage: "diagnose", count: 2 },
      { stage: "design", count: 0 },
    ]);
  });

  test("is for facilitators; a second press says that it has moved", async ({ chat }) => {
    await opens(chat);
    await chat.tells("yosef", "/tahap TNB-1");
    expect(last(chat, "yosef")).toContain("fasilitator");
    await chat.app.db.idea.updateMany({ data: { affected: "Warga", difference: "Cepat" } });
    await chat.tells("budi", "/tahap TNB-1");
    const on = chat.sees("budi").at(-1)?.id ?? 0;
    const press = () => chat.world.press(who.budi, who.budi, on, "Lanjut ke Design");
    const both = [press(), press()];
    await chat.settle();
    expect((await Promise.all(both)).map(({ text }) => text ?? "").join()).toContain("sudah berubah");
    expect(await chat.app.db.stageChange.count()).toBe(1);
  });

  test("by mistake is taken back; the author hears nothing, and the funnel of any time is right", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.app.db.idea.updateMany({ data: { affected: "Warga", difference: "Cepat" } });
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design");
    const between = chat.clock.now();
    await chat.pass(30_000);
    const on = chat.sees("budi").at(-1)?.id ?? 0;
    await presses(chat, "budi", "Batalkan");
    expect(last(chat, "budi")).toContain("TNB-1 kembali ke tahap Diagnose");
    await chat.pass(2 * 3_600_000);
    expect(chat.heard("ana").join()).not.toContain("Design");
    expect(await chat.app.db.idea.findFirst()).toMatchObject({ stage: "diagnose", launchedAt: null });
    const lab = await chat.app.db.lab.findFirstOrThrow();
    const [then, now] = await chat.app.db.transact(async (db) => [
      await funnelAt(db, lab, between),
      await funnelAt(db, lab, chat.clock.now()),
    ]);
    expect([then?.[0], then?.[1], now?.[0], now?.[1]].map((one) => one?.count)).toEqual([0, 1, 1, 0]);
    const week = { labId: lab.id, from: new Date(Date.parse(FRIDAY) - DAY), to: chat.clock.now() };
    expect((await chat.app.db.transact((db) => findMoved(db, [week]))).get(lab.id)).toBeUndefined();
    const { id } = await chat.app.db.stageChange.findFirstOrThrow({ orderBy: { id: "desc" } });
    for (const change of [id, id - 1]) {
      const press = { data: `unmove:${change}:no`, chat: who.budi, message: on };
      expect((await forgedPress(chat, who.budi, press)).text).toContain("sudah berubah");
      const yosef = { ...press, chat: who.yosef };
      expect((await forgedPress(chat, who.yosef, yosef)).text).toContain("fasilitator");
    }
    expect(chat.errors).toEqual([]);
  });
});
