import { describe } from "vitest";
import { findChoices } from "../src/decisions/find-choices.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";

const bupati = 1004;

/** Ana's idea stands in the group, and the leader has it in front of her. */
async function offered(chat: Chat, { started = true } = {}) {
  await chat.opens();
  if (started) await chat.starts("ana");
  await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
  await chat.is("bupati", "leader");
  await chat.tells("bupati", "/pekanini");
}

const card = (chat: Chat) => chat.heard("yosef", lab).find((text) => text.includes("TNB-1")) ?? "";

describe("a leader's decision", () => {
  test("is shown to her with an undo, and told to nobody for ten seconds", async ({ chat }) => {
    await offered(chat);
    const before = chat.heard("ana").length;
    await chat.presses("bupati", "Dukung", { in: bupati });
    expect(chat.heard("bupati").at(-1)).toContain("Anda mendukung TNB-1");

    await chat.pass(3_000);
    expect(chat.heard("ana")).toHaveLength(before);
    await chat.pass(10_000);
    expect(chat.heard("ana").at(-1)).toContain("Ibu Bupati mendukung ide Anda TNB-1");
    await chat.pass(10_000);
    expect(card(chat)).toContain("Ibu Bupati mendukung");
    expect(chat.heard("bupati").at(-1)).toContain("Kartunya sudah diperbarui");
    expect(chat.errors).toEqual([]);
  });

  test("is undone within ten seconds: the buttons come back and nobody hears of it", async ({ chat }) => {
    await offered(chat);
    const before = chat.heard("ana").length;
    await chat.presses("bupati", "Dukung", { in: bupati });
    expect(await chat.presses("bupati", "Batalkan", { in: bupati })).toContain("Dibatalkan");
    await chat.pass(60_000);
    expect(chat.heard("ana")).toHaveLength(before);
    expect(
      chat
        .sees("bupati")
        .at(-1)
        ?.buttons?.flat()
        .map(({ text }) => text),
    ).toContain("Dukung");
  });

  test("can no longer be undone after ten seconds, and says so", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Dukung", { in: bupati });
    chat.clock.move(10_000);
    expect(await chat.presses("bupati", "Batalkan", { in: bupati })).toContain("Sudah lewat 10 detik");
  });

  test("pressed twice counts once", async ({ chat }) => {
    await offered(chat);
    const on = chat.sees("bupati").at(-1)?.id ?? 0;
    await Promise.all([
      chat.world.press(bupati, bupati, on, "Dukung"),
      chat.world.press(bupati, bupati, on, "Dukung").catch(() => {}),
    ]);
    await chat.settle();
    expect(await chat.app.db.decision.count()).toBe(1);
  });

  test("replaces an earlier one on the same idea", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Dukung", { in: bupati });
    await chat.pass(20_000);
    await chat.presses("bupati", "Ubah keputusan", { in: bupati });
    await chat.presses("bupati", "Jadwalkan", { in: bupati });
    await chat.pass(20_000);
    await chat.pass(20_000);
    expect(chat.heard("ana").at(-1)).toContain("menjadwalkan pembahasan");
    expect(await chat.app.db.decision.count({ where: { undoneAt: null } })).toBe(1);
    expect(card(chat)).not.toContain("Ibu Bupati mendukung");
  });

  test("with a reason: the words reach the author, also after the decision did", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Minta penjelasan", { in: bupati });
    expect(chat.heard("bupati").at(-1)).toContain("Apa yang ingin Anda ketahui");
    await chat.pass(6 * 60_000);
    expect(chat.heard("ana").at(-1)).toContain("meminta penjelasan");
    await chat.tells("bupati", "Berapa biayanya?");
    await chat.settle();
    expect(chat.heard("ana").at(-1)).toContain("Berapa biayanya?");
    expect(await chat.app.db.idea.count()).toBe(1);
  });

  test("with a reason in time, of some minutes, is one message to the author", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Belum", { in: bupati });
    const before = chat.heard("ana").length;
    await chat.pass(4 * 60_000);
    expect(chat.heard("ana")).toHaveLength(before);
    expect(card(chat)).not.toContain("Ibu Bupati");
    await chat.tells("bupati", "Anggaran tahun ini sudah habis.");
    await chat.pass(20_000);
    expect(chat.heard("ana")).toHaveLength(before + 1);
    expect(chat.heard("ana").at(-1)).toMatch(/“belum”[\s\S]*Anggaran tahun ini/);
  });

  test("that waits for its words can be undone as long as nobody heard of it", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Minta penjelasan", { in: bupati });
    await chat.pass(60_000);
    expect(await chat.presses("bupati", "Batalkan", { in: bupati })).toContain("Belum ada yang diberi tahu");
    await chat.pass(10 * 60_000);
    expect(chat.heard("ana").join()).not.toContain("penjelasan");
  });

  test("without words when they are skipped", async ({ chat }) => {
    await offered(chat);
    await chat.presses("bupati", "Belum", { in: bupati });
    await chat.presses("bupati", "Lewati", { in: bupati });
    expect(chat.heard("bupati").at(-1)).toContain("tanpa catatan");
    await chat.pass(20_000);
    expect(chat.heard("ana").at(-1)).toContain("“belum”");
  });

  test("reaches an author who never pressed Start by a mention without the words", async ({ chat }) => {
    await offered(chat, { started: false });
    await chat.presses("bupati", "Dukung", { in: bupati });
    await chat.pass(20_000);
    const mention = chat.sees("yosef", lab).at(-1);
    expect(mention?.html).toContain("pimpinan sudah memutuskan");
    expect(mention?.html).not.toContain("mendukung");
    expect(mention?.buttons?.[0]?.[0]?.url).toContain("?start=i_TNB-1");
  });

  test("is asked of nobody on an idea that is their own too: of a co-author, and of one that was joined", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    for (const text of ["Antrean puskesmas lewat pesan", "Perahu perpustakaan", "Bank sampah sekolah"])
      await chat.says("ana", `/ide ${text}`);
    const [own, into, other] = await chat.app.db.idea.findMany({ orderBy: { number: "asc" } });
    const { id: personId } = await chat.app.db.person.findFirstOrThrow({ where: { name: "Ibu Bupati" } });
    const at = chat.clock.now();
    await chat.app.db.coAuthor.create({ data: { ideaId: own?.id ?? 0, personId, addedAt: at } });
    const { id: ideaId } = await chat.app.db.idea.create({
      data: {
        labId: own?.labId ?? 0,
        number: 9,
        text: "Perahu buku",
        authorId: personId,
        state: "joined",
        createdAt: at,
      },
    });
    await chat.app.db.join.create({
      data: { ideaId, intoId: into?.id ?? 0, personId: other?.authorId ?? 0, at },
    });
    await chat.tells("bupati", "/pekanini");
    const asked = chat.heard("bupati").filter((text) => text.includes("Apa keputusan Anda"));
    expect(asked.map((text) => /TNB-\d/.exec(text)?.[0])).toEqual(["TNB-3"]);
    expect(chat.errors).toEqual([]);
  });

  test("is no right of members", async ({ chat }) => {
    await offered(chat);
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    await chat.presses("bupati", "Dukung", { in: bupati });
    expect(await chat.app.db.decision.count()).toBe(0);
  });
});

describe("the ideas that a leader is asked about", () => {
  test("are those with most votes and answers that this leader neither wrote nor decided on", async ({
    chat,
  }) => {
    const { db } = chat.app;
    await chat.opens();
    await chat.starts("ana");
    await chat.is("bupati", "leader");
    await chat.is("maria", "leader");
    for (const text of ["Satu", "Dua", "Tiga", "Empat"]) await chat.says("ana", `/ide ${text} kapal`);
    await chat.says("bupati", "/ide Lima kapal");
    const ideas = await db.idea.findMany({ orderBy: { number: "asc" } });
    const person = (id: number) => db.person.findUniqueOrThrow({ where: { telegramId: BigInt(id) } });
    const [ana, leader, other] = [await person(who.ana), await person(who.bupati), await person(who.maria)];
    const now = chat.app.clock.now();
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = ideas.map(({ id }) => id);
    const answer = { personId: other.id, role: "mentor", text: "Berapa?", givenAt: now };
    await db.vote.createMany({
      data: [one, two, three].map((ideaId) => ({ ideaId, personId: ana.id, votedAt: now })),
    });
    await db.feedback.createMany({
      data: [
        { ...answer, ideaId: one },
        { ...answer, ideaId: four, withdrawnAt: now },
        { ...answer, ideaId: four, withdrawnAt: now },
      ],
    });
    const decision = { personId: leader.id, kind: "support", decidedAt: now, toldAt: now };
    await db.decision.createMany({
      data: [
        { ...decision, ideaId: two },
        { ...decision, ideaId: three, undoneAt: now },
      ],
    });

    const { id: labId } = await db.lab.findFirstOrThrow();
    const leaders = [leader, ana, other].map(({ id: personId }) => ({ labId, personId }));
    const found = await db.transact((tx) => findChoices(tx, leaders, { now, most: 3 }));
    expect(found).toEqual([[one, three, four], [five], [one, three, two]]);
  });
});
