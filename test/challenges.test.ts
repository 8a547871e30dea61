import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { labels, last, presses } from "./support/opens.ts";

const QUESTION = "Bagaimana supaya warga tidak antre sejak subuh?";
const SECRET = "Loket keliling tanpa berkas";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The bot's messages in the group, oldest first. */
const said = (chat: Chat) => chat.sees("yosef", lab).filter(({ from, service }) => from.bot && !service);
const boardOf = (chat: Chat) => said(chat).find(({ html, text }) => (html ?? text)?.startsWith("💡"));
const board = (chat: Chat) => boardOf(chat)?.text ?? "";
const buttons = (message: { buttons?: { text: string }[][] } | undefined) =>
  (message?.buttons ?? []).flat().map(({ text }) => text);

async function begins(chat: Chat, words = `/tantangan ${QUESTION}`) {
  await chat.opens();
  await chat.says("budi", words);
}
const answers = (chat: Chat, person: CastKey, text: string) =>
  chat.says(person, text, { replyTo: boardOf(chat)?.id ?? 0 });

describe("/tantangan", () => {
  test("puts one board up: who replies to it has an idea, with a sign and no card", async ({ chat }) => {
    await begins(chat);
    expect(board(chat)).toContain(QUESTION);
    expect(board(chat)).toContain("0 ide · 0 orang · 10 menit lagi");
    const before = said(chat).length;

    const first = await answers(chat, "ana", "Antrean lewat pesan singkat");
    await answers(chat, "yosef", "Buka loket sejak jam enam");
    await answers(chat, "ana", "🙏");
    await chat.pass(10_000);
    expect(said(chat)).toHaveLength(before);
    expect(board(chat)).toContain("2 ide · 2 orang");
    expect(chat.sees("ana", lab).find(({ id }) => id === first)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(await chat.app.db.idea.findMany({ select: { number: true, state: true } })).toMatchObject([
      { number: 1, state: "posted" },
      { number: 2, state: "posted" },
    ]);
    expect(chat.errors).toEqual([]);
  });

  test("counts the minutes down, reminds once, and ends with one harvest", async ({ chat }) => {
    await begins(chat);
    await answers(chat, "ana", "Antrean lewat pesan singkat untuk puskesmas");
    await answers(chat, "yosef", "Bank sampah sekolah");
    await answers(chat, "budi", "Antre puskesmas lewat WhatsApp");
    const before = said(chat).length;
    await chat.pass(4 * MINUTE);
    expect(board(chat)).toContain("6 menit lagi");
    await chat.pass(4 * MINUTE);
    expect(said(chat).at(-1)?.text).toContain("Tinggal 2 menit");
    await chat.pass(1 * MINUTE);
    await chat.pass(1 * MINUTE);
    expect(said(chat)).toHaveLength(before + 2);
    const harvest = said(chat).at(-1);
    expect(harvest?.text).toContain("Hasil sesi: 3 ide dari 3 orang");
    expect(harvest?.text).toContain("Mungkin sama: TNB-1 dan TNB-3");
    expect(harvest?.replyTo?.id).toBe(boardOf(chat)?.id);
    expect(board(chat)).not.toContain("lagi");
    expect(buttons(boardOf(chat))).toEqual([]);
    await chat.pass(60 * MINUTE);
    expect(said(chat)).toHaveLength(before + 2);
    expect(chat.errors).toEqual([]);
  });

  test("an answer that comes late is an idea as any other", async ({ chat }) => {
    await begins(chat);
    await chat.pass(11 * MINUTE);
    expect(said(chat).at(-1)?.text).toContain("belum ada jawaban");
    await answers(chat, "ana", "Antrean lewat pesan singkat");
    expect(said(chat).at(-1)?.text).toContain("TNB-1");
    expect(buttons(said(chat).at(-1))).toContain("Ikuti");
  });

  test("bare asks for the question; a session also begins at a press", async ({ chat }) => {
    await begins(chat, "/tantangan");
    const asked = said(chat).at(-1);
    expect(asked?.text).toContain("Apa tantangannya?");
    expect(await chat.presses("ana", "Mulai sesi")).toContain("fasilitator");
    expect(boardOf(chat)).toBeUndefined();
    await chat.presses("budi", "Mulai sesi");
    expect(board(chat)).toContain("Apa ide Anda untuk");
    await chat.says("budi", QUESTION, { replyTo: asked?.id ?? 0 });
    expect(said(chat).at(-1)?.text).toContain(QUESTION);
  });

  test("/ide as a reply to the board is an answer; bare, it asks for one", async ({ chat }) => {
    await begins(chat);
    const before = said(chat).length;
    await answers(chat, "ana", "/ide Antrean lewat pesan singkat");
    await chat.pass(6_000);
    expect(board(chat)).toContain("1 ide · 1 orang");
    expect(said(chat)).toHaveLength(before);
    await answers(chat, "yosef", "/ide");
    const asked = said(chat).at(-1);
    expect(asked?.text).toMatch(/antre sejak subuh[\s\S]*Apa jawaban Anda/);
    await chat.says("yosef", "Buka loket sejak jam enam", { replyTo: asked?.id ?? 0 });
    await chat.pass(6_000);
    expect(board(chat)).toContain("2 ide · 2 orang");
    expect(said(chat)).toHaveLength(before + 1);

    await chat.pass(11 * MINUTE);
    await answers(chat, "ana", "/ide Loket khusus lansia");
    expect(said(chat).at(-1)?.text).toContain("TNB-3");
    await answers(chat, "yosef", "/ide");
    expect(said(chat).at(-1)?.text).toContain("Apa ide Anda?");
    expect(chat.errors).toEqual([]);
  });

  test("an answer that is taken back, and one that comes back, change the board", async ({ chat }) => {
    await begins(chat);
    await chat.starts("ana");
    await answers(chat, "ana", "Antrean lewat pesan singkat");
    await chat.starts("ana", "i_TNB-1");
    await presses(chat, "ana", "Tarik");
    await presses(chat, "ana", "Belum matang");
    await chat.pass(6_000);
    expect(board(chat)).toContain("0 ide · 0 orang");
    await presses(chat, "ana", "Kembalikan");
    await chat.pass(6_000);
    expect(board(chat)).toContain("1 ide · 1 orang");
  });

  test("a vote in the list of answers shows in it at once", async ({ chat }) => {
    await begins(chat);
    for (let n = 1; n <= 7; n++) await answers(chat, "ana", `Gagasan ${n} untuk antrean`);
    await chat.starts("yosef");
    await chat.presses("yosef", "Lihat & dukung");
    await presses(chat, "yosef", "Berikutnya");
    expect(await presses(chat, "yosef", "👍 TNB-1")).toContain("dihitung");
    expect(last(chat, "yosef")).toMatch(/TNB-1 Gagasan 1 untuk antrean · 👍 1/);
    expect(last(chat, "yosef")).toContain("halaman 2 dari 2");
    expect(labels(chat, "yosef")).toContain("✅ TNB-1");
    await chat.pass(MINUTE);
    await presses(chat, "yosef", "✅ TNB-1");
    expect(labels(chat, "yosef")).toContain("👍 TNB-1");
    expect(await chat.app.db.vote.count()).toBe(0);
  });

  test("the same question twice is one session", async ({ chat }) => {
    await begins(chat);
    await chat.says("budi", `/tantangan ${QUESTION}`);
    expect(said(chat).at(-1)?.text).toContain("sedang berjalan");
    expect(await chat.app.db.challenge.count()).toBe(1);
  });

  test("is for facilitators, and for groups", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", `/tantangan ${QUESTION}`);
    expect(await chat.app.db.challenge.count()).toBe(0);
    await chat.starts("budi");
    await chat.tells("budi", "/tantangan");
    expect(chat.heard("budi").at(-1)).toContain("berlangsung di grup");
  });
});

describe("a facilitator", () => {
  test("is reminded of once, also when ten minutes are added after that; three days are another time", async ({
    chat,
  }) => {
    await begins(chat);
    const nudges = () => said(chat).filter(({ text }) => text?.startsWith("⏳")).length;
    await chat.pass(8.5 * MINUTE);
    expect(nudges()).toBe(1);
    await chat.presses("budi", "+10 menit");
    await chat.pass(9 * MINUTE);
    expect(nudges()).toBe(1);
    await chat.presses("budi", "+3 hari");
    await chat.pass((2 * 24 * 60 + 5) * MINUTE);
    expect(nudges()).toBe(2);
    await chat.pass(2 * 24 * 60 * MINUTE);
    expect(nudges()).toBe(2);
    expect(chat.errors).toEqual([]);
  });

  test("gives more time, three days, and ends it; a member's press does nothing", async ({ chat }) => {
    await begins(chat);
    expect(await chat.presses("ana", "Selesai sekarang")).toContain("fasilitator");
    expect(await chat.presses("budi", "+10 menit")).toContain("Masih 20 menit");
    await chat.pass(15 * MINUTE);
    expect(board(chat)).toContain("5 menit lagi");
    expect(await chat.presses("budi", "+3 hari")).toContain("Masih 4 hari");
    await chat.pass(6_000);
    expect(board(chat)).toContain("4 hari lagi");
    await answers(chat, "ana", "Antrean lewat pesan singkat");
    await chat.presses("budi", "Selesai sekarang");
    await chat.pass(6_000);
    expect(said(chat).at(-1)?.text).toContain("Hasil sesi: 1 ide");
    expect(chat.errors).toEqual([]);
  });

  test("asks for problems first, and for ideas on the one that most support", async ({ chat }) => {
    await begins(chat, "/tantangan");
    await chat.presses("budi", "Mulai sesi");
    await chat.presses("budi", "Cari masalah dulu");
    await chat.pass(6_000);
    expect(board(chat)).toContain("Masalah apa yang paling perlu diselesaikan");
    await answers(chat, "ana", "Warga antre sejak subuh");
    await answers(chat, "yosef", "Jalan rusak ke puskesmas");
    await chat.says("budi", "/tantangan");
    await chat.presses("budi", "Mulai sesi");
    expect(said(chat).at(-1)?.text).toContain("Balas saja pesannya dengan masalah yang Anda lihat");
    const { id: ideaId } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } });
    const { id: personId } = await chat.app.db.person.findFirstOrThrow({ where: { telegramId: 1001n } });
    await chat.app.db.vote.create({ data: { ideaId, personId, votedAt: chat.clock.now() } });
    await chat.pass(8 * MINUTE);
    expect(said(chat).at(-1)?.text).toContain("Sudah ada 2 masalah");
    await chat.pass(3 * MINUTE);
    const harvest = said(chat).at(-1);
    expect(harvest?.text?.indexOf("TNB-2")).toBeLessThan(harvest?.text?.indexOf("TNB-1") ?? 0);
    await chat.presses("budi", "Cari ide untuk masalah teratas");
    expect(said(chat).at(-1)?.text).toContain(
      "Bagaimana menyelesaikan ini: Jalan rusak ke puskesmas (TNB-2)",
    );
    await chat.presses("budi", "Cari ide untuk masalah teratas");
    expect(await chat.app.db.challenge.count()).toBe(2);
    expect(chat.errors).toEqual([]);
  });
});

describe("hidden results", () => {
  async function hides(chat: Chat) {
    await begins(chat);
    for (const person of ["ana", "yosef", "maria"] as const) {
      chat.world.start(who[person]);
      chat.world.say(who[person], lab, "Halo @lumbung_bot");
    }
    await chat.is("maria", "mentor");
    await chat.starts("budi");
    await chat.presses("budi", "Rahasiakan hasil");
    await chat.pass(6_000);
    await answers(chat, "ana", SECRET);
  }

  test("are shown nowhere before the end, to nobody but their author; then everywhere", async ({ chat }) => {
    await hides(chat);
    await chat.pass(6_000);
    expect(board(chat)).toContain("🔒 Hasilnya dirahasiakan sampai akhir");
    expect(board(chat)).toContain("1 ide · 1 orang");
    const asks = async () => {
      for (const text of [
        "/semuaide",
        "/cari loket keliling",
        "/cari TNB-1",
        "/ketinggalan",
        "/ringkas TNB-1",
        "/rencana TNB-1",
      ])
        await chat.tells("yosef", text);
      await chat.starts("yosef", "i_TNB-1");
      await chat.tells("maria", "/antrean");
      await chat.tells("budi", "/pekanini");
      await chat.tells("budi", "/tahap TNB-1");
      await chat.tells("yosef", "/ide Loket keliling dari kampung ke kampung tanpa berkas apa pun");
      return ["yosef", "maria", "budi"].map((person) => chat.heard(person as CastKey).join("\n"));
    };
    for (const heard of await asks()) expect(heard).not.toMatch(/Loket keliling tanpa berkas/);
    expect(chat.heard("yosef").join()).toContain("jawaban untuk sesi yang hasilnya dirahasiakan");
    await chat.tells("ana", "/ideku");
    expect(chat.heard("ana").at(-1)).toContain("dirahasiakan sampai sesinya selesai");
    await chat.starts("ana", "i_TNB-1");
    expect(chat.heard("ana").at(-1)).toContain("👍 dihitung sampai akhir");

    await chat.pass(11 * MINUTE);
    expect(said(chat).at(-1)?.text).toContain("TNB-1 Loket keliling");
    await chat.tells("yosef", "/semuaide");
    expect(chat.heard("yosef").at(-1)).toContain("TNB-1");
    await chat.tells("maria", "/antrean");
    expect(chat.heard("maria").at(-1)).toContain("TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("take votes all the while, by a 👍 on the answer, and count them at the end", async ({ chat }) => {
    await hides(chat);
    const second = await answers(chat, "yosef", "Bank sampah sekolah");
    chat.world.react(who.maria, lab, second, "👍");
    await chat.pass(6_000);
    expect(await chat.app.db.vote.count()).toBe(1);
    expect(board(chat)).not.toContain("👍");
    await chat.pass(11 * MINUTE);
    const harvest = said(chat).at(-1)?.text ?? "";
    expect(harvest).toContain("TNB-2 Bank sampah sekolah · 👍 1");
    expect(harvest.indexOf("TNB-2")).toBeLessThan(harvest.indexOf("TNB-1"));
  });

  test("are answered in private too, where the group reads nothing", async ({ chat }) => {
    await hides(chat);
    const link =
      boardOf(chat)
        ?.buttons?.flat()
        .find(({ text }) => text === "Jawab diam-diam")?.url ?? "";
    await chat.starts("yosef", new URL(link).searchParams.get("start") ?? "");
    expect(chat.heard("yosef").at(-1)).toContain(QUESTION);
    await chat.tells("yosef", "🙏");
    await chat.tells("yosef", "Buka loket sejak jam enam");
    expect(chat.heard("yosef").at(-1)).toContain("TNB-2 masuk ke sesi");
    await chat.pass(6_000);
    expect(board(chat)).toContain("2 ide · 2 orang");
    expect(chat.heard("ana", lab).join()).not.toContain("jam enam");
    await chat.pass(11 * MINUTE);
    expect(said(chat).at(-1)?.text).toContain("Buka loket sejak jam enam");
    await chat.starts("sari", new URL(link).searchParams.get("start") ?? "");
    expect(chat.heard("sari").at(-1)).not.toContain(QUESTION);
    expect(chat.errors).toEqual([]);
  });

  test("may be edited, and nobody is told", async ({ chat }) => {
    await hides(chat);
    await chat.app.db.lab.updateMany({ data: { screens: true } });
    const before = chat.heard("budi").length;
    const { id = 0 } = chat.sees("ana", lab).find(({ text }) => text === SECRET) ?? {};
    chat.world.edit(who.ana, lab, id, "Loket keliling tanpa berkas sama sekali");
    await chat.settle();
    expect(await chat.app.db.idea.findFirstOrThrow()).toMatchObject({ text: /sama sekali/ });
    expect(chat.heard("budi").slice(before)).toEqual([]);
  });

  test("are new to the digest from the press that shows them", async ({ chat }) => {
    await hides(chat);
    await chat.presses("budi", "+3 hari");
    await chat.presses("budi", "+3 hari");
    await chat.pass(2.8 * DAY);
    await chat.presses("budi", "Tampilkan hasil");
    await chat.pass(7 * DAY);
    const digests = said(chat).filter(({ text }) => /Pekan /.test(text ?? ""));
    expect(digests[0]?.text).not.toContain("TNB-1");
    expect(digests[1]?.text).toContain("TNB-1 Loket keliling");
  });

  test("can be worded anew by their author before the end, by Ubah too, and nobody sees either", async ({
    chat,
  }) => {
    await hides(chat);
    await chat.starts("ana", "i_TNB-1");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Loket keliling tanpa fotokopi berkas");
    expect(last(chat, "ana")).toContain("Loket keliling tanpa fotokopi");
    expect(await chat.app.db.idea.findFirstOrThrow()).toMatchObject({
      text: "Loket keliling tanpa fotokopi berkas",
    });
    await chat.pass(6_000);
    for (const seen of [chat.heard("yosef", lab), chat.heard("budi"), chat.heard("maria")])
      expect(seen.slice(1).join()).not.toMatch(/fotokopi/);
    expect(chat.errors).toEqual([]);
  });

  test("are a facilitator's to hide and to show; who would see them is told when", async ({ chat }) => {
    await hides(chat);
    const { id } = await chat.app.db.challenge.findFirstOrThrow();
    expect(await chat.presses("ana", "Tampilkan hasil")).toContain("fasilitator");
    await forgedPress(chat, who.yosef, { data: `harvest:${id}:0`, chat: who.yosef });
    await forgedPress(chat, who.yosef, { data: `answers:${id}`, chat: who.yosef });
    expect(chat.heard("yosef").join()).not.toContain("Loket");
    expect(await chat.presses("budi", "Tampilkan hasil")).toContain("tampil mulai sekarang");
    await chat.pass(6_000);
    await chat.presses("yosef", "Lihat & dukung");
    expect(chat.heard("yosef").at(-1)).toContain("TNB-1 Loket keliling");
    expect(await chat.presses("yosef", "👍 TNB-1", { in: who.yosef })).toContain("dihitung");
    expect(await chat.app.db.vote.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });
});

describe("the day's limit", () => {
  async function limits(chat: Chat) {
    await begins(chat);
    await chat.app.db.lab.updateMany({ data: { dailyLimit: 1 } });
    await chat.starts("yosef");
    await chat.presses("budi", "Rahasiakan");
    await chat.presses("budi", "+3 hari");
    await answers(chat, "yosef", SECRET);
    await answers(chat, "yosef", "Perahu obat");
    expect(last(chat, "yosef")).toContain("Hari ini sudah 1 ide");
    const { id } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } });
    return (how: string) => forgedPress(chat, who.yosef, { data: `post:${id}:${how}`, chat: who.yosef });
  }

  test("is a day's in a long session too; what was one too many counts on the board the next day", async ({
    chat,
  }) => {
    await limits(chat);
    expect(await presses(chat, "yosef", "Kirim")).toContain("Hari ini sudah 1 ide");
    const before = said(chat).length;
    await chat.pass(DAY);
    await presses(chat, "yosef", "Kirim");
    expect(last(chat, "yosef")).toContain("TNB-2 masuk ke sesi: Perahu obat");
    await chat.pass(6_000);
    expect(board(chat)).toContain("2 ide · 1 orang");
    expect(said(chat)).toHaveLength(before);
    await answers(chat, "yosef", "Bank sampah");
    expect(last(chat, "yosef")).toContain("Hari ini sudah 1 ide");
    await chat.tells("yosef", "/ide Kebun gizi");
    expect(last(chat, "yosef")).not.toContain("Hari ini");
    expect(chat.errors).toEqual([]);
  });

  test("keeps it from the group also when somebody would send it without a name", async ({ chat }) => {
    const sends = await limits(chat);
    await chat.pass(DAY);
    expect((await sends("anonymous")).text).toContain("Jawaban sesi ini memakai nama");
    expect((await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } })).state).toBe("draft");
  });

  test("leaves it an idea as any other once the session is over", async ({ chat }) => {
    await limits(chat);
    await chat.pass(DAY);
    await chat.presses("budi", "Selesai sekarang");
    await chat.pass(6_000);
    expect(said(chat).at(-1)?.text).toContain("1 ide dari 1 orang");
    await presses(chat, "yosef", "Kirim");
    expect(said(chat).at(-1)?.text).toContain("TNB-2 · Perahu obat");
    expect(chat.errors).toEqual([]);
  });
});

describe("a challenge of days", () => {
  async function lasts(chat: Chat) {
    await begins(chat);
    await chat.presses("budi", "+3 hari");
    const unit = await chat.app.db.unit.create({
      data: {
        labId: (await chat.app.db.lab.findFirstOrThrow()).id,
        name: "Puskesmas Saumlaki",
        key: "puskesmassaumlaki",
      },
    });
    await chat.says("ana", "Selamat pagi @lumbung_bot");
    await chat.app.db.membership.updateMany({ data: { unitId: unit.id } });
    await answers(chat, "ana", "Antrean lewat pesan singkat");
    const second = await answers(chat, "yosef", "Bank sampah sekolah 🌾");
    const third = await answers(chat, "maria", "Buka loket sejak jam enam");
    for (const person of ["ana", "budi"] as const) chat.world.react(who[person], lab, second, "👍");
    chat.world.react(who.budi, lab, third, "👍");
    await chat.settle();
  }
  const nudges = (chat: Chat) => said(chat).filter(({ text }) => text?.startsWith("⏳"));
  const photos = (chat: Chat) => said(chat).filter(({ photo }) => photo);

  test("reminds once, and ends with one message: the ranking and its picture", async ({ chat }) => {
    await lasts(chat);
    await chat.pass(2 * DAY + 11 * MINUTE);
    expect(nudges(chat)).toHaveLength(1);
    const before = said(chat).length;
    await chat.pass(DAY);
    await chat.pass(DAY);
    const [result, ...more] = said(chat)
      .slice(before)
      .filter(({ text }) => !text?.startsWith("📬"));
    expect(more).toEqual([]);
    expect(result?.text).toMatch(
      /Hasil sesi: 3 ide dari 3 orang, 1 unit[\s\S]*\n1\. TNB-2 Bank sampah sekolah 🌾 · 👍 2\n2\. TNB-3 .* · 👍 1\n• TNB-1/,
    );
    expect(result?.replyTo?.id).toBe(boardOf(chat)?.id);
    expect(buttons(result)).toEqual(["Lihat & dukung"]);
    const page = await fetch(`${chat.url}${result?.photo}`);
    const png = Buffer.from(await page.arrayBuffer());
    expect(png.readUInt32BE(0)).toBe(0x89504e47);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([720, expect.any(Number)]);
    await chat.starts("yosef");
    await chat.presses("yosef", "Lihat & dukung");
    expect(chat.heard("yosef").at(-1)).toContain("3 jawaban");
    expect(chat.errors).toEqual([]);
  });

  test("ends with its words alone where Telegram takes no picture", async ({ chat }) => {
    await lasts(chat);
    await chat.pass(2 * DAY + 11 * MINUTE);
    chat.world.fault("server-error", { method: "sendPhoto" });
    await chat.pass(DAY + 60_000);
    await chat.pass(60_000);
    expect(said(chat).findLast(({ text }) => text?.includes("Hasil sesi"))?.photo).toBeUndefined();
    expect(said(chat).filter(({ text }) => text?.includes("Hasil sesi"))).toHaveLength(1);
    expect(await chat.app.db.outbox.count({ where: { key: "challenge.ranking", state: "sent" } })).toBe(1);
  });

  test("of minutes gets its picture at a facilitator's press, once", async ({ chat }) => {
    await begins(chat);
    const first = await answers(chat, "ana", "Antrean lewat pesan singkat");
    await chat.pass(11 * MINUTE);
    expect(await chat.presses("budi", "Gambar hasil")).toContain("Belum ada dukungan");
    chat.world.react(who.yosef, lab, first, "👍");
    await chat.settle();
    expect(await chat.presses("yosef", "Gambar hasil")).toContain("fasilitator");
    await chat.presses("budi", "Gambar hasil");
    expect(photos(chat)).toHaveLength(1);
    expect(await chat.presses("budi", "Gambar hasil")).toContain("sudah ada");
    expect(photos(chat)).toHaveLength(1);
    expect(chat.errors).toEqual([]);
  });
});

test("eighty ideas of sixty people in ten minutes: six new messages at the most", async ({ chat }) => {
  await begins(chat);
  for (let id = 5_000; id < 5_060; id++) {
    chat.world.addPerson({ id, first_name: `Warga ${id}`, language_code: "id" });
    chat.world.join(lab, id);
  }
  await chat.settle();
  const before = said(chat).length;
  const on = boardOf(chat)?.id ?? 0;
  for (let n = 0; n < 80; n++) {
    chat.world.say(5_000 + (n % 60), lab, `Gagasan ${n}: layanan keliling untuk kampung ${n}`, {
      replyTo: on,
    });
    if (n % 8 === 7) await chat.pass(30_000);
  }
  await chat.pass(5 * MINUTE);
  expect(said(chat).at(-1)?.text).toContain("80 ide dari 60 orang");
  expect(said(chat).length - before).toBeLessThanOrEqual(6);
  await chat.presses("budi", "Berikutnya");
  expect(said(chat).at(-1)?.text).toContain("Halaman 2 dari 6");
  expect(chat.errors).toEqual([]);
});
