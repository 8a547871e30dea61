import { describe } from "vitest";
import { createLab } from "../src/labs/create-lab.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";

const IDEA = "Antrean puskesmas lewat pesan singkat";

/** The cards in the group, oldest first, as one of its members sees them. */
const cards = (chat: Chat, person: CastKey = "yosef") =>
  chat.sees(person, lab).filter(({ from, text }) => from.bot && /^TNB-\d/.test(text ?? ""));
const lastIn = (chat: Chat, person: CastKey, where = lab) => chat.sees(person, where).at(-1);
const buttons = (message: { buttons?: { text: string }[][] } | undefined) =>
  (message?.buttons ?? []).flat().map(({ text }) => text);
const states = async ({ app }: Chat) =>
  (await app.db.idea.findMany({ orderBy: { number: "asc" } })).map(({ state }) => state);

/** The lab is open, and this person belongs to it and can be reached privately. */
async function opensWith(chat: Chat, ...people: CastKey[]) {
  await chat.opens();
  for (const person of people) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.settle();
}

describe("/ide in a group", () => {
  test("is confirmed by a sign, and gets one silent card as a reply", async ({ chat }) => {
    await chat.opens();
    const asked = await chat.says("ana", `/ide ${IDEA}`);

    const [card, ...more] = chat.sees("ana", lab).filter(({ replyTo }) => replyTo?.id === asked);
    expect(more).toEqual([]);
    expect(card?.html).toContain("TNB-1");
    expect(card?.silent).toBe(true);
    expect(buttons(card)).toEqual(["👍 0", "Ikuti", "Rincian"]);
    expect(chat.sees("ana", lab).find(({ id }) => id === asked)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(chat.errors).toEqual([]);
  });

  test("a vote is one per person, and the card follows", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", `/ide ${IDEA}`);
    const card = lastIn(chat, "yosef")?.id ?? 0;
    const stutter = [1, 2].map(() => chat.world.press(who.yosef, lab, card, "👍"));
    await chat.settle();
    const [first, second] = await Promise.all(stutter);
    expect(first?.text).toContain("dihitung");
    expect(second?.text).toContain("sudah");
    expect(await chat.presses("maria", "👍")).toContain("dihitung");
    expect(buttons(lastIn(chat, "yosef"))).toContain("👍 2");

    await chat.pass(11_000);
    expect(await chat.presses("yosef", "👍")).toContain("ditarik");
    expect(buttons(lastIn(chat, "yosef"))).toContain("👍 1");
  });

  test("shows a first sentence as the title, and what people wrote as text", async ({ chat }) => {
    chat.world.addPerson({ id: who.ana, first_name: "<b>Ana</b> & Co", last_name: '"A"' });
    await chat.opens();
    await chat.says("ana", '/ide Antrean <i>cepat</i> & murah. Lewat <a href="x">SMS</a>\n</blockquote>');
    const card = lastIn(chat, "yosef");
    expect(card?.text).toContain(
      'TNB-1 · Antrean <i>cepat</i> & murah.\nLewat <a href="x">SMS</a>\n</blockquote>',
    );
    expect(card?.text).toContain('Oleh <b>Ana</b> & Co "A"');
    expect(card?.html).toContain("&lt;i&gt;cepat");
    expect(chat.errors).toEqual([]);
  });

  test("takes as much as a message holds, and keeps all of it", async ({ chat }) => {
    await chat.opens();
    const text = `Awal & <akhir> ${"sungai 🌾 ".repeat(500)}`.slice(0, 4090).trim();
    await chat.says("ana", `/ide ${text}`);
    expect(lastIn(chat, "yosef")?.text).toMatch(/^TNB-1 · Awal & <akhir> sungai/);
    expect((await chat.app.db.idea.findFirstOrThrow()).text).toBe(text);
    expect(chat.errors).toEqual([]);
  });

  test("names three ideas that it resembles, by their codes", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", `/ide ${IDEA}`);
    await chat.says("yosef", "/ide Perahu keliling untuk nelayan");
    await chat.says("yosef", "/ide Antrean di puskesmas lewat SMS atau pesan singkat");
    expect(lastIn(chat, "ana")?.text).toMatch(/\n\nMirip: TNB-1$/);
  });

  test("of emojis alone is answered, and no idea", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide 👍👍🌾");
    expect(chat.heard("ana", lab).at(-1)).toContain("Apa ide Anda?");
    expect(await states(chat)).toEqual([]);
    await chat.says("ana", "/ide 🌾 padi");
    expect(await states(chat)).toEqual(["posted"]);
  });
});

describe("a bare /ide in a group", () => {
  test("asks, and the asker's answer is the idea; another's is none", async ({ chat }) => {
    await chat.opens();
    const asked = await chat.says("ana", "/ide");
    const question = lastIn(chat, "ana");
    expect(question?.replyTo?.id).toBe(asked);
    expect(question?.forceReply?.placeholder).toBe("Tulis ide Anda di sini");

    await chat.says("yosef", "Saya tidak ditanya", { replyTo: question?.id ?? 0 });
    expect(await states(chat)).toEqual([]);
    const answered = await chat.says("ana", IDEA, { replyTo: question?.id ?? 0 });
    const [card] = cards(chat);
    expect(card?.replyTo?.id).toBe(answered);
    expect(card?.text).toContain(`TNB-1 · ${IDEA}`);
    expect(await chat.app.db.draft.count({ where: { doneAt: null } })).toBe(0);
  });

  test("a second time asks anew; an answer to either is one idea", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide");
    const first = lastIn(chat, "ana")?.id ?? 0;
    await chat.says("ana", "/ide");
    const second = lastIn(chat, "ana")?.id ?? 0;
    expect(await chat.app.db.draft.count({ where: { doneAt: null } })).toBe(1);
    await chat.says("ana", IDEA, { replyTo: second });
    await chat.says("ana", "Perahu keliling", { replyTo: first });
    expect(cards(chat).map(({ text }) => text?.slice(0, 14))).toEqual(["TNB-1 · Antrea", "TNB-2 · Perahu"]);
  });
});

describe("an idea told in private", () => {
  test("is kept for its author alone, then sent to the group under a name, once", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.tells("ana", "/ide");
    expect(buttons(lastIn(chat, "ana", who.ana))).toEqual(["Anonim", "Cara mencari ide", "Batal"]);
    await chat.tells("ana", "/ide");
    await chat.tells("ana", IDEA);
    const kept = lastIn(chat, "ana", who.ana);
    expect(kept?.text).toContain(`TNB-1 tersimpan: ${IDEA}`);
    expect(buttons(kept)).toEqual([
      ...["Kirim ke grup", "Kirim anonim", "Jangan kirim", "Lengkapi"],
      ...["Lewati", "Lewati semua", "5 Mengapa"],
    ]);
    expect(cards(chat)).toEqual([]);
    expect(await states(chat)).toEqual(["draft"]);

    const twice = [1, 2].map(() => chat.world.press(who.ana, who.ana, kept?.id ?? 0, "Kirim ke grup"));
    await chat.settle();
    await Promise.all(twice);
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 sudah dikirim ke grup Lab Tanimbar");
    expect(cards(chat).map(({ text }) => text?.includes("Oleh Ana"))).toEqual([true]);
    expect(await states(chat)).toEqual(["posted"]);
    expect(chat.errors).toEqual([]);
  });

  test("is discarded: nobody sees it, and its author sees that it was", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.tells("ana", `/ide ${IDEA}`);
    await chat.presses("ana", "Jangan kirim", { in: who.ana });
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 tidak dikirim");
    expect(buttons(lastIn(chat, "ana", who.ana))).toEqual(["Kembalikan"]);
    await chat.says("yosef", "/semuaide");
    expect(chat.heard("yosef", lab).at(-1)).toContain("Belum ada ide");
    await chat.tells("ana", "/ideku");
    expect(chat.heard("ana").at(-1)).toMatch(/TNB-1[\s\S]*ditarik/);
  });

  test("in plain words is kept, and offered as an idea, once", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.tells("ana", IDEA);
    expect(chat.heard("ana").at(-1)).toContain(IDEA);
    expect(await states(chat)).toEqual([]);
    const offer = lastIn(chat, "ana", who.ana)?.id ?? 0;
    const stutter = [1, 2].map(() => chat.world.press(who.ana, who.ana, offer, "Jadikan ide"));
    await chat.settle();
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 tersimpan");
    expect((await stutter[1])?.text).toContain("tidak berlaku");
    expect(buttons(chat.sees("ana").find(({ id }) => id === offer))).toEqual([]);
    expect(await states(chat)).toEqual(["draft"]);
  });

  test("of emojis alone is answered, and the question stays open", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.tells("ana", "/ide");
    await chat.tells("ana", "🌾🌾");
    expect(chat.heard("ana").at(-1)).toContain("/bantuan");
    await chat.tells("ana", IDEA);
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 tersimpan");
  });

  test("names what it resembles before it is sent", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.says("yosef", `/ide ${IDEA}`);
    await chat.tells("ana", "/ide Antrean di puskesmas lewat SMS atau pesan singkat");
    expect(chat.heard("ana").at(-1)).toContain(`Mirip dengan TNB-1: ${IDEA}`);
  });

  test("may give way to the one that was there before: its author supports and follows that", async ({
    chat,
  }) => {
    await opensWith(chat, "ana");
    await chat.says("yosef", `/ide ${IDEA}`);
    await chat.tells("ana", "/ide Antrean di puskesmas lewat SMS atau pesan singkat");
    await chat.presses("ana", "Dukung TNB-1 saja", { in: who.ana });
    expect(chat.heard("ana").at(-1)).toContain("Dukungan Anda masuk ke TNB-1");
    expect(await states(chat)).toEqual(["posted", "withdrawn"]);
    await chat.pass(6_000);
    expect(buttons(cards(chat)[0])[0]).toBe("👍 1");
    expect(await chat.app.db.follow.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("that gave way may leave its words with the other, once, or come back", async ({ chat }) => {
    await opensWith(chat, "ana", "yosef");
    await chat.says("yosef", `/ide ${IDEA}`);
    const words = "Antrean di puskesmas lewat SMS atau pesan singkat, juga bagi lansia";
    await chat.tells("ana", `/ide ${words}`);
    await chat.presses("ana", "Dukung TNB-1 saja", { in: who.ana });
    const on = chat.sees("ana").at(-1)?.id ?? 0;
    const press = () => chat.world.press(who.ana, who.ana, on, "Sampaikan tulisan saya");
    const both = [press(), press()];
    await chat.settle();
    await Promise.all(both);
    expect(chat.heard("yosef").filter((text) => text.includes(words))).toHaveLength(1);
    expect(chat.heard("yosef").at(-1)).toContain("Ana");
    expect(chat.heard("ana").at(-1)).toContain("menjadi komentar pada TNB-1");
    expect(await chat.app.db.line.findMany()).toMatchObject([{ text: words }]);

    await chat.tells("ana", `/ide ${words}`);
    await chat.presses("ana", "Dukung TNB-1 saja", { in: who.ana });
    await chat.presses("ana", "Kembalikan", { in: who.ana });
    expect(chat.heard("ana").at(-1)).toContain("TNB-3 tersimpan");
    expect(chat.errors).toEqual([]);
  });

  test("may say what inspired it, and then be sent", async ({ chat }) => {
    await opensWith(chat, "ana");
    await chat.says("yosef", `/ide ${IDEA}`);
    await chat.tells("ana", "/ide Antrean di puskesmas lewat SMS atau pesan singkat");
    expect(await chat.presses("ana", "Terinspirasi TNB-1", { in: who.ana })).toContain("Dicatat");
    await chat.presses("ana", "Kirim ke grup", { in: who.ana });
    expect(cards(chat).at(-1)?.text).toContain("Terinspirasi TNB-1");
    expect(chat.errors).toEqual([]);
  });
});

describe("Terinspirasi", () => {
  const LIKE = "Antrean di puskesmas lewat SMS atau pesan singkat";
  const origin = async ({ app }: Chat) =>
    (await app.db.idea.findFirstOrThrow({ where: { number: 2 } })).inspiredById;
  const REMOVE = "Hapus “Terinspirasi TNB-1”";
  const see = (chat: Chat, person: CastKey) => buttons(chat.sees(person).at(-1));

  /** Yosef's TNB-1, and Ana's draft TNB-2, which it inspired. */
  async function inspires(chat: Chat) {
    await opensWith(chat, "ana", "budi");
    await chat.says("yosef", `/ide ${IDEA}`);
    await chat.tells("ana", `/ide ${LIKE}`);
    await chat.presses("ana", "Terinspirasi TNB-1", { in: who.ana });
  }

  test("of a draft is shown where it was pressed, and taken back there; what was asked stays", async ({
    chat,
  }) => {
    await inspires(chat);
    const kept = chat.heard("ana").at(-1);
    expect(kept).toContain("✓ Tercatat: ide Anda terinspirasi ide ini");
    expect(kept).toContain("Siapa");
    expect(await chat.presses("ana", REMOVE, { in: who.ana })).toContain(
      "tidak lagi tercatat terinspirasi TNB-1",
    );
    expect(chat.heard("ana").at(-1)).not.toContain("✓ Tercatat");
    expect(await origin(chat)).toBeNull();
    await chat.presses("ana", "Terinspirasi TNB-1", { in: who.ana });
    expect(await origin(chat)).not.toBeNull();
    await chat.starts("ana", "i_TNB-2");
    expect(chat.heard("ana").at(-1)).toContain("Terinspirasi TNB-1");
    await chat.presses("ana", REMOVE, { in: who.ana });
    expect(chat.heard("ana").at(-1)).not.toContain("Terinspirasi");
    await chat.tells("ana", "Sekitar 300 pasien tiap hari");
    expect((await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } })).affected).toContain(
      "300 pasien",
    );
    expect(chat.errors).toEqual([]);
  });

  test("of a posted idea is taken back by its author or the facilitator, once; the card says so no more", async ({
    chat,
  }) => {
    await inspires(chat);
    await chat.presses("ana", "Kirim ke grup", { in: who.ana });
    await chat.starts("yosef", "i_TNB-2");
    expect(see(chat, "yosef")).not.toContain(REMOVE);
    const [one, two] = await chat.app.db.idea.findMany({ orderBy: { number: "asc" } });
    const data = `forgetOrigin:${two?.id}:${one?.id}:details`;
    const forged = await forgedPress(chat, who.yosef, { data, chat: who.yosef });
    expect(forged.text).toContain("Hanya penulisnya");
    await forgedPress(chat, who.ana, { data });
    expect(await origin(chat)).toBe(one?.id);
    await chat.starts("budi", "i_TNB-2");
    const on = chat.sees("budi").at(-1)?.id ?? 0;
    const twice = [1, 2].map(() => chat.world.press(who.budi, who.budi, on, REMOVE));
    await chat.settle();
    expect((await Promise.all(twice)).map(({ text }) => text ?? "").join()).toMatch(
      /tidak lagi tercatat.*tidak berlaku/,
    );
    expect(await origin(chat)).toBeNull();
    expect(see(chat, "budi")).not.toContain(REMOVE);
    await chat.pass(6_000);
    expect(cards(chat).at(-1)?.text).not.toContain("Terinspirasi");
    expect(chat.errors).toEqual([]);
  });
});

describe("an anonymous idea", () => {
  /** Whatever the bot sent to anybody but Ana, or where nobody says to whom. */
  const sentToOthers = (chat: Chat) =>
    chat.world
      .calls()
      .filter(({ method, params }) => !/^get/.test(method) && params.chat_id !== who.ana)
      .map(({ params }) => JSON.stringify(params).replaceAll("\\n", " "));
  /** Ana's name or Telegram id. */
  const ANA = /\bAna\b|(?<![\d-])1001(?!\d)/;

  test("would be seen through by this reading if it were not anonymous", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", `/ide ${IDEA}`);
    expect(sentToOthers(chat).filter((sent) => ANA.test(sent))).not.toEqual([]);
  });

  test("is approved without its author, who stays unknown whatever happens next", async ({ chat }) => {
    await opensWith(chat, "yosef", "budi");
    await chat.is("maria", "mentor");
    await chat.starts("ana");
    chat.world.say(who.ana, lab, "Halo @lumbung_bot");
    await chat.settle();
    await chat.tells("ana", "/ide");
    await chat.presses("ana", "Anonim", { in: who.ana });
    await chat.tells("ana", IDEA);
    expect(chat.heard("ana").at(-1)).toContain("Fasilitator memeriksanya dulu");
    expect(cards(chat)).toEqual([]);
    expect(chat.heard("budi").at(-1)).toContain(IDEA);

    await chat.presses("budi", "Terbitkan", { in: who.budi });
    expect(chat.heard("ana").at(-1)).toContain("tanpa nama");
    const card = lastIn(chat, "yosef");
    expect(card?.text).toContain("Anonim · ");

    await chat.says("maria", "Mulai di satu puskesmas.", { replyTo: card?.id ?? 0 });
    expect(chat.heard("ana").at(-1)).toContain("Mulai di satu puskesmas.");
    await chat.tells("ana", "Setuju, dua hari saja.", { replyTo: lastIn(chat, "ana", who.ana)?.id ?? 0 });
    expect(chat.heard("maria").at(-1)).toContain("Penulis ide TNB-1, ");
    await chat.presses("yosef", "Rincian", { on: card?.id ?? 0 });
    expect(chat.heard("yosef").at(-1)).toContain("–: Setuju, dua hari saja.");

    await chat.tells("budi", "/pekanini");
    await chat.tells("yosef", "/ringkas TNB-1");
    await chat.says("yosef", "/semuaide");
    await chat.tells("maria", "/antrean");
    chat.world.block(who.ana);
    await chat.settle();
    await chat.says("maria", "Satu masukan lagi.", { replyTo: card?.id ?? 0 });
    await chat.says("yosef", "Dan satu komentar.", { replyTo: card?.id ?? 0 });
    await chat.pass(3 * 24 * 3_600_000);

    expect(sentToOthers(chat).length).toBeGreaterThan(20);
    expect(sentToOthers(chat).filter((sent) => ANA.test(sent))).toEqual([]);
    const { id } = await chat.app.db.idea.findFirstOrThrow();
    const data = sentToOthers(chat).flatMap(
      (sent) => sent.match(/(?:vote|follow|details|approve|post):[^"\\]*/g) ?? [],
    );
    expect(new Set(data.map((one) => one.split(":")[1]))).toEqual(new Set([String(id)]));
  });

  test("is declined: its author hears it, nobody else does", async ({ chat }) => {
    await opensWith(chat, "budi", "ana");
    await chat.tells("ana", `/ide ${IDEA}`);
    await chat.presses("ana", "Kirim anonim", { in: who.ana });
    const asked = lastIn(chat, "budi", who.budi)?.id ?? 0;
    await chat.presses("budi", "Jangan terbitkan", { in: who.budi, on: asked });
    await chat.presses("budi", "Ada data pribadi", { in: who.budi, on: asked });
    expect(chat.heard("ana").at(-1)).toContain("tidak menerbitkan ide Anda TNB-1");
    expect(chat.heard("ana").at(-1)).toContain("Alasan: ada data pribadi");
    expect(buttons(chat.sees("budi").find(({ id }) => id === asked))).toEqual(["Kembalikan"]);
    expect(cards(chat)).toEqual([]);
    expect(await states(chat)).toEqual(["withdrawn"]);
    expect(sentToOthers(chat).filter((sent) => ANA.test(sent))).toEqual([]);
  });

  test("is answered once, though two facilitators press", async ({ chat }) => {
    await opensWith(chat, "budi", "ana");
    await chat.is("maria", "facilitator");
    await chat.tells("ana", `/ide ${IDEA}`);
    await chat.presses("ana", "Kirim anonim", { in: who.ana });
    await chat.presses("budi", "Terbitkan", { in: who.budi });
    expect(await chat.presses("maria", "Jangan terbitkan", { in: who.maria })).toContain("sudah ditangani");
    expect(await states(chat)).toEqual(["posted"]);
    expect(cards(chat)).toHaveLength(1);
  });
});

describe("/ide as a reply", () => {
  test("records the message as its writer's idea, and only the writer takes it away", async ({ chat }) => {
    await opensWith(chat, "ana");
    const said = await chat.says("ana", "Bagaimana kalau antrean lewat SMS saja?");
    await chat.says("yosef", "/ide", { replyTo: said });
    const [card] = cards(chat);
    expect(card?.replyTo?.id).toBe(said);
    expect(card?.text).toContain("Oleh Ana · dicatat oleh Yosef");
    expect(buttons(card)).toEqual(["👍 0", "Ikuti", "Rincian", "Bukan ide saya"]);
    expect(chat.heard("ana").at(-1)).toContain("Yosef mencatat pesan Anda");

    const on = card?.id ?? 0;
    expect(await chat.presses("yosef", "Bukan ide saya", { on })).toContain("Hanya penulisnya");
    expect(await chat.presses("budi", "Bukan ide saya", { on })).toContain("Hanya penulisnya");
    expect(await states(chat)).toEqual(["posted"]);
    expect(await chat.presses("ana", "Bukan ide saya", { on })).toContain("ditarik");
    const after = chat.sees("yosef", lab).find(({ id }) => id === on);
    expect(after?.text).toBe("TNB-1 · Ide ini ditarik.");
    expect(buttons(after)).toEqual([]);
  });

  test("records a message once, one's own without a recorder, and no message of the bot's", async ({
    chat,
  }) => {
    await chat.opens();
    const said = await chat.says("ana", IDEA);
    await chat.says("ana", "/ide", { replyTo: said });
    const [card] = cards(chat);
    expect(card?.text).not.toContain("dicatat oleh");
    expect(buttons(card)).not.toContain("Bukan ide saya");
    await chat.says("yosef", "/ide", { replyTo: said });
    expect(chat.heard("yosef", lab).at(-1)).toBe("Pesan itu sudah dicatat sebagai TNB-1.");
    await chat.says("yosef", "/ide", { replyTo: card?.id ?? 0 });
    expect(chat.heard("yosef", lab).at(-1)).toContain("Itu pesan saya");
    await chat.says("yosef", "/ide", { replyTo: await chat.says("maria", "🌾🌾") });
    expect(chat.heard("yosef", lab).at(-1)).toContain("tidak ada kata-kata");
    expect(await states(chat)).toEqual(["posted"]);
  });
});

describe("a message that is edited", () => {
  test("changes its idea: the card follows, the old words stay", async ({ chat }) => {
    await chat.opens();
    const said = await chat.says("ana", "/ide Antrean lewat SMS");
    chat.world.edit(who.ana, lab, said, "/ide Antrean lewat WhatsApp");
    await chat.settle();
    chat.world.edit(who.ana, lab, said, "/ide 🌾");
    await chat.settle();
    expect(cards(chat).map(({ text }) => text?.split("\n")[0])).toEqual(["TNB-1 · Antrean lewat WhatsApp"]);
    expect(await chat.app.db.version.findMany()).toMatchObject([{ number: 1, text: "Antrean lewat SMS" }]);
  });
});

describe("/semuaide", () => {
  test("shows twenty ideas on three pages, by three filters, in one message", async ({ chat }) => {
    await opensWith(chat, "yosef", "ana");
    const { id: labId } = await chat.app.db.lab.update({ where: { code: "TNB" }, data: { ideaCount: 20 } });
    const { id: authorId } = await chat.app.db.person.findUniqueOrThrow({ where: { telegramId: 1001n } });
    const at = (minutes: number) => new Date(chat.clock.now().getTime() + minutes * 60_000 - 86_400_000);
    await chat.app.db.idea.createMany({
      data: Array.from({ length: 20 }, (_, i) => ({
        ...{ labId, authorId, number: i + 1, text: `Gagasan ke-${i + 1}`, createdAt: at(i), postedAt: at(i) },
      })),
    });
    const { id: seventh } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 7 } });
    await chat.app.db.vote.create({ data: { ideaId: seventh, personId: authorId, votedAt: at(0) } });
    const given = { ideaId: seventh, personId: authorId, role: "mentor", text: "Bagus", givenAt: at(0) };
    await chat.app.db.feedback.create({ data: given });
    const codes = () =>
      [...(lastIn(chat, "yosef", who.yosef)?.text ?? "").matchAll(/^TNB-(\d+)/gm)].map(([, n]) => Number(n));
    const turn = (button: string) => chat.presses("yosef", button, { in: who.yosef });

    await chat.tells("yosef", "/semuaide");
    const list = lastIn(chat, "yosef", who.yosef);
    expect(list?.text).toContain("terbaru · 20 ide · halaman 1 dari 3");
    expect(buttons(list)).toEqual(["Berikutnya ›", "Terbanyak 👍", "Belum dijawab", "Saring"]);
    expect(codes()).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
    await turn("Berikutnya");
    await turn("Berikutnya");
    expect(codes()).toEqual([4, 3, 2, 1]);
    expect(buttons(lastIn(chat, "yosef", who.yosef))[0]).toBe("‹ Sebelumnya");
    await turn("Terbanyak");
    expect(codes().slice(0, 2)).toEqual([7, 20]);
    await turn("Belum dijawab");
    expect(codes()).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
    expect(lastIn(chat, "yosef", who.yosef)?.text).toContain("· 19 ide ·");
    expect(lastIn(chat, "yosef", who.yosef)?.id).toBe(list?.id);
    expect(chat.errors).toEqual([]);
  });
});

describe("one's own and one idea", () => {
  test("/ideku, Rincian and Ikuti tell a person privately what is so", async ({ chat }) => {
    await opensWith(chat, "ana", "yosef");
    await chat.tells("ana", "/ideku");
    expect(chat.heard("ana").at(-1)).toContain("belum punya ide");
    await chat.says("ana", `/ide ${IDEA}. Supaya warga tidak menunggu.`);
    const on = lastIn(chat, "yosef")?.id ?? 0;
    await chat.presses("yosef", "👍", { on });
    await chat.says("maria", "Setuju sekali.", { replyTo: on });
    await chat.tells("ana", "/ideku");
    expect(chat.heard("ana").at(-1)).toMatch(/TNB-1 Antrean[\s\S]*👍 1 · belum ada masukan/);

    await chat.presses("yosef", "Rincian", { on });
    const details = lastIn(chat, "yosef", who.yosef);
    expect(details?.text).toContain("Supaya warga tidak menunggu.");
    expect(details?.text).toContain("👍 1 · 0 masukan · 1 komentar");
    expect(details?.text).toContain("Maria: Setuju sekali.");
    expect(details?.buttons?.flat().find(({ text }) => text === "Lihat kartunya")?.url).toMatch(
      new RegExp(`^https://t\\.me/c/1000000001/${on}$`),
    );
    expect(await chat.presses("yosef", "Ikuti", { on })).toContain("Anda mengikuti TNB-1");
    expect(await chat.app.db.follow.count()).toBe(1);
    expect(await chat.presses("yosef", "Ikuti", { on })).toContain("tidak lagi");
    expect(await chat.app.db.follow.count()).toBe(0);
  });

  test("opens in the group, for nobody else to see, for who never pressed Start", async ({ chat }) => {
    await opensWith(chat, "ana", "yosef");
    await chat.says("ana", `/ide ${IDEA}. Supaya warga tidak menunggu.`);
    const on = lastIn(chat, "yosef")?.id ?? 0;
    expect(await chat.presses("bupati", "Rincian", { on })).toBeFalsy();

    const shown = chat.sees("bupati", lab).at(-1);
    expect(shown).toMatchObject({ ephemeral: true });
    expect(shown?.text).toContain("Supaya warga tidak menunggu.");
    const [[button] = []] = shown?.buttons ?? [];
    expect(button).toMatchObject({
      text: "Buka percakapan pribadi",
      url: "https://t.me/lumbung_bot?start=i_TNB-1",
    });
    expect(chat.sees("yosef", lab).filter(({ ephemeral }) => ephemeral)).toEqual([]);

    await chat.says("bupati", "/ketinggalan");
    expect(chat.sees("bupati", lab).at(-1)).toMatchObject({ ephemeral: true });
    expect(chat.errors).toEqual([]);
  });

  test("asks who never pressed Start to do so where the bot is no administrator", async ({ chat }) => {
    await chat.opens({ asAdmin: false });
    chat.world.start(who.ana);
    chat.world.say(who.ana, lab, "/bantuan@lumbung_bot");
    await chat.says("ana", `/ide ${IDEA}`);
    const on = lastIn(chat, "yosef")?.id ?? 0;
    expect(await chat.presses("bupati", "Rincian", { on })).toContain("tekan Mulai");
    await chat.says("bupati", "/ketinggalan");
    expect(chat.heard("yosef", lab).at(-1)).toContain("Jawabannya hanya untuk Anda");
  });
});

describe("an idea of another lab", () => {
  test("is none: neither its code, nor its link, nor its button opens it", async ({ chat }) => {
    await opensWith(chat, "ana", "yosef");
    await chat.says("yosef", `/ide ${IDEA}`);
    const on = lastIn(chat, "ana")?.id ?? 0;
    const { defaults } = chat.app;
    const other = await chat.app.db.$transaction((db) =>
      createLab({ db, now: chat.clock.now(), defaults }, "Palu"),
    );
    const { id } = await chat.app.db.idea.findFirstOrThrow();
    await chat.app.db.idea.update({ where: { id }, data: { labId: other.id } });

    for (const button of ["👍", "Ikuti", "Rincian"])
      expect(await chat.presses("ana", button, { on })).toContain("tidak ada di lab ini");
    await chat.starts("ana", `i_${other.code}-1`);
    expect(chat.heard("ana").at(-1)).not.toContain("puskesmas");
    await chat.starts("ana", "i_TNB-1");
    expect(chat.heard("ana").at(-1)).toContain("tidak ada di lab ini");
    await chat.tells("ana", `/ringkas ${other.code}-1`);
    await chat.says("ana", `/ringkas ${other.code}-1`);
    expect(chat.heard("ana").join()).not.toContain("puskesmas");
    expect(await chat.app.db.vote.count()).toBe(0);
  });
});
