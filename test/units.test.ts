import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { keyOf } from "../src/units/unit.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

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
