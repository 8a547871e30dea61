import { describe } from "vitest";
import { createIdea } from "../src/ideas/add-idea.ts";
import { createLab } from "../src/labs/create-lab.ts";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

const QUEUE = "Antrean puskesmas lewat pesan singkat";
const BOAT = "Perahu perpustakaan keliling antar pulau";
const TRASH = "Bank sampah di setiap sekolah";

/** The lab is open, has these ideas, and Yosef can be reached privately. */
async function opensWith(chat: Chat, ...ideas: string[]) {
  await chat.opens();
  chat.world.start(who.yosef);
  chat.world.say(who.yosef, lab, "Halo @lumbung_bot");
  for (const idea of ideas) await chat.says("ana", `/ide ${idea}`);
}

const found = async (chat: Chat, words: string) => {
  await chat.tells("yosef", `/cari ${words}`);
  return [...(chat.heard("yosef").at(-1) ?? "").matchAll(/^TNB-\d+/gm)].map(([code]) => code);
};

describe("/cari", () => {
  test("finds by what is meant: everyday spelling, other words for it, its code", async ({ chat }) => {
    await opensWith(chat, QUEUE, BOAT, TRASH);
    expect(await found(chat, "antri puskesmas")).toEqual(["TNB-1"]);
    expect(await found(chat, "SMS")).toEqual(["TNB-1"]);
    expect(await found(chat, "perahu")).toEqual(["TNB-2"]);
    expect(await found(chat, "TNB-3")).toEqual(["TNB-3"]);
    expect(await found(chat, "3")).toEqual(["TNB-3"]);
    expect(chat.errors).toEqual([]);
  });

  test("finds what fits most of the words, and what was misspelled", async ({ chat }) => {
    await opensWith(chat, QUEUE, BOAT, TRASH);
    expect(await found(chat, "perahu listrik untuk pulau")).toEqual(["TNB-2"]);
    expect(await found(chat, "perpustkaan")).toEqual(["TNB-2"]);
    expect(await found(chat, "helikopter")).toEqual([]);
    expect(chat.heard("yosef").at(-1)).toContain("Belum ada ide tentang “helikopter”");
  });

  test("follows an edit, and leaves out what was withdrawn", async ({ chat }) => {
    await opensWith(chat, TRASH);
    const asked = await chat.says("ana", `/ide ${BOAT}`);
    chat.world.edit(who.ana, lab, asked, "/ide Kapal ambulans");
    await chat.settle();
    expect(await found(chat, "perpustakaan")).toEqual([]);
    expect(await found(chat, "ambulans")).toEqual(["TNB-2"]);
    await chat.app.db.idea.updateMany({ where: { number: 2 }, data: { state: "withdrawn" } });
    expect(await found(chat, "ambulans")).toEqual([]);
    expect(await found(chat, "TNB-2")).toEqual([]);
  });

  test("bare asks, takes the answer in private or as a reply in the group", async ({ chat }) => {
    await opensWith(chat, QUEUE);
    await chat.tells("yosef", "/cari");
    expect(chat.heard("yosef").at(-1)).toContain("Cari ide apa");
    await chat.tells("yosef", "antrean");
    expect(chat.heard("yosef").at(-1)).toContain("1 ide tentang “antrean”");

    await chat.says("yosef", "/cari");
    const question = chat.sees("yosef", lab).at(-1)?.id ?? 0;
    await chat.says("yosef", "puskesmas", { replyTo: question });
    expect(chat.heard("yosef", lab).at(-1)).toContain("TNB-1");
    expect(await chat.app.db.idea.count()).toBe(1);
    await chat.tells("yosef", "/cari 🐟🐟");
    expect(chat.heard("yosef").at(-1)).toContain("Cari ide apa");
  });

  test("turns pages in one message, also for words too long for a button", async ({ chat }) => {
    await opensWith(chat);
    await chat.says("ana", `/ide ${QUEUE}`);
    const { id: labId } = await chat.app.db.lab.update({ where: { code: "TNB" }, data: { ideaCount: 12 } });
    const { authorId, terms, termsEdition } = await chat.app.db.idea.findFirstOrThrow();
    const at = chat.clock.now();
    const like = { labId, authorId, text: QUEUE, terms, termsEdition, createdAt: at, postedAt: at };
    const more = Array.from({ length: 11 }, (_, n) => ({ ...like, number: n + 2 }));
    await chat.app.db.idea.createMany({ data: more });
    const words = `antrean ${"puskesmas ".repeat(30)}`;
    expect(await found(chat, words)).toHaveLength(8);
    const page = chat.sees("yosef", who.yosef).at(-1)?.id;
    await chat.presses("yosef", "Berikutnya", { in: who.yosef });
    const turned = chat.sees("yosef", who.yosef).at(-1);
    expect(turned?.id).toBe(page);
    expect([...(turned?.text ?? "").matchAll(/^TNB-\d+/gm)]).toHaveLength(4);
    expect(chat.errors).toEqual([]);
  });

  test("finds nothing of another lab", async ({ chat }) => {
    await opensWith(chat, QUEUE);
    const { db, clock, defaults } = chat.app;
    const other = await db.transact((tx) => createLab({ db: tx, now: clock.now(), defaults }, "Paser"));
    const { authorId } = await db.idea.findFirstOrThrow();
    const at = { createdAt: clock.now(), postedAt: clock.now() };
    await db.transact((tx) => createIdea(tx, other, { authorId, text: BOAT, state: "posted", ...at }));
    expect(await found(chat, "perahu")).toEqual([]);
    expect(await found(chat, "antrean")).toEqual(["TNB-1"]);
  });
});

test("ideas from before get what the search needs, a page at a time", async ({ chat }) => {
  await opensWith(chat, QUEUE, BOAT);
  await chat.app.db.idea.updateMany({ data: { terms: [], termsEdition: 7 } });
  expect(await found(chat, "SMS")).toEqual([]);
  await chat.pass(60_000);
  expect(await found(chat, "SMS")).toEqual(["TNB-1"]);
});
