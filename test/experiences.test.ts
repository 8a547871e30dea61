import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

const LESSON = "Di Saumlaki antrean puskesmas lewat SMS jalan, tetapi lansia lebih suka ditelepon.";

async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.settle();
}
const last = (chat: Chat, person: "ana" | "yosef") => chat.heard(person).at(-1) ?? "";

describe("/pengalaman", () => {
  test("is kept with a sign, and found by the search and beside a similar idea", async ({ chat }) => {
    await opens(chat);
    const before = chat.heard("yosef", lab).length;
    const said = await chat.says("ana", `/pengalaman ${LESSON}`);
    expect(chat.sees("ana", lab).find(({ id }) => id === said)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    expect(last(chat, "ana")).toContain("pengalaman Anda tersimpan");

    await chat.tells("yosef", "/cari antrean");
    expect(last(chat, "yosef")).toContain("tetapi ada pengalamannya");
    expect(last(chat, "yosef")).toContain("Ana: Di Saumlaki antrean puskesmas");
    await chat.tells("yosef", "/ide Antrean puskesmas lewat pesan singkat");
    expect(last(chat, "yosef")).toContain("Pengalaman Ana: Di Saumlaki");
    expect(chat.errors).toEqual([]);
  });

  test("bare asks, and its writer alone takes it back", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/pengalaman");
    expect(last(chat, "ana")).toContain("Pengalaman apa");
    await chat.tells("ana", LESSON);
    await chat.presses("ana", "Tarik kembali", { in: who.ana });
    expect(last(chat, "ana")).toContain("Pengalaman ini ditarik");
    await chat.tells("yosef", "/cari antrean");
    expect(last(chat, "yosef")).toContain("Belum ada ide");
    expect(await chat.app.db.idea.count()).toBe(0);
  });
});
