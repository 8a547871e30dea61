import { describe } from "vitest";
import { slices } from "../src/cards/pages.ts";
import { filterIn, filtersIn, narrowed, specOf } from "../src/lists/filter.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const codes = (text: string) => [...text.matchAll(/^TNB-(\d+)/gm)].map(([, n]) => Number(n));
const listed = (chat: Chat, person: CastKey = "yosef") => codes(last(chat, person));
/** What a list of these words shows somebody in private. */
async function lists(chat: Chat, words: string, person: CastKey = "yosef") {
  await chat.tells(person, `/semuaide ${words}`);
  await chat.pass(20_000);
  return listed(chat, person);
}

/** Four ideas: TNB-1 and TNB-3 are Ana's, TNB-2 and TNB-4 Yosef's; TNB-2 was answered. */
async function fills(chat: Chat) {
  await opens(chat);
  await chat.says("yosef", "/ide Perahu perpustakaan keliling");
  await chat.says("maria", "Mulai dari satu pulau.", { replyTo: card(chat, "TNB-2")?.id ?? 0 });
  await chat.says("ana", "/ide Posyandu malam");
  await chat.says("yosef", "/ide Bank sampah sekolah");
  const { db } = chat.app;
  const labId = (await db.lab.findFirstOrThrow()).id;
  const unit = await db.unit.create({ data: { labId, name: "Dinas Kesehatan", key: "dinaskesehatan" } });
  await db.unit.create({ data: { labId, name: "Puskesmas Larat", key: "puskesmaslarat" } });
  const set = (number: number, data: object) => db.idea.updateMany({ where: { number }, data });
  await set(1, { categories: ["health"], unitId: unit.id });
  await set(3, { categories: ["health", "social"], stage: "design" });
  await set(4, { categories: ["education"], stage: "design", unitId: unit.id });
  return { labId, unitId: unit.id };
}

test("who presses Rincian in the group is told where it was sent; pressed in private there is nothing to tell", async ({
  chat,
}) => {
  await opens(chat);
  const pressed = chat.world.press(who.ana, lab, card(chat)?.id ?? 0, "Rincian");
  await chat.settle();
  expect((await pressed).text).toBe("Saya kirim di percakapan pribadi kita.");
  const again = chat.world.press(who.ana, who.ana, chat.sees("ana").at(-1)?.id ?? 0, "Ubah");
  await chat.settle();
  expect((await again).text).toBeUndefined();
});

describe("/semuaide", () => {
  test("narrows down by what is typed after it, in both languages", async ({ chat }) => {
    const { unitId } = await fills(chat);
    expect(await lists(chat, "")).toEqual([4, 3, 2, 1]);
    expect(await lists(chat, "kesehatan")).toEqual([3, 1]);
    expect(last(chat, "yosef")).toContain("Ide Lab Tanimbar · Kesehatan · terbaru · 2 ide");
    expect(await lists(chat, "tahap design")).toEqual([4, 3]);
    expect(await lists(chat, "Tahap Design, kesehatan")).toEqual([3]);
    expect(await lists(chat, "belum dijawab")).toEqual([1, 3, 4]);
    expect(await lists(chat, "saya")).toEqual([4, 2]);
    expect(await lists(chat, "Dinas Kesehatan")).toEqual([4, 1]);
    expect(await lists(chat, "pendidikan dinas kesehatan")).toEqual([4]);
    await chat.tells("yosef", "/bahasa en");
    expect(await lists(chat, "stage design mine")).toEqual([4]);
    expect(last(chat, "yosef")).toContain("· stage Design · my ideas · newest · 1 idea");
    expect(unitId).toBeGreaterThan(0);
    expect(chat.errors).toEqual([]);
  });

  test("searches by words that are no filter", async ({ chat }) => {
    await fills(chat);
    expect(await lists(chat, "perahu")).toEqual([2]);
    expect(last(chat, "yosef")).toContain("tentang “perahu”");
    expect(await lists(chat, "kesehatan ibu hamil")).toEqual([]);
    expect(last(chat, "yosef")).toContain("tentang “kesehatan ibu hamil”");
  });

  test("by buttons: two filters at the most, in one message, and back again", async ({ chat }) => {
    await fills(chat);
    await chat.tells("yosef", "/semuaide");
    const on = chat.sees("yosef").at(-1)?.id;
    await presses(chat, "yosef", "Saring");
    expect(labels(chat, "yosef")).toEqual([
      "Tahap",
      "Bidang",
      "Unit",
      "Belum dijawab",
      "Ide saya",
      "‹ Kembali",
    ]);
    await presses(chat, "yosef", "Tahap");
    await presses(chat, "yosef", "Design");
    expect(listed(chat)).toEqual([4, 3]);
    await presses(chat, "yosef", "Saring");
    await presses(chat, "yosef", "Unit");
    await presses(chat, "yosef", "Dinas Kesehatan");
    expect(last(chat, "yosef")).toContain("· tahap Design · Dinas Kesehatan");
    expect(listed(chat)).toEqual([4]);
    await presses(chat, "yosef", "Saring");
    await presses(chat, "yosef", "Bidang");
    await presses(chat, "yosef", "Sosial");
    expect(last(chat, "yosef")).toContain("Belum ada ide di Lab Tanimbar · Dinas Kesehatan · Sosial");
    await presses(chat, "yosef", "Saring");
    await presses(chat, "yosef", "Tanpa saringan");
    expect(listed(chat)).toEqual([4, 3, 2, 1]);
    expect(chat.sees("yosef").at(-1)?.id).toBe(on);
    expect(chat.errors).toEqual([]);
  });

  test("keeps its filter when it is ordered otherwise", async ({ chat }) => {
    await fills(chat);
    await chat.presses("maria", "👍", { on: card(chat, "TNB-1")?.id ?? 0 });
    await chat.tells("yosef", "/semuaide kesehatan");
    await presses(chat, "yosef", "Terbanyak");
    expect(listed(chat)).toEqual([1, 3]);
    await presses(chat, "yosef", "Belum dijawab");
    expect(last(chat, "yosef")).toContain("· Kesehatan · belum dijawab mentor · terlama menunggu · 2");
    await presses(chat, "yosef", "Terbaru");
    expect(listed(chat)).toEqual([3, 1]);
  });

  test("one's own are shown to oneself alone, also in a group", async ({ chat }) => {
    await fills(chat);
    const before = chat.heard("maria", lab).length;
    await chat.says("yosef", "/semuaide saya");
    expect(listed(chat)).toEqual([4, 2]);
    expect(chat.heard("maria", lab)).toHaveLength(before);
    await chat.says("yosef", "/semuaide");
    await chat.presses("yosef", "Saring");
    await chat.presses("yosef", "Ide saya");
    expect(listed(chat)).toEqual([4, 2]);
    expect(chat.heard("maria", lab).at(-1)).toContain("Saring menurut apa?");
    expect(chat.errors).toEqual([]);
  });

  test("a leader's answer is no mentor's", async ({ chat }) => {
    await fills(chat);
    await chat.is("bupati", "leader");
    await chat.says("bupati", "Lanjutkan.", { replyTo: card(chat, "TNB-3")?.id ?? 0 });
    expect(await lists(chat, "unanswered")).toEqual([1, 3, 4]);
  });

  test("an anonymous idea is none of a unit of fewer than five", async ({ chat }) => {
    const { labId, unitId } = await fills(chat);
    const { db, clock } = chat.app;
    await db.idea.updateMany({ where: { number: 1 }, data: { anonymous: true } });
    expect(await lists(chat, "dinas kesehatan")).toEqual([4]);
    for (let n = 0; n < 5; n++) {
      const person = await db.person.create({ data: { telegramId: BigInt(70_000 + n), name: `Warga ${n}` } });
      const data = { personId: person.id, labId, unitId, roles: [], joinedAt: clock.now() };
      await db.membership.create({ data });
    }
    expect(await lists(chat, "dinas kesehatan")).toEqual([4, 1]);
  });

  test("a forged filter, or another lab's unit, shows nothing", async ({ chat }) => {
    await fills(chat);
    const { db } = chat.app;
    const { id: _, ...one } = await db.lab.findFirstOrThrow();
    const other = await db.lab.create({ data: { ...one, code: "XYZ", name: "Lain" } });
    const unit = await db.unit.create({ data: { labId: other.id, name: "Rahasia", key: "rahasia" } });
    const forged = (data: string) => forgedPress(chat, who.yosef, { data, chat: who.yosef });
    for (const data of ["page:new.new.x:0", "page:health.social:0", "sieve:new:all", "page:design.mine.u1:0"])
      expect((await forged(data)).text, data).toContain("tidak berlaku");
    await forged(`page:new.u${unit.id}:0`);
    expect(chat.heard("yosef").join()).not.toContain("Rahasia");
    expect(await lists(chat, "rahasia")).toEqual([]);
  });
});

describe("Rincian", () => {
  const details = (chat: Chat, person: CastKey) =>
    chat.presses(person, "Rincian", { on: card(chat)?.id ?? 0 });

  test("of a much discussed idea is turned in one message, each page within Telegram's limit", async ({
    chat,
  }) => {
    await opens(chat);
    const { db, clock } = chat.app;
    const { id: ideaId } = await db.idea.findFirstOrThrow();
    const maria = await db.person.findFirstOrThrow({ where: { name: "Maria" } });
    const { id: chatId } = await db.chat.findFirstOrThrow({ where: { kind: "supergroup" } });
    const words = (n: number) => `Kalimat ${n} ${"tentang antrean ".repeat(60)}akhir${n}`;
    await db.idea.update({ where: { id: ideaId }, data: { text: `Antrean. ${"kata ".repeat(800)}ujung` } });
    await db.feedback.createMany({
      data: [1, 2, 3].map((n) => ({
        ...{ ideaId, personId: maria.id, role: "mentor", text: words(n), givenAt: clock.now() },
      })),
    });
    await db.line.createMany({
      data: [4, 5, 6, 7].map((n) => ({
        ...{ chatId, rawChatId: BigInt(lab), messageId: 900 + n, personId: maria.id, ideaId },
        ...{ text: words(n), saidAt: clock.now() },
      })),
    });
    await details(chat, "yosef");
    const on = chat.sees("yosef").at(-1)?.id;
    const read: string[] = [last(chat, "yosef")];
    const pages = Number(/Halaman 1 dari (\d+)/.exec(read[0] ?? "")?.[1]);
    expect(pages).toBeGreaterThan(3);
    for (let page = 2; page <= pages; page++) {
      await presses(chat, "yosef", `${page}/${pages} ›`);
      read.push(last(chat, "yosef"));
    }
    for (const text of read) expect(text.length).toBeLessThanOrEqual(4_096);
    const whole = read.join("\n");
    for (const end of ["ujung", ...[1, 2, 3, 4, 5, 6, 7].map((n) => `akhir${n}`)])
      expect(whole).toContain(end);
    expect(whole).not.toContain("…");
    expect(labels(chat, "yosef")).toEqual([`‹ ${pages - 1}/${pages}`]);
    expect(chat.sees("yosef").at(-1)?.id).toBe(on);
    expect(chat.errors).toEqual([]);
  });

  test("of a small one is one page, with its fields; what it was comes on another", async ({ chat }) => {
    await opens(chat);
    await chat.app.db.idea.updateMany({
      data: { affected: "300 pasien", categories: ["health"], benefit: "Cepat" },
    });
    await details(chat, "yosef");
    expect(last(chat, "yosef")).toMatch(/Bidang: Kesehatan\s+Yang terdampak: 300 pasien\s+Manfaat: Cepat/);
    expect(last(chat, "yosef")).not.toContain("Halaman");
    await details(chat, "ana");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Antrean puskesmas lewat WhatsApp");
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design dengan alasan");
    await chat.tells("budi", "Sudah dibahas dalam rapat");
    await chat.tells("yosef", "/bahasa en");
    await details(chat, "yosef");
    await presses(chat, "yosef", "2/2 ›");
    expect(last(chat, "yosef")).toMatch(/Version 1, until[\s\S]*lewat pesan singkat[\s\S]*Diagnose → Design/);
    expect(last(chat, "yosef")).toContain("Sudah dibahas dalam rapat");
    expect(chat.errors).toEqual([]);
  });

  test("offers what this person may do", async ({ chat }) => {
    await opens(chat);
    await chat.is("bupati", "leader");
    const all = ["👍 0", "Ikuti", "Lihat kartunya", "Rencana"];
    await details(chat, "yosef");
    expect(labels(chat, "yosef")).toEqual(all);
    await details(chat, "ana");
    expect(labels(chat, "ana")).toEqual([...all, "Lengkapi", "Ubah", "5 Mengapa", "Tarik"]);
    await details(chat, "budi");
    expect(labels(chat, "budi")).toEqual([...all, "Tahap", "Lengkapi", "Gabung", "Sembunyikan"]);
    await details(chat, "bupati");
    expect(labels(chat, "bupati")).toEqual([...all, "Putuskan", "🤝 Buat komitmen"]);
    await presses(chat, "bupati", "Putuskan");
    await presses(chat, "bupati", "Dukung");
    await chat.pass(11_000);
    expect(last(chat, "ana")).toContain("mendukung");
    const { id } = await chat.app.db.idea.findFirstOrThrow();
    const forged = await forgedPress(chat, who.yosef, { data: `choose:${id}`, chat: who.yosef });
    expect(forged.text).toContain("pimpinan");
    expect(chat.errors).toEqual([]);
  });

  test("of a draft is nobody else's, on any page", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Kotak saran desa");
    const { id } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } });
    for (const data of [`details:${id}`, `leaf:${id}:0`, `leaf:${id}:9999`])
      await forgedPress(chat, who.yosef, { data, chat: who.yosef });
    expect(chat.heard("yosef").join()).not.toContain("Kotak saran");
  });
});

describe("/ideku", () => {
  /** Ana has TNB-1 to TNB-20, the last as a draft; TNB-10 is Yosef's. */
  async function writes(chat: Chat) {
    await opens(chat);
    const { db } = chat.app;
    const { id: _, number: __, ...like } = await db.idea.findFirstOrThrow();
    await db.idea.createMany({
      data: Array.from({ length: 19 }, (_, n) => ({ ...like, number: n + 2, text: `Gagasan ${n + 2}` })),
    });
    const yosef = await db.person.findFirstOrThrow({ where: { name: "Yosef" } });
    await db.idea.updateMany({ where: { number: 10 }, data: { authorId: yosef.id } });
    await db.idea.updateMany({ where: { number: 20 }, data: { state: "draft" } });
  }

  test("is turned in one message, newest first; the last page has the rest", async ({ chat }) => {
    await writes(chat);
    await chat.tells("ana", "/ideku");
    const messages = chat.sees("ana").length;
    expect(last(chat, "ana")).toContain("19 ide · halaman 1 dari 3");
    expect(listed(chat, "ana")).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
    expect(labels(chat, "ana")).toEqual(["Berikutnya ›"]);
    await presses(chat, "ana", "Berikutnya");
    expect(listed(chat, "ana")).toEqual([12, 11, 9, 8, 7, 6, 5, 4]);
    await presses(chat, "ana", "Berikutnya");
    expect(listed(chat, "ana")).toEqual([3, 2, 1]);
    expect(labels(chat, "ana")).toEqual(["‹ Sebelumnya"]);
    await presses(chat, "ana", "Sebelumnya");
    expect(listed(chat, "ana")[0]).toBe(12);
    expect(chat.sees("ana")).toHaveLength(messages);
    expect(chat.errors).toEqual([]);
  });

  test("of a few is one page without buttons; a page too far is the last one, and each sees only the own", async ({
    chat,
  }) => {
    await writes(chat);
    await chat.tells("yosef", "/ideku");
    expect(listed(chat)).toEqual([10]);
    expect(labels(chat, "yosef")).toEqual([]);
    await chat.tells("yosef", "/bahasa en");
    const message = chat.sees("yosef").findLast(({ text }) => text?.includes("TNB-10"))?.id ?? 0;
    await forgedPress(chat, who.yosef, { data: "myPage:900", chat: who.yosef, message });
    const turned = chat.sees("yosef").find(({ id }) => id === message);
    expect(turned?.text).toMatch(/^Your ideas in .*\n+TNB-10/);
    const inGroup = await forgedPress(chat, who.yosef, { data: "myPage:0", message: card(chat)?.id ?? 0 });
    expect(card(chat)?.text).toContain("TNB-1 · ");
    expect(inGroup.text).toBeTruthy();
    expect(chat.errors).toEqual([]);
  });
});

test("a long text is sliced between words, and none of it is lost", () => {
  const text = "kata ".repeat(1_000).trim();
  expect(slices(text).every((slice) => slice.length <= 1_400)).toBe(true);
  expect(slices(text).join(" ")).toBe(text);
  expect(slices("🌾".repeat(1_000)).join("")).toBe("🌾".repeat(1_000));
  expect(slices("pendek")).toEqual(["pendek"]);
});

test.each([
  ["kesehatan", "new.health", ""],
  ["Bidang Kesehatan", "new.health", ""],
  ["kelautan & perikanan", "new.sea", ""],
  ["terbanyak pendidikan", "top.education", ""],
  ["tahap deliver belum dijawab", "new.deliver.unanswered", ""],
  ["sosial puskesmas larat", "new.social", "puskesmas larat"],
  ["kesehatannya", "new", "kesehatannya"],
])("“%s” is the filter %s, and leaves “%s”", (text, spec, rest) => {
  const found = filtersIn(text);
  expect(found && specOf(found.filter)).toBe(spec);
  expect(found?.rest).toBe(rest);
});

test.each(["new", "top", "unanswered", "top.documentation.infrastructure", "new.mine.u2147483"])(
  "“%s” fits a button, and is read again",
  (spec) => {
    const filter = filterIn(spec);
    expect(filter).toBeDefined();
    if (filter) expect(filterIn(specOf(filter))).toEqual(filter);
    expect(`page:${spec}:1000000`.length).toBeLessThanOrEqual(64);
  },
);

test("a third filter takes the place of the oldest", () => {
  const filter = ["design", "health", "mine", "social"].reduce(narrowed, { order: "top", by: [] });
  expect(specOf(filter)).toBe("top.mine.social");
});
