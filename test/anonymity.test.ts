import { describe } from "vitest";
import { calls } from "../src/playground/calls.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import type { World } from "../src/playground/world.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { card, opens } from "./support/opens.ts";

const DAY = 86_400_000;
const AUTHOR = { id: 777_001_234, first_name: "Rambutan", last_name: "Zulkifli", username: "rambuzul" };
const UNIT = "Pustu Wunlah";
const IDEA = "Obat dikirim dengan perahu setiap Kamis";
/** Whatever tells who it was: Telegram's id, any part of the name, the unit that only the author belongs to. */
const TELLING = /777.?001.?234|rambutan|zulkifli|rambuzul|wunlah/i;

/** Every call of the bot's from now on, but polls. */
function hearAll(world: World) {
  const all: { method: string; params: Record<string, unknown> }[] = [];
  let last = 0;
  world.on(({ kind }) => {
    if (kind !== "call") return;
    for (const { id, method, params } of calls(world.inside.ground, last)) {
      last = id;
      if (method !== "getUpdates") all.push({ method, params });
    }
  });
  return all;
}

/** A message to the author's private chat, or its own menu. */
const isForAuthor = ({ params }: { params: Record<string, unknown> }) =>
  [params.chat_id, (params.scope as { chat_id?: number } | undefined)?.chat_id].includes(AUTHOR.id);

/** Somebody alone in a small unit, who is reachable and belongs to the lab. */
async function arrives(chat: Chat) {
  const { world, app } = chat;
  world.addPerson({ ...AUTHOR, language_code: "id" });
  world.join(lab, AUTHOR.id);
  world.start(AUTHOR.id);
  world.say(AUTHOR.id, lab, "Halo @lumbung_bot");
  await chat.settle();
  await app.db.membership.updateMany({ data: { unitAskedAt: chat.clock.now() } });
}

/** What the author does; each returns when the bot has nothing more to do. */
const author = (chat: Chat) => ({
  async tells(text: string, replyTo?: number) {
    chat.world.say(AUTHOR.id, AUTHOR.id, text, replyTo ? { replyTo } : {});
    await chat.settle();
    chat.clock.move(10_000);
  },
  async says(text: string, replyTo?: number) {
    chat.world.say(AUTHOR.id, lab, text, replyTo ? { replyTo } : {});
    await chat.settle();
    chat.clock.move(10_000);
  },
  async presses(button: string, where: number = AUTHOR.id) {
    const on = chat.world
      .history(AUTHOR.id, where)
      .findLast(({ buttons }) => buttons?.flat().some(({ text }) => text.includes(button)));
    if (!on) throw new Error(`the author sees no button “${button}”`);
    const pressed = chat.world.press(AUTHOR.id, where, on.id, button);
    await chat.settle();
    return (await pressed).text;
  },
  last: () => chat.world.history(AUTHOR.id, AUTHOR.id).at(-1),
});

type Author = ReturnType<typeof author>;

/** Written, asked, declined and reconsidered, approved. */
async function comesOut(chat: Chat, me: Author) {
  await me.tells(`/profil unit ${UNIT}`);
  await me.tells(`/ide ${IDEA}. Kapalnya sudah ada.`);
  await me.presses("Lengkapi");
  await me.tells("Empat puluh warga lansia");
  await me.tells("Obat datang sebelum habis");
  await me.presses("Kirim anonim");
  await chat.presses("budi", "Jangan terbitkan", { in: who.budi });
  await chat.presses("budi", "Alasan lain", { in: who.budi });
  expect(me.last()?.text).toContain("tidak menerbitkan");
  await chat.presses("budi", "Kembalikan", { in: who.budi });
  await chat.presses("budi", "Terbitkan", { in: who.budi });
  expect(me.last()?.text).toContain("tanpa nama");
  await chat.presses("yosef", "Ikuti", { on: card(chat, "TNB-2")?.id ?? 0 });
}

/** Supported, answered, discussed, from the private copy and in the group. */
async function isDiscussed(chat: Chat, me: Author) {
  await me.presses("👍", lab);
  await me.presses("Ikuti", lab);
  chat.world.react(AUTHOR.id, lab, card(chat, "TNB-2")?.id ?? 0, "👍");
  await chat.tells("maria", "/antrean");
  await chat.presses("maria", "Lewati", { in: who.maria });
  await chat.says("maria", "Berapa biaya solarnya?", { replyTo: card(chat, "TNB-2")?.id ?? 0 });
  expect(me.last()?.text).toContain("Berapa biaya solarnya?");
  await me.tells("Dua puluh liter sekali jalan", me.last()?.id);
  expect(chat.heard("maria").join()).toContain("Dua puluh liter");
  await chat.says("yosef", "Saya setuju", { replyTo: card(chat, "TNB-2")?.id ?? 0 });
  expect(me.last()?.text).toContain("Saya setuju");
  await me.tells("/rencana TNB-2 Uji coba satu rute besok\nHitung biaya 30/11");
  await me.tells("/tahap TNB-2");
  await me.says("/rencana TNB-2");
  await me.presses("Rincian", lab);
  await me.presses("Ubah").catch(() => undefined);
  await me.tells("Obat dikirim dengan drone");
  await me.tells("/ideku");
}

/** What leaders, facilitators and everybody else do with it. */
async function isWorkedOn(chat: Chat) {
  await chat.is("bupati", "leader");
  for (const person of ["bupati", "budi"] as const) await chat.tells(person, "/pekanini");
  const choice = chat.sees("bupati").findLast(({ text }) => text?.includes("TNB-2"))?.id ?? 0;
  await chat.presses("bupati", "Rincian", { in: who.bupati, on: choice });
  await chat.presses("bupati", "Minta penjelasan", { in: who.bupati, on: choice });
  await chat.tells("bupati", "Siapa yang memegang kunci perahunya?");
  await chat.pass(12_000);
  await chat.tells("budi", "/tahap TNB-2");
  await chat.presses("budi", "Lanjut ke Design", { in: who.budi });
  if (chat.heard("budi").at(-1)?.includes("lasan")) await chat.tells("budi", "Sudah dibahas");
  for (const text of [
    "/semuaide",
    "/cari perahu",
    "/cari TNB-2",
    "/ketinggalan sepekan",
    "/ringkas TNB-2",
    "/rencana TNB-2",
  ])
    await chat.tells("yosef", text);
  await chat.says("yosef", "/ringkas TNB-2");
  await chat.starts("yosef", "i_TNB-2");
  await chat.tells("yosef", "/ide Perahu mengantar obat setiap Kamis");
  await chat.pass(2 * 3_600_000);
}

/** Joined and parted, hidden and back, and whatever the clock brings. */
async function isMoved(chat: Chat) {
  const on = card(chat, "TNB-2")?.id ?? 0;
  await chat.presses("budi", "Rincian", { on });
  await chat.presses("budi", "Gabung", { in: who.budi });
  await chat.tells("budi", "TNB-1");
  await chat.pass(6_000);
  await chat.presses("yosef", "Rincian", { on: card(chat)?.id ?? 0 });
  await chat.presses("budi", "Pisahkan lagi", { in: who.budi });
  await chat.presses("budi", "Rincian", { on });
  await chat.presses("budi", "Sembunyikan", { in: who.budi });
  await chat.presses("budi", "Ada data pribadi", { in: who.budi });
  await chat.presses("budi", "Kembalikan", { in: who.budi });
  for (let day = 0; day < 4; day++) await chat.pass(DAY);
}

/** A session's answers bear a name in the group, and none in what the bot says of them. */
async function answersASession(chat: Chat, me: Author) {
  await chat.says("budi", "/tantangan Apa yang membuat warga menunggu?");
  const board = chat.sees("yosef", lab).at(-1)?.id ?? 0;
  await me.says("Dermaga rusak", board);
  await chat.presses("budi", "Rahasiakan hasil");
  await me.tells("/bantuan");
  await chat.pass(11 * 60_000);
  expect(chat.heard("yosef", lab).at(-1)).toContain("Dermaga rusak");
  await chat.presses("yosef", "Lihat & dukung");
}

test("an anonymous author of a small unit is in nothing that anybody else gets, whatever happens", {
  timeout: 120_000,
}, async ({ chat }) => {
  chat.app.log.level = "trace";
  await opens(chat);
  await arrives(chat);
  const sent = hearAll(chat.world);
  const me = author(chat);
  await comesOut(chat, me);
  await isDiscussed(chat, me);
  await isWorkedOn(chat);
  await isMoved(chat);
  chat.world.block(AUTHOR.id);
  await chat.says("maria", "Satu masukan lagi", { replyTo: card(chat, "TNB-2")?.id ?? 0 });
  await chat.pass(6_000);
  chat.world.unblock(AUTHOR.id);
  await chat.settle();
  await answersASession(chat, me);

  const toOthers = sent.filter((one) => !isForAuthor(one)).map((one) => JSON.stringify(one));
  expect(toOthers.length).toBeGreaterThan(60);
  expect(toOthers.filter((one) => TELLING.test(one))).toEqual([]);
  for (const person of Object.keys(who) as CastKey[])
    for (const where of [who[person], lab])
      expect(JSON.stringify(botSaid(chat, person, where))).not.toMatch(TELLING);
  expect(
    JSON.stringify(chat.errors, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toMatch(TELLING);
  expect(
    await chat.app.db.idea.count({ where: { anonymous: true, author: { telegramId: AUTHOR.id } } }),
  ).toBe(1);
});

const botSaid = (chat: Chat, person: CastKey, where: number) => {
  try {
    return chat.sees(person, where).filter(({ from, service }) => from.bot && !service);
  } catch {
    return []; // Who is not in the group sees nothing there.
  }
};

test("would be found by this reading, were it not anonymous", async ({ chat }) => {
  await opens(chat);
  await arrives(chat);
  const sent = hearAll(chat.world);
  const me = author(chat);
  await me.tells(`/profil unit ${UNIT}`);
  await me.says(`/ide ${IDEA}`);
  const toOthers = sent.filter((one) => !isForAuthor(one)).map((one) => JSON.stringify(one));
  expect(toOthers.some((one) => /Rambutan/.test(one) && /Wunlah/.test(one))).toBe(true);
});

describe("an anonymous idea that was let through", () => {
  const BOAT = "Perahu perpustakaan keliling pulau";
  async function begins(chat: Chat) {
    await opens(chat);
    await chat.starts("bupati");
    await chat.says("bupati", "Halo @lumbung_bot");
  }
  async function anonymously(chat: Chat, person: "ana" | "bupati", text: string) {
    await chat.tells(person, `/ide ${text}`);
    await chat.presses(person, "Kirim anonim", { in: who[person] });
    await chat.presses("budi", "Terbitkan", { in: who.budi });
    await chat.pass(6_000);
  }
  async function joins(chat: Chat, code: string, into: string) {
    await chat.presses("budi", "Rincian", { on: card(chat, code)?.id ?? 0 });
    await chat.presses("budi", "Gabung", { in: who.budi });
    await chat.tells("budi", into);
    await chat.pass(6_000);
  }
  const heard = (chat: Chat, person: CastKey) => chat.heard(person).join("\n");

  test("shows nobody the words that its draft had before", async ({ chat }) => {
    await begins(chat);
    const said = await chat.tells("ana", "/ide Saya Ana dari Puskesmas Larat: buka loket malam");
    const kept = chat.sees("ana").at(-1)?.id ?? 0;
    chat.world.edit(who.ana, who.ana, said, "/ide Buka loket malam");
    await chat.settle();
    await chat.presses("ana", "Kirim anonim", { in: who.ana, on: kept });
    await chat.presses("budi", "Terbitkan", { in: who.budi });
    await chat.starts("yosef", "i_TNB-2");
    expect(
      chat
        .sees("yosef")
        .at(-1)
        ?.buttons?.flat()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("2/");
    expect(await chat.app.db.version.count()).toBe(0);
  });

  test("names nobody in what its author said privately, whatever it was joined to or parted from", async ({
    chat,
  }) => {
    await begins(chat);
    await anonymously(chat, "ana", "Antrean puskesmas lewat telepon");
    await chat.says("maria", "Mulai satu loket", { replyTo: card(chat, "TNB-2")?.id ?? 0 });
    await chat.tells("ana", "Loketnya sudah dua", { replyTo: chat.sees("ana").at(-1)?.id ?? 0 });
    await joins(chat, "TNB-1", "TNB-2");
    await chat.starts("yosef", "i_TNB-2");
    expect(heard(chat, "yosef")).toContain("–: Loketnya sudah dua");
  });

  test("and was joined offers its author no co-authors, and leaves no name behind when it is parted", async ({
    chat,
  }) => {
    await begins(chat);
    await anonymously(chat, "bupati", "Antrean puskesmas lewat telepon");
    await joins(chat, "TNB-2", "TNB-1");
    await chat.starts("bupati", "i_TNB-1");
    await chat.tells("bupati", "Loketnya sudah dua", { replyTo: chat.sees("bupati").at(-1)?.id ?? 0 });
    await chat.starts("bupati", "i_TNB-1");
    await chat.presses("bupati", "Lengkapi", { in: who.bupati });
    const offered = chat
      .sees("bupati")
      .at(-1)
      ?.buttons?.flat()
      .map(({ text }) => text);
    expect(offered).not.toContain("Penulis bersama");
    await chat.presses("budi", "Pisahkan lagi", { in: who.budi });
    await chat.starts("ana", "i_TNB-1");
    expect(heard(chat, "ana")).toContain("–: Loketnya sudah dua");
  });

  test("is not turned into what its draft once said", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", "/ide Pak Camat makan gaji buta");
    const kept = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.starts("ana", "i_TNB-2");
    await chat.presses("ana", "Ubah", { in: who.ana });
    await chat.tells("ana", "Absen sidik jari supaya loket buka tepat waktu");
    await chat.presses("ana", "Kirim anonim", { in: who.ana, on: kept });
    await chat.presses("budi", "Terbitkan", { in: who.budi });
    await chat.presses("ana", "Bukan jawaban", { in: who.ana });
    expect((await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } })).text).toContain("Absen sidik");
  });

  test("tells facilitators what is added to it, and showed them what was told before", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", `/ide ${BOAT}`);
    const kept = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.tells("ana", "Sekitar 400 anak di tujuh pulau");
    await chat.presses("ana", "Kirim anonim", { in: who.ana, on: kept });
    expect(heard(chat, "budi")).toContain("Yang terdampak: Sekitar 400 anak");
    await chat.presses("budi", "Terbitkan", { in: who.budi });
    await chat.tells("ana", "Keluarga Pak Anton tidak lagi menunggu");
    expect(chat.heard("budi").at(-1)).toMatch(
      /Ditambahkan pada TNB-2 setelah terbit: yang akan berbeda[\s\S]*Anton/,
    );
    await chat.presses("budi", "Sembunyikan", { in: who.budi });
    expect(chat.heard("budi").at(-1)).toContain("Mengapa TNB-2 disembunyikan");
    expect(chat.errors).toEqual([]);
  });
});
