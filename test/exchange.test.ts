import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, presses, QUEUE } from "./support/opens.ts";
import { offers, opensTwo, PASER } from "./support/two-labs.ts";

const LIKE_QUEUE = "Antre di puskesmas cukup lewat SMS. Warga pulau tidak perlu datang subuh";
const BOAT = "Perahu perpustakaan keliling antar pulau";

const cardIn = (chat: Chat, code: string) =>
  chat.sees("sari", PASER).findLast(({ from, text }) => from.bot && text?.startsWith(code))?.text ?? "";

/** Whether other labs' searches lead to Sari's idea. */
async function isIndexed({ app }: Chat) {
  const { terms } = await app.db.idea.findFirstOrThrow({ where: { text: BOAT, number: 1 } });
  return terms.some((term) => term.startsWith("0:"));
}

/** Budi takes Sari's idea up for Tanimbar. */
async function replicates(chat: Chat, code: string) {
  await chat.starts("budi", `i_${code}`);
  await presses(chat, "budi", "Kaji tiru");
  await presses(chat, "budi", "Kirim ke grup");
}

describe("Bagikan ke lab lain", () => {
  test("is the author's and the facilitators' press, and nobody else's", async ({ chat }) => {
    await opensTwo(chat);
    await chat.presses("yosef", "Rincian");
    expect(labels(chat, "yosef")).not.toContain("Bagikan ke lab lain");
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Bagikan ke lab lain");
    expect(last(chat, "ana")).toContain("TNB-1 kini terlihat di lab lain");
    await presses(chat, "ana", "Berhenti berbagi");
    expect(last(chat, "ana")).toContain("TNB-1 tidak lagi terlihat di lab lain");

    await chat.presses("budi", "Rincian");
    await presses(chat, "budi", "Bagikan ke lab lain");
    expect(last(chat, "budi")).toContain("/pengaturan kontak");
    expect(last(chat, "ana")).toContain("Fasilitator membagikan ide Anda TNB-1 ke lab lain");
    await presses(chat, "ana", "Berhenti berbagi");
    expect((await chat.app.db.idea.findFirstOrThrow()).sharedAt).toBeNull();
    expect(chat.errors).toEqual([]);
  });

  test("is not offered before the lab is admitted, nor for what is anonymous or not posted", async ({
    chat,
  }) => {
    await opensTwo(chat, { admitted: false });
    await chat.presses("ana", "Rincian");
    expect(labels(chat, "ana")).not.toContain("Bagikan ke lab lain");
    await chat.app.db.lab.updateMany({ data: { admittedAt: chat.clock.now() } });
    await chat.tells("ana", `/ide ${BOAT}`);
    await chat.starts("ana", "i_TNB-2");
    expect(labels(chat, "ana")).not.toContain("Bagikan ke lab lain");
    await chat.app.db.idea.updateMany({ where: { number: 2 }, data: { state: "posted", anonymous: true } });
    for (const person of ["ana", "budi"] as const) {
      await chat.starts(person, "i_TNB-2");
      expect(labels(chat, person)).not.toContain("Bagikan ke lab lain");
    }
  });

  test("pressed twice is done once", async ({ chat }) => {
    await opensTwo(chat);
    await chat.presses("ana", "Rincian");
    const on = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.presses("ana", "Bagikan ke lab lain", { in: who.ana, on });
    expect(await chat.presses("ana", "Bagikan ke lab lain", { in: who.ana, on })).toContain("memang sudah");
  });
});

describe("another lab's idea", () => {
  test("shows its text, unit, lab, stage and counts, and no person", async ({ chat }) => {
    await opensTwo(chat);
    await chat.tells("sari", "/profil unit Puskesmas Kuaro");
    const code = await offers(chat, LIKE_QUEUE);
    const idea = await chat.app.db.idea.findFirstOrThrow({ where: { text: LIKE_QUEUE } });
    const given = {
      ideaId: idea.id,
      personId: idea.authorId,
      decidedAt: chat.clock.now(),
      toldAt: chat.clock.now(),
    };
    await chat.app.db.decision.create({ data: { ...given, kind: "schedule" } });
    await chat.pass(20_000);
    await chat.starts("ana", `i_${code}`);
    const page = last(chat, "ana");
    expect(page).toContain("PSR-1 · Antre di puskesmas cukup lewat SMS.");
    expect(page).toContain("Warga pulau tidak perlu datang subuh");
    expect(page).toContain("Dari Kab. Paser, Puskesmas Kuaro · Tahap: Diagnose");
    expect(page).toContain("Pimpinannya menjadwalkan pembahasan");
    expect(page).toContain("Hubungi labnya lewat admin program.");
    expect(page).not.toContain("Sari");
    expect(labels(chat, "ana")).toEqual(["Kaji tiru"]);
    expect(chat.errors).toEqual([]);
  });

  test("names the contact that its facilitator wrote, ready to be used", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, LIKE_QUEUE);
    await chat.tells("sari", "/pengaturan kontak Bagian Organisasi, @paser_inovasi");
    expect(last(chat, "sari")).toContain("Kontak untuk lab lain: Bagian Organisasi, @paser_inovasi");
    await chat.tells("ana", `/cari ${code}`);
    expect(last(chat, "ana")).toContain("Hubungi Bagian Organisasi, @paser_inovasi.");
    await chat.tells("sari", "/pengaturan kontak hapus");
    expect(last(chat, "sari")).not.toContain("Kontak");
    await chat.tells("sari", `/pengaturan kontak ${"x".repeat(201)}`);
    expect(last(chat, "sari")).toContain("paling panjang 200 huruf");
  });

  test("is opened by its code wherever one is typed; in a group privately", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, LIKE_QUEUE);
    for (const command of ["/cari psr-1", "/tahap PSR-1", "/rencana PSR-1 besok", "/ringkas PSR-1"]) {
      await chat.tells("budi", command);
      expect(last(chat, "budi"), command).toContain("PSR-1 · Antre di puskesmas");
      chat.clock.move(30_000);
    }
    const heard = chat.heard("ana", lab).length;
    await chat.says("ana", `/cari ${code}`);
    expect(last(chat, "ana")).toContain("PSR-1 · Antre di puskesmas");
    expect(chat.heard("ana", lab)).toHaveLength(heard);
    await chat.app.db.labCode.create({
      data: { code: "LAMA", labId: (await chat.app.db.lab.findUniqueOrThrow({ where: { code: "PSR" } })).id },
    });
    await chat.tells("ana", "/cari lama-1");
    expect(last(chat, "ana")).toContain("PSR-1 · Antre di puskesmas");
    expect(chat.errors).toEqual([]);
  });

  test("takes no reply: what was written is given back", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, LIKE_QUEUE);
    for (const person of ["ana", "maria"] as const) {
      await chat.starts(person, `i_${code}`);
      await chat.tells(person, "Bagus sekali", { replyTo: chat.sees(person).at(-1)?.id ?? 0 });
      expect(last(chat, person)).toContain("tidak sampai ke Kab. Paser");
      expect(last(chat, person)).toContain("Bagus sekali");
    }
    expect(await chat.app.db.line.count()).toBe(0);
    expect(await chat.app.db.feedback.count()).toBe(0);
  });

  test("reads in English too", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, LIKE_QUEUE);
    await chat.tells("ana", "/bahasa en");
    await chat.starts("ana", `i_${code}`);
    expect(last(chat, "ana")).toContain("From Kab. Paser · Stage: Diagnose");
    await presses(chat, "ana", "Replicate");
    expect(last(chat, "ana")).toContain("TNB-2 is kept, inspired by PSR-1 (Kab. Paser)");
    await chat.tells("ana", "/cari PSR-99");
    expect(last(chat, "ana")).toContain("PSR-99 belongs to another lab and is not shared");
  });
});

describe("what resembles an idea", () => {
  test("names this lab's ideas first, then others', three in all", async ({ chat }) => {
    await opensTwo(chat);
    await offers(chat, LIKE_QUEUE);
    await chat.says("yosef", "/ide Antrean puskesmas pakai SMS saja");
    await chat.pass(6_000);
    expect(card(chat, "TNB-2")?.text).toContain("Mirip: TNB-1, PSR-1 (Kab. Paser)");
    await offers(chat, "Antrean puskesmas lewat pesan WhatsApp");
    await offers(chat, "Antrean puskesmas lewat telepon");
    await chat.says("maria", "/ide Antrean puskesmas lewat pesan suara");
    await chat.pass(6_000);
    const [, alike = ""] = /Mirip: (.*)/.exec(card(chat, "TNB-3")?.text ?? "") ?? [];
    expect(alike.split(", ")).toHaveLength(3);
    expect(alike).toMatch(/^TNB-\d, TNB-\d, PSR-\d \(Kab. Paser\)$/);
    expect(chat.errors).toEqual([]);
  });

  test("is shown in private before posting, with a button that opens it", async ({ chat }) => {
    await opensTwo(chat);
    await offers(chat, BOAT);
    await chat.tells("ana", "/ide Perpustakaan keliling dengan perahu antar pulau");
    expect(last(chat, "ana")).toContain(`Mirip dengan PSR-1 dari Kab. Paser: ${BOAT}`);
    expect(labels(chat, "ana")).toContain("Kirim ke grup");
    await presses(chat, "ana", "Buka PSR-1");
    expect(last(chat, "ana")).toContain(`PSR-1 · ${BOAT}`);
    expect(labels(chat, "ana")).toEqual(["Kaji tiru"]);
  });

  test("is of this lab only until both labs are admitted", async ({ chat }) => {
    await opensTwo(chat);
    await offers(chat, BOAT);
    const { db } = chat.app;
    const like = "Perpustakaan keliling dengan perahu antar pulau";
    for (const code of ["TNB", "PSR"]) {
      await db.lab.updateMany({ data: { admittedAt: chat.clock.now() } });
      await db.lab.update({ where: { code }, data: { admittedAt: null } });
      await chat.tells("ana", `/ide ${like}`);
      expect(last(chat, "ana")).not.toContain("PSR");
      await chat.tells("ana", "/cari perahu");
      expect(last(chat, "ana")).not.toContain("PSR");
      await chat.starts("ana", "i_PSR-1");
      expect(last(chat, "ana")).toContain("belum Anda ikuti dan belum dibagikan");
      chat.clock.move(60_000);
    }
  });
});

describe("/cari", () => {
  test("finds this lab's ideas first, then what other labs share", async ({ chat }) => {
    await opensTwo(chat);
    await offers(chat, LIKE_QUEUE);
    await offers(chat, BOAT);
    await chat.tells("ana", "/cari antrean puskesmas");
    expect(last(chat, "ana")).toContain(
      `TNB-1 ${QUEUE}\n\n🌐 Dari lab lain\nPSR-1 Antre di puskesmas cukup lewat SMS. (Kab. Paser)`,
    );
    await chat.tells("ana", "/cari perahu listrik");
    expect(last(chat, "ana")).toContain("tetapi lab lain membagikannya:\n\nPSR-2 Perahu");
    await chat.tells("sari", "/cari antrean");
    expect(last(chat, "sari")).toContain("PSR-1");
    expect(last(chat, "sari")).not.toContain("TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("follows edits, and what the word lists' edition gives anew", async ({ chat }) => {
    await opensTwo(chat);
    const asked = await chat.says("sari", "/ide Kapal ambulans", { in: PASER });
    await chat.starts("sari", "i_PSR-1");
    await presses(chat, "sari", "Bagikan ke lab lain");
    chat.world.edit(who.sari, PASER, asked, `/ide ${BOAT}`);
    await chat.settle();
    const finds = async (words: string) => {
      await chat.tells("ana", `/cari ${words}`);
      return last(chat, "ana").includes("PSR-1");
    };
    expect([await finds("ambulans"), await finds("perpustakaan")]).toEqual([false, true]);
    await chat.app.db.idea.updateMany({ data: { terms: [], termsEdition: 7 } });
    expect(await finds("perpustakaan")).toBe(false);
    await chat.pass(60_000);
    expect(await finds("perpustakaan")).toBe(true);
    await chat.starts("sari", "i_PSR-1");
    await presses(chat, "sari", "Berhenti berbagi");
    expect(await finds("perpustakaan")).toBe(false);
    expect(await isIndexed(chat)).toBe(false);
  });

  test("follows a lab that leaves the exchange, and one that comes back", async ({ chat }) => {
    await opensTwo(chat);
    await offers(chat, BOAT);
    expect(await isIndexed(chat)).toBe(true);
    await chat.tells("bupati", "/program psr");
    await presses(chat, "bupati", "PSR");
    for (const [button, found] of [
      ["Keluarkan", false],
      ["Terima ke pertukaran", true],
    ] as const) {
      await presses(chat, "bupati", button);
      await chat.pass(70_000);
      expect(await isIndexed(chat)).toBe(found);
      await chat.tells("ana", "/cari perpustakaan");
      expect(last(chat, "ana").includes("PSR-1")).toBe(found);
    }
    expect(chat.errors).toEqual([]);
  });
});

describe("Kaji tiru", () => {
  test("makes a draft of one's own lab, counts once it is posted, and tells the other lab", async ({
    chat,
  }) => {
    await opensTwo(chat);
    const code = await offers(chat, BOAT);
    await chat.starts("yosef", `i_${code}`);
    await presses(chat, "yosef", "Kaji tiru");
    expect(last(chat, "yosef")).toContain(`TNB-2 tersimpan, terinspirasi PSR-1 (Kab. Paser): ${BOAT}`);
    await presses(chat, "yosef", "Ubah");
    await chat.tells("yosef", "Perpustakaan keliling dengan perahu ketinting");
    expect(await chat.app.db.replication.count()).toBe(0);
    await chat.starts("yosef", "i_TNB-2");
    await presses(chat, "yosef", "Kirim ke grup");
    expect(last(chat, "yosef")).toContain("Kaji tiru tercatat: TNB-2 dari PSR-1 (Kab. Paser)");
    await chat.pass(70_000);
    expect(card(chat, "TNB-2")?.text).toContain("Terinspirasi PSR-1 (Kab. Paser)");
    expect(card(chat, "TNB-2")?.text).not.toContain("Mirip");
    expect(last(chat, "sari")).toContain(`Lab Tanimbar melakukan kaji tiru atas PSR-1: ${BOAT}`);
    expect(last(chat, "sari")).not.toContain("Yosef");
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
    await chat.starts("sari", "i_PSR-1");
    expect(last(chat, "sari")).toContain("Ditiru oleh 1 lab:\n• Lab Tanimbar");
    expect(last(chat, "sari")).not.toContain("TNB-2");
    expect(chat.errors).toEqual([]);
  });

  test("is done once a lab: who presses later is shown the copy; who has a draft, the draft", async ({
    chat,
  }) => {
    await opensTwo(chat);
    const code = await offers(chat, BOAT);
    await chat.starts("budi", `i_${code}`);
    await presses(chat, "budi", "Kaji tiru");
    await chat.starts("budi", `i_${code}`);
    await presses(chat, "budi", "Kaji tiru");
    expect(last(chat, "budi")).toContain("TNB-2 tersimpan");
    await chat.starts("yosef", `i_${code}`);
    const page = chat.sees("yosef").at(-1)?.id ?? 0;
    await presses(chat, "budi", "Kirim ke grup");
    await chat.presses("yosef", "Kaji tiru", { in: who.yosef, on: page });
    expect(last(chat, "yosef")).toContain("Lab Anda sudah melakukan kaji tiru: TNB-2");
    expect(labels(chat, "yosef")).toEqual(["Buka TNB-2"]);
    expect(await chat.app.db.idea.count()).toBe(3);
    expect(await chat.app.db.replication.count()).toBe(1);
  });

  test("of two drafts counts the one that is posted first", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, BOAT);
    for (const person of ["budi", "yosef"] as const) {
      await chat.starts(person, `i_${code}`);
      await presses(chat, person, "Kaji tiru");
    }
    await presses(chat, "yosef", "Kirim ke grup");
    await presses(chat, "budi", "Kirim ke grup");
    expect(last(chat, "budi")).toContain("TNB-2 sudah dikirim");
    expect(await chat.app.db.replication.findMany({ include: { copy: true } })).toMatchObject([
      { copy: { number: 3 } },
    ]);
    await chat.pass(70_000);
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
  });

  test("is undone and noted again; undone at once, the other lab never hears of it", async ({ chat }) => {
    await opensTwo(chat);
    await replicates(chat, await offers(chat, BOAT));
    await presses(chat, "budi", "Batalkan kaji tiru");
    expect(last(chat, "budi")).toContain("tidak lagi tercatat sebagai kaji tiru dari PSR-1");
    await chat.pass(70_000);
    expect(chat.heard("sari").join()).not.toContain("melakukan kaji tiru");
    expect(cardIn(chat, "PSR-1")).not.toContain("Ditiru");
    await presses(chat, "budi", "Catat lagi");
    await chat.pass(70_000);
    expect(chat.heard("sari").join()).toContain("melakukan kaji tiru atas PSR-1");
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
    expect(await chat.app.db.replication.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("stays noted until it is undone; then its copy need not name the other idea either", async ({
    chat,
  }) => {
    await opensTwo(chat);
    await replicates(chat, await offers(chat, BOAT));
    const copy = await chat.app.db.idea.findFirstOrThrow({ where: { inspiredById: { not: null } } });
    await chat.starts("budi", "i_TNB-2");
    expect(labels(chat, "budi")).not.toContain("Hapus “Terinspirasi PSR-1”");
    const data = `forgetOrigin:${copy.id}:${copy.inspiredById}:details`;
    const forged = await forgedPress(chat, who.budi, { data, chat: who.budi });
    expect(forged.text).toContain("Tekan Batalkan kaji tiru dulu");
    await presses(chat, "budi", "Batalkan kaji tiru");
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Hapus “Terinspirasi PSR-1”");
    expect(last(chat, "budi")).not.toContain("Terinspirasi");
    expect(labels(chat, "budi")).not.toContain("Catat lagi");
    await chat.starts("budi", "i_PSR-1");
    expect(labels(chat, "budi")).toEqual(["Kaji tiru"]);
    expect(chat.errors).toEqual([]);
  });

  test("of a copy that is withdrawn at once is told once the copy is back, and not before", async ({
    chat,
  }) => {
    await opensTwo(chat);
    await replicates(chat, await offers(chat, BOAT));
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Tarik");
    await presses(chat, "budi", "Belum matang");
    await chat.pass(70_000);
    expect(chat.heard("sari").join()).not.toContain("melakukan kaji tiru");
    await presses(chat, "budi", "Kembalikan");
    await chat.pass(70_000);
    const told = () => chat.heard("sari").filter((text) => text.includes("melakukan kaji tiru"));
    expect(told()).toHaveLength(1);
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Tarik");
    await presses(chat, "budi", "Belum matang");
    await presses(chat, "budi", "Kembalikan");
    await chat.pass(70_000);
    expect(told()).toHaveLength(1);
    expect(chat.errors).toEqual([]);
  });

  test("may be undone by who did it and by the facilitator, from the details", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, BOAT);
    await chat.starts("yosef", `i_${code}`);
    await presses(chat, "yosef", "Kaji tiru");
    await presses(chat, "yosef", "Kirim ke grup");
    await chat.starts("ana", "i_TNB-2");
    expect(labels(chat, "ana")).not.toContain("Batalkan kaji tiru");
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Batalkan kaji tiru");
    expect(await chat.app.db.replication.count({ where: { undoneAt: null } })).toBe(0);
  });

  test("counts only while its copy is in sight", async ({ chat }) => {
    await opensTwo(chat);
    await replicates(chat, await offers(chat, BOAT));
    await chat.pass(70_000);
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Tarik");
    await presses(chat, "budi", "Belum matang");
    await chat.pass(6_000);
    expect(cardIn(chat, "PSR-1")).not.toContain("Ditiru");
    await presses(chat, "budi", "Kembalikan");
    await chat.pass(6_000);
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await chat.pass(6_000);
    expect(cardIn(chat, "PSR-1")).not.toContain("Ditiru");
    await presses(chat, "budi", "Pisahkan lagi");
    await chat.pass(6_000);
    expect(cardIn(chat, "PSR-1")).toContain("Ditiru oleh 1 lab");
  });

  test("posted anonymously names nobody, in either lab", async ({ chat }) => {
    await opensTwo(chat);
    const code = await offers(chat, BOAT);
    await chat.starts("yosef", `i_${code}`);
    await presses(chat, "yosef", "Kaji tiru");
    await presses(chat, "yosef", "Kirim anonim");
    await chat.pass(70_000);
    expect(chat.heard("sari").join()).not.toContain("melakukan kaji tiru");
    await presses(chat, "budi", "Terbitkan");
    await chat.pass(70_000);
    expect(last(chat, "yosef")).toContain("Kaji tiru tercatat: TNB-2");
    expect(chat.heard("sari").join()).toContain("Lab Tanimbar melakukan kaji tiru atas PSR-1");
    const yosef = await chat.app.db.person.findFirstOrThrow({ where: { name: "Yosef" } });
    expect(await chat.app.db.replication.count({ where: { personId: yosef.id } })).toBe(0);
    const seen = [
      ...chat.heard("budi").filter((text) => text.includes("TNB-2")),
      ...chat.heard("budi", lab).filter((text) => text.includes("TNB-2")),
      ...chat.heard("sari"),
    ];
    expect(seen.join()).not.toContain("Yosef");
    expect(chat.errors).toEqual([]);
  });
});

test("whoever is in both labs opens and takes up the other one's idea too", async ({ chat }) => {
  await opensTwo(chat);
  await offers(chat, BOAT);
  chat.world.join(PASER, who.ana);
  await chat.says("ana", "Halo @lumbung_bot", { in: PASER });
  await chat.tells("ana", "/ide Perahu perpustakaan keliling pulau");
  await presses(chat, "ana", "Buka PSR-1");
  expect(last(chat, "ana")).toContain(BOAT);
  await presses(chat, "ana", "Kaji tiru");
  expect(last(chat, "ana")).toContain("PSR-1");
  expect(await chat.app.db.idea.count({ where: { inspiredById: { not: null }, lab: { code: "TNB" } } })).toBe(
    1,
  );
  expect(chat.errors).toEqual([]);
});
