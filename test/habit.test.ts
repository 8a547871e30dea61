import { describe } from "vitest";
import { closePeriods } from "../src/digests/close-periods.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { card, last, opens, presses, QUEUE } from "./support/opens.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** From Friday 15:00 to Monday 08:00, in the lab's zone. */
const TO_MONDAY = 65 * HOUR;
const OFF = "Tanpa pertanyaan pekanan";

const digest = (chat: Chat) =>
  chat.sees("yosef", lab).findLast(({ from, html, text }) => from.bot && /Pekan\)? /.test(`${html}${text}`));
const heardInGroup = (chat: Chat) =>
  chat.heard("yosef", lab).findLast((text) => /Pekan\)? /.test(text)) ?? "";
const hasQuestion = (text: string) => text.includes("💭");

/** A unit with so many people, who came so long ago; the cast's people first. */
async function unit(
  { app }: Chat,
  name: string,
  people: { count: number; first?: keyof typeof who; since?: number },
) {
  const { id: labId } = await app.db.lab.findFirstOrThrow();
  const { id: unitId } = await app.db.unit.create({ data: { labId, name, key: name.toLowerCase() } });
  const joinedAt = new Date(app.clock.now().getTime() - (people.since ?? 0));
  const named = people.first ? [BigInt(who[people.first])] : [];
  const others = Array.from({ length: people.count - named.length }, (_, n) =>
    BigInt(unitId * 1000 + n + 50_000),
  );
  for (const telegramId of [...named, ...others]) {
    const person = await app.db.person.upsert({
      where: { telegramId },
      create: { telegramId, name: `Warga ${telegramId}` },
      update: {},
    });
    await app.db.membership.upsert({
      where: { personId_labId: { personId: person.id, labId } },
      create: { personId: person.id, labId, roles: [], joinedAt, unitId },
      update: { unitId, joinedAt },
    });
  }
  return unitId;
}

describe("the weekly question", () => {
  test("ends the group's digest, of a quiet week too, and no other message is sent for it", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    const before = chat.heard("yosef", lab).length;
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain("pekan yang tenang");
    expect(heardInGroup(chat)).toContain("💭 Belum ada ide di lab ini.");
    expect(heardInGroup(chat)).toMatch(/Balas pesan ini dengan jawaban Anda; balasan Anda menjadi ide\.$/);
    expect(chat.heard("yosef", lab)).toHaveLength(before + 1);
    expect(hasQuestion(last(chat, "bupati"))).toBe(false);
    await chat.says("ana", `/ide ${QUEUE}`);
    await chat.pass(7 * DAY);
    expect(heardInGroup(chat)).toContain("1 ide baru");
    expect(hasQuestion(heardInGroup(chat))).toBe(true);
    expect(chat.errors).toEqual([]);
  });

  test("counts an idea that says in its own words whom it concerns as one that says so", async ({ chat }) => {
    await chat.opens();
    const lacking = ["Antrean loket terlalu panjang", "Formulir cuti berlapis-lapis", "Gudang obat bocor"];
    const telling = [
      "Ibu hamil menunggu perahu",
      "Nelayan tidak tahu cuaca",
      "Lansia sulit naik tangga kantor",
    ];
    for (const text of lacking.slice(0, 2).concat(telling)) await chat.says("ana", `/ide ${text}`);
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).not.toContain("belum menyebut siapa yang terdampak");
    await chat.says("ana", `/ide ${lacking[2]}`);
    await chat.pass(7 * DAY);
    expect(heardInGroup(chat)).toContain("💭 3 ide belum menyebut siapa yang terdampak.");
    expect(chat.errors).toEqual([]);
  });

  test("is frozen with the digest, and another one each week", async ({ chat }) => {
    await chat.opens();
    const asked: string[] = [];
    for (let week = 0; week < 9; week++) {
      await chat.pass(week === 0 ? TO_MONDAY : 7 * DAY);
      asked.push(heardInGroup(chat).split("💭")[1] ?? "");
    }
    expect(new Set(asked).size).toBe(9);
    const kept = await chat.app.db.digest.findFirstOrThrow({
      orderBy: { id: "desc" },
      where: { personId: null },
    });
    expect(JSON.stringify(kept.content)).toContain("spark.asked");
  });

  test("calls upon a unit that was quiet for four weeks, by its name, never upon a unit of one person", async ({
    chat,
  }) => {
    await opens(chat);
    await unit(chat, "Puskesmas Olilit", { count: 2, since: 40 * DAY });
    await unit(chat, "Dinas Sepi", { count: 1, since: 40 * DAY });
    await unit(chat, "Dinas Baru", { count: 4 });
    await unit(chat, "Dinas Rajin", { count: 3, first: "yosef", since: 40 * DAY });
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain(
      "Untuk rekan-rekan di Puskesmas Olilit: apa yang paling ingin Anda perbaiki",
    );
  });

  test("is answered by a reply, which is an idea; thanks are none", async ({ chat }) => {
    await chat.opens();
    await chat.pass(TO_MONDAY);
    const on = digest(chat)?.id ?? 0;
    await chat.says("ana", "Terima kasih!", { replyTo: on });
    expect(await chat.app.db.idea.count()).toBe(0);
    await chat.says("ana", "Loket khusus lansia di kantor camat", { replyTo: on });
    expect(await chat.app.db.idea.findMany()).toMatchObject([
      { state: "posted", text: "Loket khusus lansia di kantor camat" },
    ]);
    expect(card(chat)?.text).toContain("Loket khusus lansia");
    await chat.sends("yosef", { kind: "photo", bytes: new Uint8Array([1]) }, { in: lab, replyTo: on });
    await chat.says("yosef", "Papan antrean yang besar", {
      replyTo: chat.sees("yosef", lab).findLast(({ from }) => from.bot)?.id ?? 0,
    });
    expect(card(chat, "TNB-2")?.text).toContain("Papan antrean yang besar");
    expect(chat.errors).toEqual([]);
  });

  test("goes with one press of a facilitator; others are told who may", async ({ chat }) => {
    await chat.opens();
    await chat.pass(TO_MONDAY);
    expect(await chat.presses("yosef", OFF)).toContain("fasilitator: Budi");
    expect(await chat.app.db.chat.count({ where: { sparkOff: true } })).toBe(0);
    expect(await chat.presses("budi", OFF)).toContain("mulai pekan depan tanpa pertanyaan");
    expect(await chat.presses("budi", OFF)).toContain("mulai pekan depan tanpa pertanyaan");
    await chat.pass(7 * DAY);
    expect(hasQuestion(heardInGroup(chat))).toBe(false);
    expect(digest(chat)?.buttons ?? []).toEqual([]);
    await chat.says("ana", "Loket khusus lansia di kantor camat", { replyTo: digest(chat)?.id ?? 0 });
    expect(await chat.app.db.idea.count()).toBe(0);
  });

  test("comes back, and goes, by the settings: here in a group, everywhere in private", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.says("budi", "/pengaturan pertanyaan mati");
    expect(last(chat, "budi")).toContain("Pertanyaan pekanan dimatikan");
    await chat.tells("budi", "/pengaturan pertanyaan");
    expect(last(chat, "budi")).toContain("di akhir ringkasan grup, mati");
    await chat.pass(TO_MONDAY);
    expect(hasQuestion(heardInGroup(chat))).toBe(false);
    await chat.tells("budi", "/settings question on");
    await chat.pass(7 * DAY);
    expect(hasQuestion(heardInGroup(chat))).toBe(true);
    await chat.says("ana", "/pengaturan pertanyaan mati");
    expect(await chat.app.db.chat.count({ where: { sparkOff: true } })).toBe(0);
    expect(chat.errors).toEqual([]);
  });

  test("is asked in English where the group reads English", async ({ chat }) => {
    await chat.opens();
    await chat.app.db.lab.updateMany({ data: { locale: "en" } });
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain("There is no idea in this lab yet.");
    expect(heardInGroup(chat)).toContain("your reply becomes an idea");
  });
});

describe("thanks", () => {
  test("go to an author whose idea moves, and to the ideas of the week, without names", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.presses("maria", "Ikuti", { on: card(chat)?.id ?? 0 });
    await chat.app.db.idea.updateMany({ data: { affected: "Lansia", difference: "Tidak antre" } });
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design");
    await chat.pass(61_000);
    expect(last(chat, "ana")).toContain("Terima kasih! Ide Anda TNB-1 lanjut ke tahap Design");
    expect(last(chat, "maria")).toMatch(/TNB-1 ·[\s\S]*Lanjut ke tahap Design/);

    await chat.is("bupati", "leader");
    await chat.tells("bupati", "/pekanini");
    const choice = chat.sees("bupati").findLast(({ html }) => html?.includes("TNB-2"));
    await chat.presses("bupati", "Dukung", { in: who.bupati, on: choice?.id ?? 0 });
    await chat.pass(11_000);
    expect(last(chat, "yosef")).toContain("Selamat, ide Anda maju selangkah");
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain("Terima kasih: ada kemajuan pada TNB-2 dan TNB-1 pekan ini.");
    expect(heardInGroup(chat).split("Terima kasih")[1]).not.toContain("Ana");
    await chat.pass(7 * DAY);
    expect(heardInGroup(chat)).not.toContain("Terima kasih");
    expect(chat.errors).toEqual([]);
  });

  test("reach a follower once an hour at the most", async ({ chat }) => {
    await opens(chat);
    await chat.presses("yosef", "Ikuti");
    await chat.says("maria", "Berapa warga yang antre?", { replyTo: card(chat)?.id ?? 0 });
    const heard = chat.heard("yosef").length;
    await chat.app.db.idea.updateMany({ data: { affected: "Lansia", difference: "Tidak antre" } });
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design");
    expect(chat.heard("yosef")).toHaveLength(heard);
  });
});

describe("units that took part", () => {
  test("are named by the alphabet, one's first idea celebrated once, and no person is named", async ({
    chat,
  }) => {
    await opens(chat);
    await unit(chat, "Puskesmas Olilit", { count: 1, first: "yosef" });
    await unit(chat, "Dinas Kesehatan", { count: 1, first: "maria" });
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain("Unit yang ikut pekan ini: Puskesmas Olilit (baru! 🎉).");
    await chat.says("yosef", "/ide Kelas membaca sore di balai desa");
    await chat.says("maria", "/ide Kader menjemput data ke rumah");
    await chat.pass(7 * DAY);
    expect(heardInGroup(chat)).toContain("ikut pekan ini: Dinas Kesehatan (baru! 🎉) dan Puskesmas Olilit.");
    await chat.pass(7 * DAY);
    expect(heardInGroup(chat)).not.toContain("Unit yang ikut");
    expect(chat.errors).toEqual([]);
  });

  test("do not tell who wrote an anonymous idea: it counts for units of five people and more", async ({
    chat,
  }) => {
    await opens(chat);
    await unit(chat, "Puskesmas Olilit", { count: 4, first: "yosef" });
    await unit(chat, "Dinas Kesehatan", { count: 5, first: "maria" });
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.says("maria", "/ide Kader menjemput data ke rumah");
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.pass(TO_MONDAY);
    expect(heardInGroup(chat)).toContain("Unit yang ikut pekan ini: Dinas Kesehatan (baru! 🎉).");
    expect(heardInGroup(chat)).not.toContain("Olilit");
  });
});

describe("an experience", () => {
  test("is told in one week's digests, the newest first, each once, whoever closes the week", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.is("bupati", "leader");
    for (const lesson of [
      "Di Larat kotak saran gagal",
      "Di Selaru ojek obat berjalan, tapi mahal",
      "Di Seira gagal",
    ]) {
      await chat.says("ana", `/pengalaman ${lesson}`);
      await chat.pass(61_000);
    }
    await chat.app.db.experience.updateMany({
      where: { text: { contains: "Seira" } },
      data: { withdrawnAt: chat.clock.now() },
    });
    chat.clock.move(TO_MONDAY);
    await Promise.all([closePeriods(chat.app), closePeriods(chat.app)]);
    await chat.pass(60_000);
    const told = (person: "bupati" | "yosef", words: string) =>
      chat.heard(person, person === "yosef" ? lab : who[person]).filter((text) => text.includes(words))
        .length;
    for (const person of ["bupati", "yosef"] as const) {
      expect([told(person, "Selaru"), told(person, "Larat"), told(person, "Seira")]).toEqual([1, 0, 0]);
    }
    await chat.pass(7 * DAY);
    await chat.pass(7 * DAY);
    for (const person of ["bupati", "yosef"] as const) {
      expect([told(person, "Selaru"), told(person, "Larat"), told(person, "Seira")]).toEqual([1, 1, 0]);
    }
    expect(chat.errors).toEqual([]);
  });
});
