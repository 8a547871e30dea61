import { describe } from "vitest";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { labels, last, opens, presses } from "./support/opens.ts";

const SLIDES = { kind: "document", bytes: new Uint8Array([1, 2, 3]), name: "rencana-aksi.pdf" } as const;
const MINUTE = 61_000;
const stored = (chat: Chat) =>
  chat.app.db.material.findMany({ orderBy: { id: "asc" }, include: { attachments: true } });

describe("/materi", () => {
  test("lists what was taught, newest first, by the day in the lab's zone; anyone in the lab reads it", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("yosef", "/materi");
    expect(last(chat, "yosef")).toContain("Belum ada materi yang dicatat di Lab Tanimbar.");
    expect(labels(chat, "yosef")).toEqual([]);
    await chat.tells("maria", "/materi Menulis rencana aksi kemarin");
    expect(last(chat, "maria")).toContain("Tercatat, 26 Nov 2026: Menulis rencana aksi");
    await chat.tells("budi", "/materials Lima mengapa 24/11");
    await chat.tells("maria", "/materi Memilih ide bersama");
    const inGroup = chat.heard("yosef", lab).length;
    await chat.says("yosef", "/materi");
    expect(last(chat, "yosef")).toContain(
      "Hari menurut WIT\n\n1. 27 Nov 2026 · Memilih ide bersama\n2. 26 Nov 2026 · Menulis rencana aksi\n3. 24 Nov 2026 · Lima mengapa",
    );
    expect(chat.heard("yosef", lab)).toHaveLength(inGroup);
    expect(labels(chat, "yosef")).toEqual(["1", "2", "3"]);
    await presses(chat, "yosef", "2");
    expect(last(chat, "yosef")).toContain("26 Nov 2026 · dicatat oleh Maria");
    expect(labels(chat, "yosef")).toEqual([]);
    expect(chat.errors).toEqual([]);
  });

  test("takes today's day from the lab's zone, not from elsewhere", async ({ chat }) => {
    await opens(chat);
    await chat.pass(10 * 3_600_000); // In Saumlaki it is Saturday, in UTC still Friday.
    await chat.tells("maria", "/materi Memilih ide bersama");
    expect(last(chat, "maria")).toContain("28 Nov 2026");
  });

  test("has pages", async ({ chat }) => {
    await opens(chat);
    const { id: labId } = await chat.app.db.lab.findFirstOrThrow();
    const { id: personId } = await chat.app.db.person.findFirstOrThrow();
    await chat.app.db.material.createMany({
      data: Array.from({ length: 8 }, (_, n) => ({
        ...{ labId, personId, title: `Materi ke-${n + 1}`, createdAt: chat.clock.now() },
        taughtOn: new Date(`2026-11-0${n + 1}T00:00:00Z`),
      })),
    });
    await chat.tells("yosef", "/materi");
    expect(last(chat, "yosef")).toContain("halaman 1 dari 2");
    await presses(chat, "yosef", "Berikutnya");
    expect(last(chat, "yosef")).toContain("7. 2 Nov 2026 · Materi ke-2\n8. 1 Nov 2026 · Materi ke-1");
  });

  test("comes with files: as words under one, as a reply to one, or as its answer", async ({ chat }) => {
    await opens(chat);
    await chat.sends("maria", SLIDES, { text: "/materi Menulis rencana aksi Senin" });
    expect(last(chat, "maria")).toContain("23 Nov 2026: Menulis rencana aksi · 📎 1 berkas");
    chat.world.setPrivacy(false);
    const photo = await chat.sends("ana", { kind: "photo", bytes: new Uint8Array([4]) }, { in: lab });
    await chat.says("maria", "/materi Papan ide", { replyTo: photo });
    await chat.sends("maria", { ...SLIDES, bytes: new Uint8Array([9]) }, { text: "/materi" });
    expect(last(chat, "maria")).toContain("Materi apa yang diajarkan?");
    await chat.tells("maria", "Contoh rencana, kemarin");
    const all = await stored(chat);
    expect(all.map(({ title, attachments }) => [title, attachments.length])).toEqual([
      ["Menulis rencana aksi", 1],
      ["Papan ide", 1],
      ["Contoh rencana", 1],
    ]);
    await chat.tells("yosef", "/materi");
    expect(last(chat, "yosef")).toContain("Menulis rencana aksi · 📎 1");
    await presses(chat, "yosef", "3");
    expect(last(chat, "yosef")).toContain("• rencana-aksi.");
    await presses(chat, "yosef", "Lihat berkas");
    const sent = chat.sees("yosef").at(-1);
    expect(sent?.document).toBeTruthy();
    expect(JSON.stringify(sent)).toContain("Menulis rencana aksi");
    expect(chat.errors).toEqual([]);
  });

  test("that cannot have been on that day asks for the day alone, and keeps the title and the file", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.sends("maria", SLIDES, { text: "/materi Menulis rencana aksi 30/2" });
    expect(last(chat, "maria")).toContain("Tanggal 30/2 tidak ada.");
    expect(last(chat, "maria")).toContain("Kapan Menulis rencana aksi diajarkan?");
    await chat.tells("maria", "30/11");
    expect(last(chat, "maria")).toContain("30/11 belum tiba");
    await chat.tells("maria", "entahlah");
    expect(last(chat, "maria")).toContain("Saya belum mengenal hari itu: entahlah");
    expect(await stored(chat)).toEqual([]);
    await chat.tells("maria", "kemarin");
    expect(last(chat, "maria")).toContain("26 Nov 2026: Menulis rencana aksi · 📎 1 berkas");
    expect(await stored(chat)).toHaveLength(1);
    await chat.pass(MINUTE);
    await chat.tells("maria", "/materi kemarin");
    expect(last(chat, "maria")).toContain("Materi apa yang diajarkan?");
    await chat.tells("maria", "Memilih ide");
    expect(last(chat, "maria")).toContain("26 Nov 2026: Memilih ide");
  });

  test("noted twice is one", async ({ chat }) => {
    await opens(chat);
    await chat.tells("maria", "/materi Menulis rencana aksi");
    await chat.sends("budi", SLIDES, { text: "/materi Menulis rencana aksi" });
    expect(last(chat, "budi")).toContain("sudah tercatat, 27 Nov 2026: Menulis rencana aksi · 📎 1 berkas");
    expect(await stored(chat)).toHaveLength(1);
  });

  test("is noted by mentors and facilitators; a group hears nothing of it", async ({ chat }) => {
    await opens(chat);
    await chat.tells("yosef", "/materi Menulis rencana aksi");
    expect(last(chat, "yosef")).toContain("dicatat oleh mentor dan fasilitator");
    await forgedPress(chat, who.yosef, { data: "noteMaterial", chat: who.yosef });
    expect(await stored(chat)).toEqual([]);
    const before = chat.heard("yosef", lab).length;
    const said = await chat.says("maria", "/materi Menulis rencana aksi");
    expect(chat.sees("maria", lab).find(({ id }) => id === said)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    expect(last(chat, "maria")).toContain("Tercatat");
  });

  test("is withdrawn by who noted it or a facilitator, and comes back at a press", async ({ chat }) => {
    await opens(chat);
    await chat.tells("maria", "/materi Menulis rencana aksi");
    const [{ id } = { id: 0 }] = await stored(chat);
    const forged = await forgedPress(chat, who.yosef, { data: `unnote:${id}`, chat: who.yosef });
    expect(forged.text).toContain("oleh yang mencatatnya, atau oleh fasilitator");
    await chat.tells("budi", "/materi");
    await presses(chat, "budi", "1");
    await presses(chat, "budi", "Tarik");
    expect(last(chat, "budi")).toContain("Materi ini ditarik: Menulis rencana aksi");
    const again = await forgedPress(chat, who.budi, { data: `unnote:${id}`, chat: who.budi });
    expect(again.text).toContain("tidak ada lagi");
    await chat.tells("yosef", "/materi");
    expect(last(chat, "yosef")).toContain("Belum ada materi");
    await presses(chat, "budi", "Kembalikan");
    await chat.tells("yosef", "/materi");
    expect(last(chat, "yosef")).toContain("Menulis rencana aksi");
    expect(chat.errors).toEqual([]);
  });

  test("of another lab is not opened or withdrawn by a forged press", async ({ chat }) => {
    await opens(chat);
    const other = {
      name: "Lab Lain",
      code: "LLN",
      zone: "Asia/Jakarta",
      locale: "id",
      createdAt: chat.clock.now(),
    };
    const { id: labId } = await chat.app.db.lab.create({
      data: { ...other, periodFrom: chat.clock.now(), periodTo: new Date("2027-01-01") },
    });
    const { id: personId } = await chat.app.db.person.findFirstOrThrow();
    const { id } = await chat.app.db.material.create({
      data: {
        labId,
        personId,
        title: "Rahasia",
        taughtOn: new Date("2026-11-01"),
        createdAt: chat.clock.now(),
      },
    });
    for (const name of ["material", "materialFiles", "unnote"]) {
      await forgedPress(chat, who.budi, { data: `${name}:${id}`, chat: who.budi });
      await forgedPress(chat, who.budi, { data: `${name}:${id}` });
    }
    expect(chat.heard("budi").join()).not.toContain("Rahasia");
    expect((await stored(chat))[0]?.withdrawnAt).toBeNull();
  });

  test("is noted in the lab that its question was about, whichever is looked at by then", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("maria", "/materi Menulis rencana aksi 30/2");
    const now = chat.clock.now();
    const periods = { createdAt: now, periodFrom: now, periodTo: new Date("2027-01-01") };
    const { id: currentLabId } = await chat.app.db.lab.create({
      data: { name: "Lab Lain", code: "LLN", zone: "Asia/Jakarta", locale: "id", ...periods },
    });
    const maria = await chat.app.db.person.update({
      where: { telegramId: who.maria },
      data: { currentLabId },
    });
    await chat.app.db.membership.create({
      data: { personId: maria.id, labId: currentLabId, roles: ["mentor"], joinedAt: now },
    });
    await chat.tells("maria", "kemarin");
    const [material] = await stored(chat);
    expect(material).toMatchObject({ title: "Menulis rencana aksi" });
    expect(material?.labId).not.toBe(currentLabId);
  });

  test("reads in English", async ({ chat }) => {
    await opens(chat);
    await chat.tells("maria", "/bahasa en");
    await chat.tells("maria", "/materials Writing an action plan yesterday");
    expect(last(chat, "maria")).toContain("Noted, 26 Nov 2026: Writing an action plan");
    await chat.tells("maria", "/materials");
    expect(last(chat, "maria")).toContain("Days in WIT");
  });

  test("bare under an album keeps all its files while it asks for the title", async ({ chat }) => {
    await opens(chat);
    const page = { ...SLIDES, bytes: new Uint8Array([4, 5, 6]), name: "lembar-kerja.pdf" };
    await chat.sends("maria", SLIDES, { text: "/materi", album: "a" });
    await chat.sends("maria", page, { album: "a" });
    await chat.sends("maria", { ...page, bytes: new Uint8Array([7]), name: "contoh.pdf" }, { album: "a" });
    expect(last(chat, "maria")).not.toContain("perlu dijawab");
    await chat.tells("maria", "Menulis rencana aksi");
    expect(last(chat, "maria")).toContain("3 berkas");
    expect(chat.errors).toEqual([]);
  });
});
