import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

const DAY = 86_400_000;

/** Ana and Yosef can be reached; Maria is a mentor, the Bupati a leader. */
async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.is("maria", "mentor");
  await chat.is("bupati", "leader");
}

const missed = async (chat: Chat, words = "/ketinggalan") => {
  await chat.says("ana", words);
  return chat.heard("ana").at(-1) ?? "";
};
const card = (chat: Chat, code: string) =>
  chat.sees("maria", lab).findLast(({ text }) => text?.startsWith(code))?.id ?? 0;

describe("/ketinggalan", () => {
  test("tells privately what is new since one was last here, one's own first", async ({ chat }) => {
    await opens(chat);
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(3 * DAY);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.says("maria", "Berapa warga?", { replyTo: card(chat, "TNB-1") });
    const { id: ideaId } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } });
    const { id: personId } = await chat.app.db.person.findFirstOrThrow({ where: { telegramId: 1004n } });
    const at = chat.clock.now();
    await chat.app.db.decision.create({
      data: { ideaId, personId, kind: "support", decidedAt: at, toldAt: at },
    });
    await chat.says("budi", "/tantangan Bagaimana supaya warga tidak antre?");
    await chat.pass(60_000);
    const inGroup = chat.heard("ana", lab).length;

    const text = await missed(chat);
    expect(text).toContain("Ide Anda TNB-1 Antrean puskesmas lewat pesan singkat: 1 masukan");
    expect(text).toContain("mendukung TNB-2 Perahu perpustakaan keliling");
    expect(text).toContain("Sedang berjalan: Bagaimana supaya warga tidak antre? · 0 ide");
    expect(text).toContain("2 ide baru");
    expect(chat.heard("ana", lab)).toHaveLength(inGroup);
    expect(chat.errors).toEqual([]);
  });

  test("looks as far back as one names", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.pass(5 * DAY);
    expect(await missed(chat, "/susul 3 hari")).toContain("tidak ketinggalan");
    expect(await missed(chat, "/catchup 2 pekan")).toContain("TNB-1");
    expect(await missed(chat, "/ketinggalan hari ini")).toContain("tidak ketinggalan");
  });

  test("says so when nothing was missed", async ({ chat }) => {
    await opens(chat);
    expect(await missed(chat)).toContain("Anda tidak ketinggalan apa pun");
    expect(chat.errors).toEqual([]);
  });
});

/** The unit that somebody belongs to. */
async function unit({ app }: Chat, person: keyof typeof who) {
  const { id: labId } = await app.db.lab.findFirstOrThrow();
  const { id: unitId } = await app.db.unit.create({
    data: { labId, name: "Puskesmas Olilit", key: "olilit" },
  });
  const { id: personId } = await app.db.person.findUniqueOrThrow({
    where: { telegramId: BigInt(who[person]) },
  });
  const where = { personId_labId: { personId, labId } };
  await app.db.membership.update({ where, data: { unitId } });
  return { unitId };
}

describe("a substitute", () => {
  test("reads in two minutes what was taught, the unit's ideas and what is due, each with its way to it", async ({
    chat,
  }) => {
    await opens(chat);
    await unit(chat, "yosef");
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    for (const step of ["Pinjam perahu Senin oleh Yosef", "Pilih buku lusa", "Lapor ke camat 30 Desember"])
      await chat.tells("yosef", `/rencana TNB-1 ${step}`);
    for (const title of [
      "Satu 20/11",
      "Dua 21/11",
      "Tiga 22/11",
      "Empat 23/11",
      "Lima 24/11",
      "Enam 25/11",
      "Lama 1/11",
    ]) {
      await chat.tells("maria", `/materi Materi ${title}`);
      await chat.pass(DAY / 24);
    }
    await chat.app.db.material.updateMany({
      where: { title: "Materi Lama" },
      data: { createdAt: new Date("2026-11-01") },
    });
    const bytes = new Uint8Array([1]);
    await chat.sends(
      "maria",
      { kind: "document", bytes, name: "a.pdf" },
      { text: "/materi Materi Enam 25/11" },
    );
    await chat.pass(4 * DAY);

    await chat.starts("ana");
    await chat.app.db.membership.updateMany({
      where: { person: { telegramId: BigInt(who.ana) } },
      data: { unitId: (await chat.app.db.unit.findFirstOrThrow()).id },
    });
    await chat.tells("ana", "/ketinggalan 2 pekan");
    const text = chat.heard("ana").at(-1) ?? "";
    expect(text).toContain("Yang diajarkan\n• 25 Nov 2026: Materi Enam · 📎 1\n• 24 Nov 2026: Materi Lima\n");
    expect(text).toContain("… dan 1 lagi: /materi");
    expect(text).not.toContain("Materi Lama");
    expect(text).toContain("Ide unit Anda\n• TNB-1 Perahu perpustakaan keliling · Diagnose");
    expect(text).toContain(
      "Yang perlu dikerjakan\n⏰ 29 Nov 2026: Pilih buku (TNB-1)\n⏰ 30 Nov 2026: Pinjam perahu · Yosef (TNB-1)",
    );
    expect(text).not.toContain("Lapor ke camat");
    const message = chat.sees("ana").at(-1);
    expect(message?.html).toContain("?start=i_TNB-1");
    await chat.presses("ana", "📎 Materi Enam", { in: who.ana });
    expect(chat.heard("ana").at(-1)).toContain("25 Nov 2026 · dicatat oleh Maria");
    expect(chat.errors).toEqual([]);
  });

  test("is not told a small unit's anonymous idea, but a large one's", async ({ chat }) => {
    await opens(chat);
    const { unitId } = await unit(chat, "ana");
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.app.db.idea.updateMany({ data: { anonymous: true, unitId } });
    expect(await missed(chat)).not.toContain("Ide unit Anda");
    const { id: labId } = await chat.app.db.lab.findFirstOrThrow();
    for (let n = 0; n < 4; n++) {
      const other = await chat.app.db.person.create({ data: { telegramId: 70_000 + n, name: `Warga ${n}` } });
      const joinedAt = chat.clock.now();
      await chat.app.db.membership.create({
        data: { personId: other.id, labId, roles: [], joinedAt, unitId },
      });
    }
    expect(await missed(chat)).toContain("Ide unit Anda");
  });

  test("is asked for the unit once, in private, also when it was asked in the group", async ({ chat }) => {
    await opens(chat);
    await unit(chat, "yosef");
    const before = chat.heard("yosef", lab).length;
    expect(await missed(chat)).toContain("Anda dari unit mana");
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    await chat.presses("ana", "Puskesmas Olilit", { in: who.ana });
    expect(await missed(chat)).toContain("tidak ketinggalan");
  });
});
