import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { askPulses } from "../src/pulses/ask-pulses.ts";
import { peopleIn } from "../src/pulses/pulse.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const DAY = 86_400_000;

/** Ana's idea is in use since 27 November, a Friday; days are passed one by one, at 15:00 there. */
async function launches(chat: Chat) {
  await opens(chat);
  await chat.app.db.idea.updateMany({ data: { stage: "deliver" } });
  await chat.tells("budi", "/tahap TNB-1");
  await presses(chat, "budi", "Sudah diluncurkan");
  await presses(chat, "budi", "Hari ini");
}

const asked = (chat: Chat, person: "ana" | "budi" | "yosef" = "ana") =>
  chat.heard(person).filter((text) => text.startsWith("🌱"));
const pulses = (chat: Chat) => chat.app.db.pulse.findMany({ orderBy: { days: "asc" } });

/** As if it had been launched so many days ago. */
const ago = (chat: Chat, days: number) =>
  chat.app.db.idea.updateMany({
    data: { launchedAt: new Date(Date.parse("2026-11-26T15:00:00Z") - days * DAY) },
  });

/** Thirty days later: the question is there. */
async function asks(chat: Chat) {
  await launches(chat);
  await chat.pass(30 * DAY);
}

describe("thirty days after the launch", () => {
  test("the author is asked, and answers with two presses; the card and `Rincian` show it", async ({
    chat,
  }) => {
    await launches(chat);
    await chat.pass(29 * DAY);
    expect(asked(chat)).toEqual([]);
    expect(card(chat)?.text).toContain("🌱 Diluncurkan 27 Nov 2026");
    await chat.pass(DAY);
    expect(last(chat, "ana")).toContain(
      "TNB-1 · Antrean puskesmas lewat pesan singkat\nSudah 30 hari berjalan",
    );
    expect(labels(chat, "ana")).toEqual(["Berlanjut", "Dikembangkan", "Berhenti"]);
    await presses(chat, "ana", "Berlanjut");
    expect(last(chat, "ana")).toContain("Berapa orang sudah terbantu oleh TNB-1");
    expect(labels(chat, "ana")).toEqual([
      "sampai 10",
      "sampai 100",
      "sampai 1.000",
      "Lebih dari itu",
      "Lewati",
    ]);
    await presses(chat, "ana", "sampai 100");
    expect(last(chat, "ana")).toContain("setelah 30 hari: berlanjut · ±100 orang terbantu");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("🌱 Berjalan 30 hari, ±100 orang terbantu");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("Berjalan 30 hari, ±100 orang terbantu");
    expect(chat.errors).toEqual([]);
  });

  test("a number may be typed; what is none is asked for again, or skipped", async ({ chat }) => {
    await asks(chat);
    await presses(chat, "ana", "Dikembangkan");
    await chat.tells("ana", "banyak sekali");
    expect(last(chat, "ana")).toContain("Tulis angkanya saja");
    expect(last(chat, "ana")).toContain("banyak sekali");
    await chat.tells("ana", "sekitar 1.250 warga");
    expect(last(chat, "ana")).toContain("dikembangkan · ±1.250 orang terbantu");
    await presses(chat, "ana", "Ubah jawaban");
    await presses(chat, "ana", "Berlanjut");
    await presses(chat, "ana", "Lebih dari itu");
    expect(last(chat, "ana")).toContain("berlanjut · lebih dari 1.000 orang terbantu");
    await presses(chat, "ana", "Ubah jawaban");
    await presses(chat, "ana", "Berlanjut");
    await presses(chat, "ana", "Lewati");
    expect(await pulses(chat)).toMatchObject([{ days: 30, state: "continues", people: 1001 }]);
    await chat.tells("ana", "Bank sampah di sekolah");
    expect(last(chat, "ana")).toContain("Bank sampah");
    expect(chat.errors).toEqual([]);
  });

  test("one that stopped tells why, by a button or in words; the leader's digest tells it once", async ({
    chat,
  }) => {
    await launches(chat);
    await chat.is("bupati", "leader");
    await chat.pass(30 * DAY);
    await presses(chat, "ana", "Berhenti");
    expect(labels(chat, "ana")).toHaveLength(5);
    await presses(chat, "ana", "Mutasi");
    await presses(chat, "ana", "sampai 10");
    expect(last(chat, "ana")).toContain("berhenti (mutasi) · ±10 orang terbantu");
    await presses(chat, "ana", "Ubah jawaban");
    await presses(chat, "ana", "Berhenti");
    await presses(chat, "ana", "Lainnya");
    await chat.tells("ana", "Pulsanya <habis>");
    await chat.tells("ana", "250");
    expect(last(chat, "ana")).toContain("berhenti (Pulsanya <habis>) · ±250 orang terbantu");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Berhenti (dicatat setelah 30 hari), ±250 orang terbantu");
    expect(card(chat)?.text).not.toContain("Pulsanya");
    await chat.presses("yosef", "Rincian");
    expect(last(chat, "yosef")).toContain("Berhenti karena: Pulsanya <habis>");
    await chat.tells("bupati", "/pekanini");
    expect(chat.heard("bupati").slice(-3).join("\n")).toContain("Berhenti pekan ini:\nTNB-1");
    const told = () => chat.heard("bupati").filter((text) => text.includes("Berhenti pekan ini")).length;
    const before = told();
    await chat.pass(7 * DAY);
    expect(told()).toBe(before + 1);
    await chat.pass(7 * DAY);
    expect(told()).toBe(before + 1);
    expect(chat.heard("yosef", lab).join()).not.toContain("Berhenti pekan ini");
    await chat.pass(60 * DAY);
    expect(asked(chat)).toEqual([]);
    expect(chat.errors).toEqual([]);
  });

  test("without an answer it is asked once more after a week, then no more", async ({ chat }) => {
    await asks(chat);
    await chat.pass(6 * DAY);
    expect(asked(chat)).toHaveLength(1);
    await chat.pass(DAY);
    expect(asked(chat)).toHaveLength(2);
    expect(last(chat, "ana")).toContain("setelah ini tidak lagi");
    await chat.pass(20 * DAY);
    expect(asked(chat)).toHaveLength(2);
    await chat.pass(40 * DAY);
    expect(asked(chat)).toHaveLength(3);
    expect(last(chat, "ana")).toContain("Sudah 90 hari berjalan");
  });
});

describe("whom and when", () => {
  test("only the newest question is asked of a launch that was noted late, once, whoever runs the job", async ({
    chat,
  }) => {
    await launches(chat);
    await ago(chat, 200);
    await Promise.all([askPulses(chat.app), askPulses(chat.app)]);
    await chat.settle();
    await chat.restart();
    await chat.pass(DAY);
    expect(asked(chat)).toHaveLength(1);
    expect(last(chat, "ana")).toContain("Sudah 180 hari berjalan");
    expect(await pulses(chat)).toMatchObject([{ days: 180 }]);
    expect(chat.errors).toEqual([]);
  });

  test("of a launch that was moved later it is asked when the new day comes; its earlier button does nothing", async ({
    chat,
  }) => {
    await asks(chat);
    const early = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Ubah hari peluncuran");
    await chat.tells("budi", "17/12");
    expect(last(chat, "budi")).toContain("17 Des 2026");
    const pressed = chat.world.press(who.ana, who.ana, early, "Berlanjut");
    await chat.settle();
    expect((await pressed).text).toContain("tidak berlaku lagi");
    await chat.pass(19 * DAY);
    expect(asked(chat)).toHaveLength(1);
    await chat.pass(DAY);
    expect(asked(chat)).toHaveLength(2);
    expect(await pulses(chat)).toMatchObject([{ days: 30, state: null }]);
    expect(chat.errors).toEqual([]);
  });

  test("nothing is kept by an old button of what is not in use after all", async ({ chat }) => {
    await asks(chat);
    const early = chat.sees("ana").at(-1)?.id ?? 0;
    await presses(chat, "ana", "Berlanjut");
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Ubah hari peluncuran");
    await presses(chat, "budi", "Belum diluncurkan");
    const [{ id } = { id: 0 }] = await pulses(chat);
    const press = { data: `pulse:${id}:developed`, chat: who.ana, message: early };
    expect((await forgedPress(chat, who.ana, press)).text).toContain("tidak berlaku lagi");
    expect(await pulses(chat)).toMatchObject([{ state: "continues" }]);
    expect(chat.errors).toEqual([]);
  });

  test("at night nobody is asked before seven", async ({ chat }) => {
    await launches(chat);
    await chat.pass(8 * 3_600_000);
    await ago(chat, 31);
    await chat.pass(60_000);
    expect(asked(chat)).toEqual([]);
    await chat.pass(8 * 3_600_000);
    expect(asked(chat)).toHaveLength(1);
  });

  test("who looks after the idea is asked before its author, a facilitator where nobody can be reached", async ({
    chat,
  }) => {
    await launches(chat);
    const yosef = await chat.app.db.person.findFirstOrThrow({ where: { name: "Yosef" } });
    await chat.app.db.idea.updateMany({ data: { keeperId: yosef.id } });
    await chat.pass(30 * DAY);
    expect([asked(chat), asked(chat, "yosef").length]).toEqual([[], 1]);
    await presses(chat, "yosef", "Berlanjut");
    await presses(chat, "yosef", "sampai 10");
    await chat.app.db.person.updateMany({
      where: { name: { in: ["Ana", "Yosef"] } },
      data: { private: "blocked" },
    });
    await chat.pass(60 * DAY);
    expect(last(chat, "budi")).toContain("Sudah 90 hari berjalan");
    await presses(chat, "budi", "Dikembangkan");
    expect(await pulses(chat)).toMatchObject([{ state: "continues" }, { state: "developed" }]);
  });

  test("ideas out of sight, and those not launched, are not asked about", async ({ chat }) => {
    await launches(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    for (const state of ["withdrawn", "hidden", "joined"]) {
      await chat.app.db.idea.updateMany({ where: { number: 1 }, data: { state } });
      await chat.pass(31 * DAY);
    }
    expect([...asked(chat), ...asked(chat, "yosef")]).toEqual([]);
    expect(await pulses(chat)).toEqual([]);
  });

  test("somebody else's press changes nothing", async ({ chat }) => {
    await asks(chat);
    const [pulse] = await pulses(chat);
    for (const data of [`pulse:${pulse?.id}:stopped`, `crowd:${pulse?.id}:10`, `why:${pulse?.id}:rules`]) {
      const { text } = await forgedPress(chat, who.yosef, { data, chat: who.yosef });
      expect(text).toContain("penulis ide atau fasilitator");
    }
    expect((await forgedPress(chat, who.ana, { data: "pulse:99:stopped", chat: who.ana })).text).toContain(
      "tidak berlaku lagi",
    );
    await chat.app.db.idea.updateMany({ data: { state: "withdrawn" } });
    expect(await presses(chat, "ana", "Berhenti")).toContain("tidak berlaku lagi");
    expect(await pulses(chat)).toMatchObject([{ state: null, people: null }]);
  });

  test("an anonymous author is asked privately, in English where that is chosen", async ({ chat }) => {
    await launches(chat);
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.pass(30 * DAY);
    expect(last(chat, "ana")).toContain("has been in use for 30 days");
    await presses(chat, "ana", "Stopped");
    await presses(chat, "ana", "Rules");
    await presses(chat, "ana", "up to 10");
    expect(last(chat, "ana")).toContain("stopped (rules) · ±10 people helped");
    await chat.pass(6_000);
    expect(card(chat)?.text).not.toContain("Ana");
  });
});

test.for([
  ["250", 250],
  ["sekitar 1.200 orang", 1200],
  ["1,200 people", 1200],
  ["2 ribu", 2000],
  ["1,5 juta warga", 1_500_000],
  ["±75 keluarga", 75],
  ["0", 0],
  ["tidak tahu", undefined],
  ["TNB-12", undefined],
  ["sejak 30/2", undefined],
  ["TNB-12: 40 orang", 40],
  ["99999999999", undefined],
  ["3 desa, 450 warga", 450],
  ["Di 2 pulau, sekitar 1.200 orang", 1200],
  ["20-30 orang", undefined],
  ["20 sampai 30 orang", undefined],
  ["antara 5 – 10", undefined],
  ["-5", undefined],
] as const)("“%s” names so many people", ([text, count]) => {
  expect(peopleIn(text)).toBe(count);
});
