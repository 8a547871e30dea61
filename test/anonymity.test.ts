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
  await chat.presses("budi", "Jangan", { in: who.budi });
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
