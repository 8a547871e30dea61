import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { funnelAt } from "../src/stages/funnel.ts";
import { type Chat, expect, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const DAY = 86_400_000;

const ideaOf = (chat: Chat) => chat.app.db.idea.findFirstOrThrow({ where: { number: 1 } });
const puts = (chat: Chat, data: object) => chat.app.db.idea.updateMany({ where: { number: 1 }, data });

/** Budi looks at the stage of Ana's idea, which is there. */
async function looks(chat: Chat, stage: string) {
  await opens(chat);
  await puts(chat, { stage });
  await chat.tells("budi", "/tahap TNB-1");
}

describe("the gate of Design", () => {
  test("wants a mentor's feedback that its author answered: a comment after it counts, one before does not", async ({
    chat,
  }) => {
    await opens(chat);
    await puts(chat, { stage: "design" });
    const onCard = { replyTo: card(chat)?.id ?? 0 };
    await chat.says("ana", "Sudah ada di Ambon", onCard);
    await chat.says("maria", "Berapa biayanya?", onCard);
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("belum ada: masukan mentor yang sudah ditanggapi");
    await chat.says("yosef", "Saya setuju", onCard);
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("belum ada: masukan mentor");
    await chat.says("ana", "Sekitar dua juta", onCard);
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("✅ masukan mentor");
  });

  test("takes a change of the idea for an answer", async ({ chat }) => {
    await opens(chat);
    await puts(chat, { stage: "design" });
    await chat.says("maria", "Berapa biayanya?", { replyTo: card(chat)?.id ?? 0 });
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Antrean lewat pesan singkat, dua juta setahun");
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("✅ masukan mentor");
  });

  test("never tells by it who wrote an anonymous idea: what is said in the group does not count", async ({
    chat,
  }) => {
    await opens(chat);
    await puts(chat, { stage: "design", anonymous: true });
    await chat.says("maria", "Berapa biayanya?", { replyTo: card(chat)?.id ?? 0 });
    await chat.says("ana", "Sekitar dua juta", { replyTo: card(chat)?.id ?? 0 });
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("belum ada: masukan mentor");
    await chat.tells("ana", "Sekitar dua juta", { replyTo: chat.sees("ana").at(-1)?.id ?? 0 });
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("✅ masukan mentor");
  });
});

describe("the gate of Deliver", () => {
  test("wants a leader's commitment, a step that is done, and evidence", async ({ chat }) => {
    await looks(chat, "deliver");
    for (const name of ["komitmen pimpinan", "langkah pertama selesai", "bukti pada satu langkah"])
      expect(last(chat, "budi")).toContain(`belum ada: ${name}`);
    await chat.is("bupati", "leader");
    await chat.tells("bupati", "/komitmen TNB-1 Anggaran disiapkan 30/11");
    await chat.tells("ana", "/rencana TNB-1 Latih kader besok");
    await presses(chat, "ana", "✓ 1");
    await presses(chat, "ana", "Bukti langkah 1");
    await chat.tells("ana", "Daftar hadir ada di kantor");
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).not.toContain("belum ada");
    await presses(chat, "budi", "Lanjut ke Display");
    expect(last(chat, "budi")).toContain("lanjut ke tahap Display");
    expect(chat.errors).toEqual([]);
  });
});

describe("the launch", () => {
  test("is today by one press; its author is told, and the day can be changed", async ({ chat }) => {
    await looks(chat, "deliver");
    await presses(chat, "budi", "Sudah diluncurkan");
    await presses(chat, "budi", "Hari ini");
    expect(last(chat, "budi")).toContain("tercatat dipakai sejak 27 Nov 2026");
    expect(last(chat, "ana")).toContain("Ide Anda TNB-1");
    expect(last(chat, "ana")).toContain("sudah dipakai sejak 27 Nov 2026");
    expect((await ideaOf(chat)).launchedAt).toEqual(new Date("2026-11-26T15:00:00Z"));
    await chat.pass(3 * DAY);
    const before = chat.heard("ana").length;
    await presses(chat, "budi", "Ubah hari peluncuran");
    expect(last(chat, "budi")).toContain("Tercatat: 27 Nov 2026");
    await chat.tells("budi", "kemarin");
    expect(last(chat, "budi")).toContain("dipakai sejak 29 Nov 2026");
    expect(chat.heard("ana")).toHaveLength(before);
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("Diluncurkan 29 Nov 2026");
    await presses(chat, "budi", "Ubah hari peluncuran");
    await presses(chat, "budi", "Belum diluncurkan");
    expect((await ideaOf(chat)).launchedAt).toBeNull();
    expect(chat.errors).toEqual([]);
  });

  test("is no day to come, none before the idea was sent, and no other word; the question stays", async ({
    chat,
  }) => {
    await looks(chat, "deliver");
    await presses(chat, "budi", "Sudah diluncurkan");
    for (const [said, why] of [
      ["30/11", "Hari itu belum tiba"],
      ["1/11", "sebelum idenya dikirim"],
      ["31/6/2026", "Tanggal itu tidak ada"],
      ["nanti saja", "Saya belum mengerti"],
    ] as const) {
      await chat.tells("budi", said);
      expect(last(chat, "budi")).toContain(why);
      expect(last(chat, "budi")).toContain(said);
      await chat.pass(20_000);
    }
    await chat.tells("budi", "hari ini");
    expect(last(chat, "budi")).toContain("dipakai sejak 27 Nov 2026");
  });

  test("is a facilitator's, and not before Deliver, whatever is pressed", async ({ chat }) => {
    await looks(chat, "design");
    expect(labels(chat, "budi").join()).not.toContain("diluncurkan");
    const { id } = await ideaOf(chat);
    const forged = (person: "budi" | "yosef") =>
      forgedPress(chat, who[person], { data: `launchToday:${id}`, chat: who[person] });
    expect((await forged("budi")).text).toContain("tidak");
    await puts(chat, { stage: "deliver" });
    expect((await forged("yosef")).text).toContain("fasilitator");
    expect((await ideaOf(chat)).launchedAt).toBeNull();
  });

  test("is the day of the move where nobody said it", async ({ chat }) => {
    await looks(chat, "deliver");
    await presses(chat, "budi", "Lanjut ke Display dengan alasan");
    await chat.tells("budi", "Sudah dipakai di semua puskesmas");
    expect((await ideaOf(chat)).launchedAt).toEqual(new Date("2026-11-26T15:00:00Z"));
    await chat.pass(5 * DAY);
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("Diluncurkan 27 Nov 2026");
  });
});

describe("result and benefit", () => {
  test("open the gate of Display; they are asked for by buttons, also under `Rincian`", async ({ chat }) => {
    await looks(chat, "display");
    expect(last(chat, "budi")).toContain("belum ada: hasil\n▫️ belum ada: manfaat");
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Hasil");
    await chat.tells("ana", "Waktu tunggu turun dari 3 jam menjadi 40 menit");
    expect(last(chat, "ana")).toContain("Masih ada satu lagi: manfaatnya");
    await presses(chat, "ana", "Manfaat");
    await chat.tells("ana", "Warga tidak perlu datang sejak subuh");
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("✅ hasil\n✅ manfaat");
    await presses(chat, "budi", "Hasil");
    expect(last(chat, "budi")).toContain("Sekarang tertulis:\nWaktu tunggu turun");
    await presses(chat, "budi", "Lanjut ke Documentation");
    await chat.tells("budi", "/tahap TNB-1");
    expect(last(chat, "budi")).toContain("ekspor (menyusul; belum tersedia di sini)");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("Manfaat: Warga tidak perlu datang sejak subuh");
    expect(labels(chat, "yosef")).not.toContain("Hasil");
    expect(chat.errors).toEqual([]);
  });

  test("are for those whose idea it is, and facilitators", async ({ chat }) => {
    await looks(chat, "display");
    const { id } = await ideaOf(chat);
    for (const kind of ["result", "benefit"]) {
      const { text } = await forgedPress(chat, who.yosef, { data: `outcome:${id}:${kind}`, chat: who.yosef });
      expect(text).toContain("penulis ide atau fasilitator");
    }
    await puts(chat, { stage: "diagnose" });
    const { text } = await forgedPress(chat, who.ana, { data: `outcome:${id}:result`, chat: who.ana });
    expect(text).toBeTruthy();
    expect(await chat.app.db.draft.count({ where: { kind: "result" } })).toBe(0);
  });
});

describe("the innovation card", () => {
  test("is one page of what was recorded, to whoever asks", async ({ chat }) => {
    await looks(chat, "deliver");
    await puts(chat, {
      ...{ text: "Antrean lewat pesan. Warga menunggu sejak subuh.", affected: "300 pasien" },
      ...{ difference: "Datang saat gilirannya", result: "Tunggu 40 menit", benefit: "Tidak perlu subuh" },
    });
    await presses(chat, "budi", "Lanjut ke Display dengan alasan");
    await chat.tells("budi", "Sudah dipakai");
    await chat.presses("yosef", "Rincian");
    await presses(chat, "yosef", "Kartu");
    const page = last(chat, "yosef");
    for (const part of [
      ...["KARTU INOVASI · TNB-1", "Antrean lewat pesan.", "Oleh Ana", "Warga menunggu sejak subuh."],
      ...["Yang terdampak: 300 pasien", "Yang berbeda: Datang saat gilirannya", "Hasil: Tunggu 40 menit"],
      ...["Manfaat: Tidak perlu subuh", "Dikirim 27 Nov 2026", "Display sejak 27 Nov 2026"],
      "Diluncurkan 27 Nov 2026",
    ])
      expect(page).toContain(part);
    expect(chat.errors).toEqual([]);
  });

  test("of an anonymous idea tells neither its author nor the unit", async ({ chat }) => {
    await looks(chat, "display");
    const { labId, id } = await ideaOf(chat);
    await chat.app.db.unit.create({ data: { labId, name: "Puskesmas Saumlaki", key: "saumlaki" } });
    await puts(chat, { anonymous: true, unitId: 1 });
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await forgedPress(chat, who.yosef, { data: `sheet:${id}`, chat: who.yosef });
    expect(last(chat, "yosef")).toContain("INNOVATION CARD · TNB-1");
    expect(last(chat, "yosef")).toContain("Anonymous");
    expect(last(chat, "yosef")).not.toMatch(/Ana|Saumlaki/);
  });
});

describe("the funnel at a day", () => {
  test("is typed after /tahap, and is that day's end in the lab's zone", async ({ chat }) => {
    await opens(chat);
    await chat.pass(2 * DAY);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.tells("budi", "/tahap 27/11");
    expect(last(chat, "budi")).toContain("Pada akhir hari 27 Nov 2026");
    expect(last(chat, "budi")).toContain("Diagnose: 1");
    await chat.tells("budi", "/tahap 26/11");
    expect(last(chat, "budi")).toContain("Diagnose: 0");
    await chat.tells("budi", "/tahap hari ini");
    expect(last(chat, "budi")).toContain("Diagnose: 2");
    await chat.tells("budi", "/tahap 5/12");
    expect(last(chat, "budi")).toContain("belum tiba");
    await chat.tells("budi", "/tahap apa saja");
    expect(last(chat, "budi")).toContain("tidak mengerti");
    await chat.tells("budi", "/tahap TNB-99");
    expect(last(chat, "budi")).toContain("tidak ada");
    expect(chat.errors).toEqual([]);
  });

  test("counts ideas that were in sight then, whatever became of them since", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.says("ana", "/ide Bank sampah di sekolah");
    const lab = await chat.app.db.lab.findFirstOrThrow();
    const at = (when: Date) => chat.app.db.transact((db) => funnelAt(db, lab, when));
    const diagnosed = async (when: Date) => (await at(when))[0]?.count;
    const [one, two, three] = await chat.app.db.idea.findMany({ orderBy: { number: "asc" } });
    const days: Date[] = [];
    const next = async () => {
      await chat.pass(DAY);
      days.push(new Date(chat.clock.now().getTime() - 1));
    };
    const forged = (data: string, by: "ana" | "budi" = "budi") =>
      forgedPress(chat, who[by], { data, chat: who[by] });

    const before = new Date(chat.clock.now().getTime() - DAY);
    await next();
    await forged(`join:${two?.id}:${one?.id}`);
    await next();
    await forged(`withdrawn:${three?.id}:done`, "ana");
    await next();
    await forged("unjoin:1");
    await next();
    await forged(`hidden:${two?.id}:noIdea`);
    await forged(`unwithdraw:${three?.id}`, "ana");
    await next();
    await forged(`unhide:${two?.id}`);
    await next();
    const counts = [];
    for (const day of days) counts.push(await diagnosed(day));
    expect(counts).toEqual([3, 2, 1, 2, 2, 3]);
    expect(await diagnosed(before)).toBe(0);
  });
});
