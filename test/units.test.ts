import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { keyOf } from "../src/units/unit.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";

async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef", "budi"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.settle();
}
const last = (chat: Chat, person: CastKey) => chat.heard(person).at(-1) ?? "";
const presses = (chat: Chat, person: CastKey, button: string) =>
  chat.presses(person, button, { in: who[person] });

describe("a typed unit that is not known", () => {
  async function knows(chat: Chat, ...names: string[]) {
    await opens(chat);
    for (const name of names) {
      await chat.tells("yosef", `/profil unit ${name}`);
      await chat.pass(20_000);
    }
  }
  const buttons = (chat: Chat, person: CastKey) =>
    (chat.sees(person).at(-1)?.buttons ?? []).flat().map(({ text }) => text);
  const unitOf = async ({ app: { db } }: Chat, person: CastKey) => {
    const membership = await db.membership.findFirst({
      where: { person: { telegramId: BigInt(who[person]) } },
      include: { unit: true },
    });
    return membership?.unit?.name;
  };

  test("is asked about once where near ones are known; one press takes that one", async ({ chat }) => {
    await knows(chat, "Puskesmas Tana Besar", "Puskesmas Larat", "SD Negeri 2 Larat");
    await chat.tells("ana", "/profil unit PKM Tanabesar");
    expect(await unitOf(chat, "ana")).toBe("Puskesmas Tana Besar");
    await chat.tells("budi", "/profil");
    await presses(chat, "budi", "Ubah unit");
    await chat.tells("budi", "PKM Tanabesr");
    expect(last(chat, "budi")).toContain("PKM Tanabesr belum tercatat. Maksud Anda unit ini?");
    expect(buttons(chat, "budi").slice(0, 2)).toEqual([
      ...["Puskesmas Tana Besar", "Unit baru: PKM Tanabesr"],
    ]);
    await presses(chat, "budi", "Puskesmas Tana Besar");
    expect(await unitOf(chat, "budi")).toBe("Puskesmas Tana Besar");
    expect(await chat.app.db.unit.count()).toBe(3);
    await chat.tells("budi", "Perahu perpustakaan untuk anak pulau");
    expect(last(chat, "budi")).toContain("Perahu perpustakaan");
    expect(chat.errors).toEqual([]);
  });

  test("is a new one at a press, or when it is typed again; the second press is harmless", async ({
    chat,
  }) => {
    await knows(chat, "Puskesmas Saumlaki", "Puskesmas Saumlaku");
    expect(last(chat, "yosef")).toContain("belum tercatat");
    const on = chat.sees("yosef").at(-1)?.id ?? 0;
    const both = [1, 2].map(() => chat.world.press(who.yosef, who.yosef, on, "Unit baru"));
    await chat.settle();
    expect((await Promise.all(both)).map(({ text }) => text ?? "").join()).toContain("tidak berlaku lagi");
    expect(await unitOf(chat, "yosef")).toBe("Puskesmas Saumlaku");
    await chat.tells("ana", "/bahasa en");
    await chat.tells("ana", "/profile unit Puskesmas Saumlakii");
    expect(last(chat, "ana")).toContain("Do you mean one of these units?");
    const { id } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "unit", doneAt: null } });
    await forgedPress(chat, who.yosef, { data: `newUnit:${id}`, chat: who.yosef });
    expect(await chat.app.db.unit.count()).toBe(2);
    await chat.tells("ana", "Puskesmas Saumlakii");
    expect(await unitOf(chat, "ana")).toBe("Puskesmas Saumlakii");
    expect(chat.errors).toEqual([]);
  });

  test("is made at once where none is near: another place, another school", async ({ chat }) => {
    await knows(chat, "Puskesmas Saumlaki", "SD Negeri 2 Larat");
    await chat.tells("ana", "/profil unit Puskesmas Larat");
    expect(last(chat, "ana")).toContain("unit Anda: Puskesmas Larat");
    await chat.tells("budi", "/profil unit SDN 3 Larat");
    expect(last(chat, "budi")).toContain("unit Anda: SDN 3 Larat");
  });

  test("is asked about for an idea, too", async ({ chat }) => {
    await knows(chat, "Puskesmas Saumlaki");
    await chat.says("ana", "/ide Antrean lewat pesan singkat");
    const { id: personId } = await chat.app.db.person.findUniqueOrThrow({
      where: { telegramId: BigInt(who.ana) },
    });
    const { id: chatId } = await chat.app.db.chat.findUniqueOrThrow({
      where: { telegramId: BigInt(who.ana) },
    });
    const opened = { personId, chatId, kind: "ideaUnit", state: { idea: 1 }, createdAt: chat.clock.now() };
    await chat.app.db.draft.create({ data: opened });
    await chat.tells("ana", "Puskesmas Saumlakki");
    await presses(chat, "ana", "Unit baru");
    expect(last(chat, "ana")).toContain("Puskesmas Saumlakki");
    await chat.app.db.draft.create({ data: opened });
    await chat.tells("ana", "Puskesmas Saumlaky");
    await presses(chat, "ana", "Puskesmas Saumlaki");
    const idea = await chat.app.db.idea.findFirstOrThrow({ include: { unit: true } });
    expect(idea.unit?.name).toBe("Puskesmas Saumlaki");
    expect(await chat.app.db.unit.count()).toBe(2);
    expect(chat.errors).toEqual([]);
  });
});

describe("/profil", () => {
  test("shows and changes the name for documents, and the unit", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil");
    expect(last(chat, "ana")).toContain("Unit: belum diisi");
    await presses(chat, "ana", "Ubah nama");
    await chat.tells("ana", "dr. Ana Lololuan");
    await presses(chat, "ana", "Ubah unit");
    await chat.tells("ana", "Puskesmas Saumlaki");
    expect(last(chat, "ana")).toContain("unit Anda: Puskesmas Saumlaki");
    await chat.tells("ana", "/profile");
    expect(last(chat, "ana")).toContain("dr. Ana Lololuan\nUnit: Puskesmas Saumlaki");
    expect(chat.errors).toEqual([]);
  });

  test("in one line, in a group answered privately; two spellings are one unit", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil unit Puskesmas Saumlaki");
    await chat.tells("yosef", "/profil unit PKM. saumlaki");
    expect(await chat.app.db.unit.count()).toBe(1);
    const before = chat.heard("ana", lab).length;
    await chat.says("ana", "/profil");
    expect(chat.heard("ana", lab)).toHaveLength(before);
    expect(last(chat, "ana")).toContain("Puskesmas Saumlaki");
    await chat.tells("ana", `/profil unit ${"x".repeat(81)}`);
    expect(last(chat, "ana")).toContain("terlalu panjang");
  });

  test("stands on the card; the idea stays with its unit when its author moves", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil unit Puskesmas Saumlaki");
    await chat.says("ana", "/ide Antrean lewat pesan singkat");
    const card = () => chat.heard("yosef", lab).findLast((text) => text.startsWith("TNB-1")) ?? "";
    expect(card()).toContain("Oleh Ana (Puskesmas Saumlaki)");
    await chat.tells("ana", "/profil unit Dinas Kesehatan");
    await chat.presses("yosef", "👍");
    await chat.pass(6_000);
    expect(card()).toContain("Oleh Ana (Puskesmas Saumlaki)");
    expect(chat.errors).toEqual([]);
  });

  test("is asked for once, when an idea is written, in a lab that has units", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Antrean lewat pesan singkat");
    expect(last(chat, "ana")).not.toContain("unit mana");
    await chat.tells("yosef", "/profil unit Puskesmas Saumlaki");
    await chat.tells("ana", "/ide Bank sampah sekolah");
    expect(last(chat, "ana")).toContain("Anda dari unit mana");
    await presses(chat, "ana", "Puskesmas Saumlaki");
    expect(last(chat, "ana")).toContain("unit Anda: Puskesmas Saumlaki");
    await chat.tells("ana", "/ide Perahu perpustakaan");
    expect(last(chat, "ana")).not.toContain("unit mana");
    await chat.tells("budi", "/ide Kebun sekolah");
    await presses(chat, "budi", "Nanti saja");
    await chat.tells("budi", "/ide Rapat satu jam");
    expect(last(chat, "budi")).not.toContain("unit mana");
    expect(chat.errors).toEqual([]);
  });

  test("is counted on a session's board", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil unit Puskesmas Saumlaki");
    await chat.tells("yosef", "/profil unit Dinas Pendidikan");
    await chat.says("budi", "/tantangan Apa yang perlu kita ubah?");
    const on = chat.sees("ana", lab).at(-1)?.id ?? 0;
    await chat.says("ana", "Antrean lewat pesan singkat", { replyTo: on });
    await chat.says("yosef", "Bank sampah sekolah", { replyTo: on });
    await chat.pass(6_000);
    const board = chat.heard("ana", lab).find((text) => text.startsWith("💡")) ?? "";
    expect(board).toContain("2 ide · 2 orang · 2 unit");
  });
});

test.each([
  ["PKM. Saumlaki", "Puskesmas Saumlaki"],
  ["Dinas Kesehatan", "dinas  kesehatan"],
  ["Kec. Selaru", "Kecamatan Selaru"],
  ["SDN 3 Larat", "SD Negeri 3 Larat"],
])("“%s” is “%s”", (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});
