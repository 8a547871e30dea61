import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const DAY = 86_400_000;
const PROMISE = "Anggaran Rp50 juta disiapkan";

/** Ana's idea is in the group, and the leader can be reached. It is Friday, 27 November, 15:00 there. */
async function leads(chat: Chat) {
  await opens(chat);
  await chat.is("bupati", "leader");
}

const promises = (chat: Chat) => chat.app.db.commitment.findMany({ orderBy: { id: "asc" } });

describe("/komitmen by a leader", () => {
  test("is noted with its day, told to the author after a minute, and shown on the card", async ({
    chat,
  }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    expect(last(chat, "bupati")).toContain("Komitmen tercatat");
    expect(last(chat, "bupati")).toContain(`${PROMISE}\nIbu Bupati · sampai 30 Nov 2026\nTNB-1`);
    const before = chat.heard("ana").length;
    await chat.pass(5_000);
    expect(chat.heard("ana")).toHaveLength(before);
    await chat.pass(60_000);
    expect(last(chat, "ana")).toContain("Ibu Bupati berkomitmen untuk ide Anda TNB-1");
    expect(last(chat, "ana")).toContain(PROMISE);
    expect(card(chat)?.text).toContain("Komitmen: Ibu Bupati, sampai 30 Nov");
    expect(card(chat)?.text).not.toContain(PROMISE);
    expect(chat.errors).toEqual([]);
  });

  test("as a reply to a card in the group gets a sign there, and the rest privately", async ({ chat }) => {
    await leads(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    const heard = chat.heard("yosef", lab).length;
    await chat.says("bupati", `/komitmen ${PROMISE} akhir bulan`, { replyTo: card(chat)?.id ?? 0 });
    expect(chat.heard("yosef", lab)).toHaveLength(heard);
    expect(last(chat, "bupati")).toContain("sampai 30 Nov 2026\nTNB-1");
  });

  test("without a day is asked for it, and nothing typed is lost", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}`);
    expect(last(chat, "bupati")).toContain("Sampai kapan?");
    expect(last(chat, "bupati")).toContain(PROMISE);
    await chat.tells("bupati", "secepatnya");
    expect(last(chat, "bupati")).toContain("Sampai kapan?");
    await chat.tells("bupati", "30/2");
    expect(last(chat, "bupati")).toContain("Tanggal 30/2 tidak ada");
    await chat.tells("bupati", "1 November");
    expect(last(chat, "bupati")).toContain("1 November sudah lewat");
    expect(last(chat, "bupati")).toContain(PROMISE);
    await chat.tells("bupati", "paling lambat 30/11");
    expect(last(chat, "bupati")).toContain(`${PROMISE}\nIbu Bupati · sampai 30 Nov 2026\nTNB-1`);
    expect(await chat.app.db.commitment.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("in a group is asked there with a field to answer in", async ({ chat }) => {
    await leads(chat);
    await chat.says("bupati", `/komitmen TNB-1 ${PROMISE}`);
    const asked = chat.sees("bupati", lab).at(-1);
    expect(asked?.text).toContain("Sampai kapan?");
    await chat.says("bupati", "besok", { replyTo: asked?.id ?? 0 });
    expect(await promises(chat)).toMatchObject([{ text: PROMISE, dueOn: new Date("2026-11-28") }]);
  });

  test("with only a day is asked what; from `Rincian` and after `Dukung` it is one button", async ({
    chat,
  }) => {
    await leads(chat);
    await chat.presses("bupati", "Rincian");
    await presses(chat, "bupati", "Buat komitmen");
    expect(last(chat, "bupati")).toContain("Apa yang Anda janjikan untuk TNB-1");
    await chat.tells("bupati", "besok");
    expect(last(chat, "bupati")).toContain("sampai 28 Nov 2026");
    await chat.tells("bupati", "Izin uji coba");
    expect(await promises(chat)).toMatchObject([{ text: "Izin uji coba", dueOn: new Date("2026-11-28") }]);

    await chat.pass(60_000);
    await chat.tells("bupati", "/pekanini");
    await presses(chat, "bupati", "Dukung");
    expect(labels(chat, "bupati")).toContain("🤝 Jadikan komitmen");
    await chat.pass(12_000);
    await presses(chat, "bupati", "Jadikan komitmen");
    await chat.tells("bupati", `${PROMISE}, 30/11`);
    expect(await promises(chat)).toHaveLength(2);
    await chat.presses("yosef", "Rincian");
    expect(labels(chat, "yosef")).not.toContain("🤝 Buat komitmen");
    expect(last(chat, "yosef")).toContain(`Komitmen Ibu Bupati: ${PROMISE} · sampai 30 Nov 2026`);
  });

  test("can be about the lab, and refuses an idea that is not there", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", "/komitmen");
    expect(last(chat, "bupati")).toContain("Belum ada komitmen");
    await presses(chat, "bupati", "Buat komitmen");
    await chat.tells("bupati", "Rapat tindak lanjut tiap Jumat, 31/12");
    expect(await promises(chat)).toMatchObject([{ ideaId: null, text: "Rapat tindak lanjut tiap Jumat" }]);
    await chat.tells("bupati", `/komitmen TNB-99 ${PROMISE} 30/11`);
    expect(last(chat, "bupati")).toContain("Ide dengan kode itu tidak ada");
    expect(last(chat, "bupati")).toContain(`TNB-99 ${PROMISE} 30/11`);
    await chat.pass(60_000);
    const other = { name: "Lab lain", zone: "Asia/Jakarta", locale: "id", periodFrom: chat.clock.now() };
    const { id } = await chat.app.db.lab.create({
      data: { ...other, code: "PSR", periodTo: new Date("2027-01-01"), createdAt: chat.clock.now() },
    });
    await chat.app.db.labCode.create({ data: { code: "PSR", labId: id } });
    await chat.tells("bupati", `/komitmen PSR-1 ${PROMISE} 30/11`);
    expect(last(chat, "bupati")).toContain("Ide dengan kode itu tidak ada");
    expect(await chat.app.db.commitment.count()).toBe(1);
  });

  test("of an idea that is not there leaves the question open", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", "/komitmen");
    await presses(chat, "bupati", "Buat komitmen");
    await chat.tells("bupati", `TNB-99 ${PROMISE} 30/11`);
    expect(last(chat, "bupati")).toContain(`TNB-99 ${PROMISE} 30/11`);
    await chat.tells("bupati", `TNB-1 ${PROMISE} 30/11`);
    expect(await promises(chat)).toMatchObject([{ text: PROMISE, ideaId: 1 }]);
  });

  test("is taken back: within a minute nobody hears of it, later the author does", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    const before = chat.heard("ana").length;
    await presses(chat, "bupati", "Tarik komitmen");
    expect(last(chat, "bupati")).toContain("ditarik");
    await chat.pass(65_000);
    expect(chat.heard("ana")).toHaveLength(before);
    await presses(chat, "bupati", "Kembalikan");
    await chat.pass(65_000);
    expect(last(chat, "ana")).toContain("berkomitmen untuk ide Anda");
    await presses(chat, "bupati", "Tarik komitmen");
    await chat.pass(65_000);
    expect(last(chat, "ana")).toContain("menarik komitmennya");
    expect(card(chat)?.text).not.toContain("Komitmen");
  });
});

describe("whoever may not promise", () => {
  test("is told so: a member, and a facilitator, who sees the list", async ({ chat }) => {
    await leads(chat);
    await chat.tells("yosef", `/komitmen TNB-1 ${PROMISE} 30/11`);
    expect(last(chat, "yosef")).toContain("Ini hanya untuk pimpinan");
    await chat.tells("budi", `/komitmen TNB-1 ${PROMISE} 30/11`);
    expect(last(chat, "budi")).toContain("dibuat oleh pimpinan sendiri");
    await chat.tells("budi", "/komitmen TNB-1");
    expect(last(chat, "budi")).toContain("Belum ada komitmen");
    expect(labels(chat, "budi")).toEqual([]);
    expect(await chat.app.db.commitment.count()).toBe(0);
  });

  test("promises nothing any more where the role went while the question was open", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}`);
    expect(last(chat, "bupati")).toContain("Sampai kapan");
    await chat.app.db.membership.updateMany({ where: { roles: { has: "leader" } }, data: { roles: [] } });
    await chat.tells("bupati", "Disiapkan sebelum 30/11");
    expect(chat.heard("bupati").at(-2)).toContain("bukan lagi untuk Anda");
    expect(last(chat, "bupati")).toContain("Disiapkan sebelum 30/11");
    expect(await promises(chat)).toEqual([]);
  });

  test("cannot keep or take back another's with a forged press", async ({ chat }) => {
    await leads(chat);
    await chat.is("maria", "leader");
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    const [made] = await promises(chat);
    const forged = (person: "maria" | "yosef", data: string) =>
      forgedPress(chat, who[person], { data, chat: who[person] });
    for (const person of ["maria", "yosef"] as const) {
      for (const data of [`keep:${made?.id}:yes`, `keep:${made?.id}:yes:0`, `cancelPromise:${made?.id}:yes`])
        expect((await forged(person, data)).text).toContain("Hanya pimpinan yang berjanji");
    }
    expect((await forged("yosef", "promise:1")).text).toContain("Ini hanya untuk pimpinan");
    expect(await promises(chat)).toMatchObject([{ keptAt: null, cancelledAt: null }]);
  });
});

describe("the lab's promises", () => {
  test("are kept, due or late, the newest day first; `Terpenuhi` and back by one press", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, besok`);
    await chat.tells("bupati", "/komitmen Kunjungan lapangan, 30/12");
    await chat.pass(3 * DAY);
    await chat.tells("budi", "/komitmen");
    const shown = last(chat, "budi");
    expect(shown).toContain("1 berjalan · 1 lewat waktu · 0 terpenuhi");
    expect(shown.indexOf("🤝 1. Kunjungan lapangan")).toBeLessThan(shown.indexOf(`⏰ 2. ${PROMISE}`));
    expect(labels(chat, "budi")).not.toContain("🤝 Buat komitmen");
    await presses(chat, "budi", "No. 2 terpenuhi");
    expect(last(chat, "budi")).toContain(`✅ 2. ${PROMISE}`);
    expect(last(chat, "budi")).toContain("0 lewat waktu · 1 terpenuhi");
    await chat.pass(65_000);
    expect(last(chat, "ana")).toContain("Komitmen Ibu Bupati terpenuhi untuk ide Anda TNB-1");
    expect(card(chat)?.text).toContain("Komitmen: Ibu Bupati, terpenuhi");
    await presses(chat, "budi", "No. 2 belum");
    expect(last(chat, "budi")).toContain(`⏰ 2. ${PROMISE}`);
    expect(chat.errors).toEqual([]);
  });

  test("kept by mistake and undone at once is told to nobody", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    await chat.pass(65_000);
    const before = chat.heard("ana").length;
    await presses(chat, "bupati", "Terpenuhi");
    expect(last(chat, "bupati")).toContain("Terpenuhi. Terima kasih!");
    await presses(chat, "bupati", "Belum terpenuhi");
    await chat.pass(65_000);
    expect(chat.heard("ana")).toHaveLength(before);
  });

  test("are paged", async ({ chat }) => {
    await leads(chat);
    const { id: labId } = await chat.app.db.lab.findFirstOrThrow();
    const { id: personId } = await chat.app.db.person.findFirstOrThrow({ where: { name: "Ibu Bupati" } });
    const rows = Array.from({ length: 8 }, (_, n) => ({
      ...{ labId, personId, text: `Janji ${n + 1}`, madeAt: chat.clock.now() },
      dueOn: new Date(`2026-12-0${n + 1}`),
    }));
    await chat.app.db.commitment.createMany({ data: rows });
    await chat.tells("bupati", "/commitments");
    expect(last(chat, "bupati")).toContain("1. Janji 8");
    await presses(chat, "bupati", "Berikutnya");
    expect(last(chat, "bupati")).toContain("8. Janji 1");
    await presses(chat, "bupati", "No. 8 terpenuhi");
    expect(last(chat, "bupati")).toContain("✅ 8. Janji 1");
  });

  test("remind their leader the morning before and the morning after, not of what is kept", async ({
    chat,
  }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    await chat.tells("bupati", "/komitmen Kunjungan lapangan, 30/11");
    await presses(chat, "bupati", "Terpenuhi");
    const reminders = () => chat.heard("bupati").filter((text) => /^[⏳⏰]/u.test(text));
    await chat.pass(DAY);
    expect(reminders()).toEqual([]);
    await chat.pass(DAY);
    expect(reminders()).toMatchObject([expect.stringContaining(`komitmen Anda\n${PROMISE}\nuntuk TNB-1`)]);
    await chat.restart();
    await chat.pass(2 * DAY);
    await chat.pass(2 * DAY);
    expect(reminders()).toHaveLength(2);
    expect(reminders()[1]).toContain("Sudah lewat batas waktunya");
    expect(chat.errors).toEqual([]);
  });

  test("of an idea out of sight are silent", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    await chat.app.db.idea.updateMany({ data: { state: "withdrawn" } });
    const before = chat.heard("bupati").length;
    for (let day = 0; day < 6; day++) await chat.pass(DAY);
    expect(chat.heard("bupati").slice(before).join()).not.toContain(PROMISE);
    await chat.tells("bupati", "/komitmen");
    expect(last(chat, "bupati")).toContain("Belum ada komitmen");
  });

  test("that fall due this week are named in the leader's digest, not in the group's", async ({ chat }) => {
    await leads(chat);
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 3/12`);
    await chat.tells("bupati", "/komitmen Kunjungan lapangan, 4/12");
    await chat.tells("bupati", "/komitmen Rapat akhir tahun, 20/12");
    await chat.pass(3 * DAY);
    expect(chat.heard("bupati").join("\n")).toContain("Komitmen jatuh tempo pekan ini: 2 · TNB-1");
    expect(chat.heard("yosef", lab).join("\n")).not.toContain("jatuh tempo");
    await chat.tells("bupati", "/pekanini");
    expect(chat.heard("bupati").slice(-3).join("\n")).toContain("jatuh tempo pekan ini: 2");
    expect(chat.errors).toEqual([]);
  });

  test("read in English", async ({ chat }) => {
    await leads(chat);
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.tells("bupati", `/commitments TNB-1 ${PROMISE} by 30/11`);
    expect(last(chat, "bupati")).toContain("The commitment is noted");
    await chat.pass(65_000);
    expect(last(chat, "ana")).toContain("made a commitment for the idea of yours TNB-1");
  });
});

describe("an anonymous idea's promise", () => {
  test("is told to its author privately, and names nobody else", async ({ chat }) => {
    await leads(chat);
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.tells("bupati", `/komitmen TNB-1 ${PROMISE}, 30/11`);
    expect(last(chat, "bupati")).not.toContain("Ana");
    await chat.pass(65_000);
    expect(last(chat, "ana")).toContain("berkomitmen untuk ide Anda TNB-1");
    expect(card(chat)?.text).toContain("Komitmen: Ibu Bupati");
    expect(card(chat)?.text).not.toContain("Oleh Ana");
  });
});
