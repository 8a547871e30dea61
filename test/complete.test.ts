import { describe } from "vitest";
import { categories, categoryWords, likelyCategories } from "../src/completion/category.ts";
import { isAnotherMatter, isWaved } from "../src/language/another-matter.ts";
import { type Llm, LlmError } from "../src/llm/llm.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { openQuestions } from "../src/questions/question.ts";
import { type Chat, expect, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const BOAT = "Perahu perpustakaan keliling pulau";
const DAY = 86_400_000;
const idea = ({ app }: Chat, number: number) => app.db.idea.findFirstOrThrow({ where: { number } });
/** Ana tells an idea that answers neither question: TNB-2. */
async function tellsBoat(chat: Chat) {
  await opens(chat);
  await chat.tells("ana", `/ide ${BOAT}`);
}

describe("an idea told in private", () => {
  test("brings one question along; the next comes with the first's answer, and then no more", async ({
    chat,
  }) => {
    await tellsBoat(chat);
    expect(last(chat, "ana")).toMatch(/TNB-2 tersimpan[\s\S]*Siapa yang terdampak/);
    const before = chat.heard("ana").length;
    await chat.tells("ana", "Sekitar 400 anak di tujuh pulau");
    expect(last(chat, "ana")).toMatch(
      /dicatat sebagai yang terdampak:\s+Sekitar 400[\s\S]*Apa yang akan berbeda/,
    );
    await chat.tells("ana", "Anak-anak punya buku baru tiap bulan");
    expect(last(chat, "ana")).toContain("Selebihnya kapan saja");
    expect(labels(chat, "ana")).toEqual(["Kirim ke grup", "Kirim anonim", "Bukan jawaban", "Lengkapi"]);
    expect(chat.heard("ana")).toHaveLength(before + 2);
    await chat.tells("ana", "Kebun gizi di halaman puskesmas");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect(await idea(chat, 2)).toMatchObject({
      ...{ affected: "Sekitar 400 anak di tujuh pulau", text: BOAT },
      difference: "Anak-anak punya buku baru tiap bulan",
    });
    expect(chat.errors).toEqual([]);
  });

  test("is sent without an answer; the question stays, and can still be answered", async ({ chat }) => {
    await tellsBoat(chat);
    await presses(chat, "ana", "Kirim ke grup");
    expect(last(chat, "ana")).toMatch(/sudah dikirim[\s\S]*Siapa yang terdampak/);
    expect(card(chat, "TNB-2")?.text).toContain(BOAT);
    await chat.tells("ana", "Anak sekolah di pulau kecil");
    expect((await idea(chat, 2)).affected).toBe("Anak sekolah di pulau kecil");
    expect(labels(chat, "ana")).toEqual(["Lewati", "Lewati semua", "Bukan jawaban"]);
  });

  test("a reply to a question that was overtaken, or waved away, answers it", async ({ chat }) => {
    await tellsBoat(chat);
    const first = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.tells("ana", "/ide Lomba kebersihan kampung");
    const second = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.tells("ana", "Sekitar 400 anak di tujuh pulau", { replyTo: first });
    expect((await idea(chat, 2)).affected).toBe("Sekitar 400 anak di tujuh pulau");
    await chat.tells("ana", "Warga di tiga kampung");
    expect((await idea(chat, 3)).affected).toBe("Warga di tiga kampung");
    await presses(chat, "ana", "Lewati semua");
    await chat.tells("ana", "/ide Kebun gizi sekolah");
    const third = chat.sees("ana").at(-1)?.id ?? 0;
    await presses(chat, "ana", "Lewati");
    await chat.tells("ana", "Anak makan sayur tiap hari", { replyTo: third });
    expect(await idea(chat, 4)).toMatchObject({
      ...{ affected: null, difference: "Anak makan sayur tiap hari" },
    });
    await chat.tells("ana", "Bank sampah di setiap sekolah", { replyTo: second });
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect(chat.errors).toEqual([]);
  });

  test("is asked about no more once it is out of sight; what is written then is not lost", async ({
    chat,
  }) => {
    await tellsBoat(chat);
    const asked = chat.sees("ana").at(-1)?.id ?? 0;
    await presses(chat, "ana", "Kirim ke grup");
    await chat.starts("budi", "i_TNB-2");
    await presses(chat, "budi", "Sembunyikan");
    await presses(chat, "budi", "Tidak pantas");
    await chat.tells("ana", "Loket malam untuk nelayan");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    await chat.tells("ana", "Sekitar 400 anak", { replyTo: asked });
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect((await idea(chat, 2)).affected).toBeNull();
    expect(chat.errors).toEqual([]);
  });

  test("a sentence is no unit, no co-author and no code, and can become an idea", async ({ chat }) => {
    await opens(chat);
    await chat.starts("ana", "i_TNB-1");
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Unit");
    await chat.tells("ana", "Besok saya dinas luar ke Larat, tolong gantikan rapat");
    expect(labels(chat, "ana")).toContain("Jadikan ide");
    expect(await chat.app.db.unit.count()).toBe(0);
    await chat.tells("ana", "Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Kepulauan Tanimbar");
    expect(await chat.app.db.unit.count()).toBe(1);
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Penulis bersama");
    await chat.tells("ana", "Bank sampah tiap sekolah");
    expect(last(chat, "ana")).toContain("Tidak ada “Bank sampah");
    await presses(chat, "ana", "Jadikan ide");
    expect((await idea(chat, 2)).text).toBe("Bank sampah tiap sekolah");
    await chat.starts("budi", "i_TNB-1");
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "Usul saya, loket malam untuk nelayan supaya tidak antre");
    expect(labels(chat, "budi")).toContain("Jadikan ide");
    await chat.tells("budi", "TNB-99");
    expect(last(chat, "budi")).toContain("tidak ada di lab ini");
    expect(chat.errors).toEqual([]);
  });

  test("each question is waved away with one press, and what can be done stays", async ({ chat }) => {
    await tellsBoat(chat);
    await presses(chat, "ana", "Lewati");
    expect(last(chat, "ana")).toContain("Apa yang akan berbeda");
    expect(labels(chat, "ana")).toContain("Kirim ke grup");
    await presses(chat, "ana", "Lewati");
    expect(labels(chat, "ana")).toEqual(["Kirim ke grup", "Kirim anonim", "Jangan kirim", "Lengkapi"]);
    expect(last(chat, "ana")).not.toContain("✏️");
    await chat.tells("ana", "Bank sampah di setiap sekolah");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect(await idea(chat, 2)).toMatchObject({ affected: null, difference: null });
    expect(chat.errors).toEqual([]);
  });

  test("both at once, or by a word; a second press says that it is over", async ({ chat }) => {
    await tellsBoat(chat);
    const on = chat.sees("ana").at(-1)?.id ?? 0;
    const twice = [1, 2].map(() => chat.world.press(who.ana, who.ana, on, "Lewati semua"));
    await chat.settle();
    expect((await Promise.all(twice)).map(({ text }) => text ?? "").join()).toContain("sudah ditutup");
    expect(await chat.app.db.draft.count({ where: { doneAt: null } })).toBe(0);
    await chat.tells("ana", "/ide Lomba kebersihan kampung");
    await chat.tells("ana", "belum tahu");
    expect(last(chat, "ana")).toContain("Apa yang akan berbeda");
    expect((await idea(chat, 3)).affected).toBeNull();
  });

  test("an anonymous author is asked too, in English, and stays unknown", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/bahasa en");
    await chat.tells("ana", "/ide");
    await presses(chat, "ana", "Anonymous");
    await chat.tells("ana", BOAT);
    expect(last(chat, "ana")).toMatch(/without your name[\s\S]*Who is affected/);
    await chat.tells("ana", "Some 400 children on seven islands");
    expect(last(chat, "ana")).toContain("noted as who is affected");
    expect(await idea(chat, 2)).toMatchObject({ anonymous: true, state: "waiting" });
    expect(chat.heard("budi").join()).not.toContain("400 children");
  });

  test("that is discarded asks no more", async ({ chat }) => {
    await tellsBoat(chat);
    await presses(chat, "ana", "Jangan kirim");
    await chat.tells("ana", "Dua perahu saja");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect((await idea(chat, 2)).affected).toBeNull();
  });
});

describe("a plain message is never swallowed", () => {
  test("another idea, while a question is open, is offered as one; a press makes it the answer", async ({
    chat,
  }) => {
    await tellsBoat(chat);
    await chat.tells("ana", "Bagaimana kalau bank sampah dibuka di setiap sekolah");
    expect(last(chat, "ana")).toContain("Pertanyaannya masih terbuka");
    expect((await idea(chat, 2)).affected).toBeNull();
    const { id: talk } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "talk" } });
    await presses(chat, "ana", "Ini jawabannya");
    expect((await idea(chat, 2)).affected).toContain("bank sampah");
    const again = await forgedPress(chat, who.ana, { data: `take:${talk}`, chat: who.ana });
    expect(again.text).toContain("tidak berlaku");
    expect(await chat.app.db.idea.count()).toBe(2);
    expect(chat.errors).toEqual([]);
  });

  test("nor one that comes more than a day later, unless it answers the question itself", async ({
    chat,
  }) => {
    await tellsBoat(chat);
    const question = chat.sees("ana").at(-1)?.id ?? 0;
    await chat.pass(DAY + 60_000);
    await chat.tells("ana", "Anak-anak di pulau kecil");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    await chat.tells("ana", "Anak-anak di pulau kecil", { replyTo: question });
    expect((await idea(chat, 2)).affected).toBe("Anak-anak di pulau kecil");
  });

  test("what was noted by mistake is plain words again with one press", async ({ chat }) => {
    await tellsBoat(chat);
    await chat.tells("ana", "Kebun gizi di halaman puskesmas");
    await presses(chat, "ana", "Bukan jawaban");
    expect(last(chat, "ana")).toContain("Saya simpan dulu: Kebun gizi");
    expect((await idea(chat, 2)).affected).toBeNull();
    expect(labels(chat, "ana")).toEqual(["Jadikan ide", "Kembali ke pertanyaan"]);
    await presses(chat, "ana", "Kembali ke pertanyaan");
    await chat.tells("ana", "Anak-anak di pulau kecil");
    expect((await idea(chat, 2)).affected).toBe("Anak-anak di pulau kecil");
    await chat.presses("ana", "Jadikan ide", { in: who.ana });
    expect((await idea(chat, 3)).text).toBe("Kebun gizi di halaman puskesmas");
    expect(chat.errors).toEqual([]);
  });

  test("an answer that is edited is noted anew; so is what was only offered as an idea", async ({ chat }) => {
    await tellsBoat(chat);
    const edits = async (on: number, text: string) => {
      chat.world.edit(who.ana, who.ana, on, text);
      await chat.settle();
    };
    const answer = await chat.tells("ana", "Sekitar 40 anak");
    await edits(answer, "Sekitar 400 anak");
    expect((await idea(chat, 2)).affected).toBe("Sekitar 400 anak");
    await presses(chat, "ana", "Bukan jawaban");
    expect(last(chat, "ana")).toContain("Sekitar 400 anak");
    expect((await idea(chat, 2)).affected).toBeNull();
    const talk = await chat.tells("ana", "Kebun gizi di halaman");
    await edits(talk, "Kebun gizi di halaman puskesmas");
    expect(last(chat, "ana")).toContain("Kebun gizi di halaman puskesmas");
    await presses(chat, "ana", "Jadikan ide");
    expect((await idea(chat, 3)).text).toBe("Kebun gizi di halaman puskesmas");
    expect(chat.errors).toEqual([]);
  });

  test("Ubah: a thank-you is none of the new words, and wrong ones are taken back", async ({ chat }) => {
    await opens(chat);
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Terima kasih banyak ya");
    const before = (await idea(chat, 1)).text;
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    await chat.tells("ana", "Besok saya ke Larat");
    expect((await idea(chat, 1)).text).toBe("Besok saya ke Larat");
    await presses(chat, "ana", "Bukan jawaban");
    expect((await idea(chat, 1)).text).toBe(before);
    expect(last(chat, "ana")).toContain("Saya simpan dulu: Besok saya");
    expect(chat.errors).toEqual([]);
  });

  test("/cari: a whole idea is no search", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/cari");
    await chat.tells(
      "ana",
      "Bagaimana kalau setiap desa punya satu perahu untuk membawa ibu hamil ke puskesmas?",
    );
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    await chat.tells("ana", "antrean");
    expect(last(chat, "ana")).toContain("tentang “antrean”");
  });
});

describe("Lengkapi", () => {
  test("shows what is there and what is missing, and asks for each again", async ({ chat }) => {
    await opens(chat);
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Lengkapi");
    expect(last(chat, "ana")).toContain("▫️ Siapa yang terdampak");
    await presses(chat, "ana", "Manfaat");
    await chat.tells("ana", "Menghemat dua jam bagi tiap pasien");
    await presses(chat, "ana", "Lengkapi");
    expect(last(chat, "ana")).toContain("✅ Manfaat: Menghemat dua jam");
    await presses(chat, "ana", "✅ Manfaat");
    await chat.tells("ana", "Menghemat tiga jam bagi tiap pasien");
    expect((await idea(chat, 1)).benefit).toBe("Menghemat tiga jam bagi tiap pasien");
    expect(chat.errors).toEqual([]);
  });

  test("of a draft can send it, and leads back from each field", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Perahu perpustakaan keliling pulau");
    await presses(chat, "ana", "Lengkapi");
    expect(labels(chat, "ana").slice(-2)).toEqual(["Kirim ke grup", "Kirim anonim"]);
    for (const field of ["Bidang", "Penulis bersama"]) {
      await presses(chat, "ana", field);
      expect(labels(chat, "ana").slice(-2)).toContain("‹ Kembali");
      await presses(chat, "ana", "‹ Kembali");
    }
    await presses(chat, "ana", "Unit");
    expect(last(chat, "ana")).toContain("Unit mana yang punya ide ini? Tulis namanya di sini.");
    await presses(chat, "ana", "‹ Kembali");
    await presses(chat, "ana", "Kirim ke grup");
    expect((await idea(chat, 2)).state).toBe("posted");
    await chat.presses("ana", "Rincian");
    await presses(chat, "ana", "Lengkapi");
    expect(labels(chat, "ana")).not.toContain("Kirim ke grup");
    expect(chat.errors).toEqual([]);
  });

  test("is the author's and a facilitator's; a forged press by another does nothing", async ({ chat }) => {
    await opens(chat);
    const { id } = await idea(chat, 1);
    const forges = async (person: CastKey, data: string) =>
      (await forgedPress(chat, who[person], { data })).text;
    expect(await forges("yosef", `complete:${id}`)).toContain("Hanya penulisnya");
    expect(await forges("yosef", `fill:${id}:affected`)).toContain("Hanya penulisnya");
    await chat.presses("budi", "Rincian");
    await presses(chat, "budi", "Lengkapi");
    await presses(chat, "budi", "Yang terdampak");
    await chat.tells("budi", "Tiga ratus pasien tiap hari");
    expect((await idea(chat, 1)).affected).toBe("Tiga ratus pasien tiap hari");
    expect(chat.errors).toEqual([]);
  });
});

describe("with a model", () => {
  /** What it was asked, and what it says. */
  const slots: Record<string, string>[] = [];
  let says = async (): Promise<unknown> => ({ questions: [] });
  const modelled = test.extend<{ llm: Llm | undefined }>({
    llm: {
      ask: async (_: unknown, given: Record<string, string>) => {
        slots.push(given);
        return says();
      },
    } as unknown as Llm,
  });
  const tells = async (chat: Chat, text: string) => {
    await opens(chat);
    await chat.app.db.lab.updateMany({ data: { usesModel: true } });
    await chat.tells("ana", `/ide ${text}`);
  };
  const HOW_MANY = "Berapa anak di pulau-pulau itu yang belum punya buku, menurut P1?";

  modelled("its questions come a moment later, about pseudonyms; the answer is noted", async ({ chat }) => {
    says = async () => ({ questions: [{ about: "affected", text: HOW_MANY }] });
    await tells(chat, `${BOAT}, kata Ana 0812 3456 7890`);
    expect(last(chat, "ana")).toContain(HOW_MANY.replace("P1", "Ana"));
    expect(slots.at(-1)).toEqual({ language: "Indonesian", idea: `${BOAT}, kata P1 [telepon]` });
    await chat.tells("ana", "Sekitar empat ratus anak");
    expect((await idea(chat, 2)).affected).toBe("Sekitar empat ratus anak");
    expect(labels(chat, "ana")).not.toContain("Lewati");
    expect(chat.errors).toEqual([]);
  });

  modelled("that fails, or asks no short question, gives way to ours", async ({ chat }) => {
    says = async () => Promise.reject(new LlmError("ask-questions", "timeout"));
    await tells(chat, BOAT);
    await chat.pass(1_000);
    expect(last(chat, "ana")).toContain("Siapa yang terdampak");
    says = async () => ({ questions: [{ about: "affected", text: "Ide yang bagus sekali." }] });
    await chat.tells("ana", "/ide Lomba kebersihan kampung");
    await chat.pass(1_000);
    expect(last(chat, "ana")).toContain("TNB-3\n\n✏️ Siapa yang terdampak");
  });

  modelled("is not asked when it is late, nor where its lab turned it off", async ({ chat }) => {
    says = async () => ({ questions: [{ about: "affected", text: "Anak di pulau mana?" }] });
    await tells(chat, BOAT);
    const before = slots.length;
    await chat.app.db.draft.updateMany({ data: { doneAt: chat.clock.now() } });
    await chat.app.db.done.deleteMany({ where: { key: { startsWith: "inquiry:" } } });
    await chat.app.db.inquiry.updateMany({ data: { doneAt: null } });
    await chat.pass(60_000);
    expect(last(chat, "ana")).toContain("Siapa yang terdampak");
    await chat.app.db.lab.updateMany({ data: { usesModel: false } });
    await chat.tells("ana", "/ide Lomba kebersihan kampung");
    expect(last(chat, "ana")).toContain("✏️ Siapa yang terdampak");
    expect(slots).toHaveLength(before);
  });

  modelled("asks once, and interrupts nobody who answers something else", async ({ chat }) => {
    says = async () => ({ questions: [{ about: "difference", text: "Apa yang berubah bagi anak pulau?" }] });
    await tells(chat, BOAT);
    await chat.pass(1_000);
    await chat.restart();
    await chat.pass(1_000);
    expect(chat.heard("ana").filter((text) => text.includes("Apa yang berubah"))).toHaveLength(1);
    const asked = { askedAt: chat.clock.now(), doneAt: null };
    await chat.tells("ana", "/cari");
    await chat.app.db.done.deleteMany({ where: { key: { startsWith: "inquiry:" } } });
    await chat.app.db.inquiry.updateMany({ data: asked });
    await chat.pass(1_000);
    expect(last(chat, "ana")).toContain("Cari ide apa");
    expect(await chat.app.db.inquiry.count({ where: { doneAt: null } })).toBe(0);
    expect(chat.errors).toEqual([]);
  });
});

/** Opens the page of an idea's fields in private. */
async function completes(chat: Chat, person: CastKey, field: string) {
  await chat.presses(person, "Rincian", { on: card(chat)?.id ?? 0 });
  await presses(chat, person, "Lengkapi");
  await presses(chat, person, field);
}
const forges = async (chat: Chat, person: CastKey, data: string) =>
  (await forgedPress(chat, who[person], { data, chat: who[person] })).text;

describe("fields of work", () => {
  test("are offered by what the text speaks of, and toggled; three at the most", async ({ chat }) => {
    await opens(chat);
    await completes(chat, "ana", "Bidang");
    expect(labels(chat, "ana")[0]).toBe("Kesehatan");
    for (const field of ["Kesehatan", "Sosial", "Pendidikan"]) await presses(chat, "ana", field);
    expect(labels(chat, "ana")).toEqual(expect.arrayContaining(["✓ Kesehatan", "✓ Sosial"]));
    expect(await presses(chat, "ana", "Lainnya")).toContain("Paling banyak 3");
    await presses(chat, "ana", "✓ Sosial");
    expect((await idea(chat, 1)).categories).toEqual(["health", "education"]);
    await presses(chat, "ana", "Lengkapi");
    expect(last(chat, "ana")).toContain("✅ Bidang: Kesehatan · Pendidikan");
    expect(await forges(chat, "yosef", `category:${(await idea(chat, 1)).id}:farm`)).toContain(
      "Hanya penulisnya",
    );
    expect(chat.errors).toEqual([]);
  });

  test.each([
    ["Antrean puskesmas lewat pesan singkat", "health"],
    ["Nelayan melapor cuaca laut", "sea"],
    ["Izin usaha dalam satu hari", "business"],
    ["Homestay dan tenun adat untuk wisatawan", "culture"],
    ["Bank sampah di setiap kampung", "environment"],
  ])("“%s” is likely about %s", (text, category) => expect(likelyCategories(text)[0]).toBe(category));

  test("a word for each of them is known in both languages", () => {
    expect(new Set(Object.values(categoryWords))).toEqual(
      new Set(categories.filter((one) => one !== "other")),
    );
  });
});

describe("an idea's unit", () => {
  test("is chosen, typed, or taken away", async ({ chat }) => {
    await opens(chat);
    await chat.tells("yosef", "/profil unit Dinas Kesehatan");
    await completes(chat, "ana", "Unit");
    await presses(chat, "ana", "Dinas Kesehatan");
    expect(last(chat, "ana")).toContain("unit: Dinas Kesehatan");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Oleh Ana (Dinas Kesehatan)");
    await completes(chat, "budi", "Unit");
    await chat.tells("budi", "Puskesmas Larat");
    expect(last(chat, "budi")).toContain("unit: Puskesmas Larat");
    await completes(chat, "ana", "Unit");
    await presses(chat, "ana", "Tanpa unit");
    expect((await idea(chat, 1)).unitId).toBeNull();
    expect(chat.errors).toEqual([]);
  });

  test("of an anonymous idea is for its author's eyes; a facilitator is not even asked", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil unit Dinas Kesehatan");
    await chat.tells("ana", "/ide Kotak saran desa");
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    const { id } = await idea(chat, 2);
    await chat.presses("budi", "Rincian", { on: card(chat, "TNB-2")?.id ?? 0 });
    await presses(chat, "budi", "Lengkapi");
    expect(last(chat, "budi")).not.toContain("Dinas Kesehatan");
    expect(labels(chat, "budi")).toEqual(["Yang terdampak", "Yang berbeda", "Manfaat", "Bidang"]);
    for (const data of [`fill:${id}:unit`, `fill:${id}:coauthors`, `ideaUnit:${id}:0`, `coauthor:${id}:1`])
      expect(await forges(chat, "budi", data), data).toContain("Hanya penulisnya");
    await chat.starts("ana", "i_TNB-2");
    await presses(chat, "ana", "Lengkapi");
    expect(last(chat, "ana")).toContain("✅ Unit: Dinas Kesehatan");
    expect(labels(chat, "ana")).not.toContain("Penulis bersama");
    expect(chat.errors).toEqual([]);
  });
});

describe("co-authors", () => {
  const withYosef = async (chat: Chat) => {
    await opens(chat);
    await completes(chat, "ana", "Penulis bersama");
    await presses(chat, "ana", "+ Yosef");
  };

  test("are told, stand on the card, and may do what the author may, but take it back", async ({ chat }) => {
    await withYosef(chat);
    expect(last(chat, "ana")).toContain("penulis bersama: Yosef");
    expect(last(chat, "yosef")).toContain("Ana mencantumkan Anda sebagai penulis bersama TNB-1");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Oleh Ana dan Yosef · ");
    await chat.says("maria", "Berapa warga yang antre?", { replyTo: card(chat)?.id ?? 0 });
    expect(last(chat, "yosef")).toContain("Berapa warga yang antre?");
    await chat.tells("yosef", "/rencana TNB-1 Latih kader besok");
    expect(await chat.app.db.planItem.count()).toBe(1);
    await chat.presses("yosef", "Rincian", { on: card(chat)?.id ?? 0 });
    expect(labels(chat, "yosef")).toEqual(expect.arrayContaining(["Lengkapi", "Ubah", "Bukan saya"]));
    expect(labels(chat, "yosef")).not.toContain("Tarik");
    await presses(chat, "yosef", "Ubah");
    await chat.tells("yosef", "Antrean puskesmas lewat WhatsApp");
    expect((await idea(chat, 1)).text).toBe("Antrean puskesmas lewat WhatsApp");
    expect(await forges(chat, "yosef", `withdraw:${(await idea(chat, 1)).id}`)).toContain("Hanya penulisnya");
    await chat.tells("yosef", "/ideku");
    expect(last(chat, "yosef")).toContain("TNB-1");
    expect(chat.errors).toEqual([]);
  });

  test("say no with one press; a second press is told so", async ({ chat }) => {
    await withYosef(chat);
    const on = chat.sees("yosef").at(-1)?.id ?? 0;
    const twice = [1, 2].map(() => chat.world.press(who.yosef, who.yosef, on, "Bukan saya"));
    await chat.settle();
    expect((await Promise.all(twice)).map(({ text }) => text ?? "").join()).toContain("tidak berlaku");
    expect(last(chat, "yosef")).toContain("nama Anda tidak lagi tercantum");
    expect(last(chat, "ana")).toContain("Yosef tidak ingin tercantum");
    await chat.pass(6_000);
    expect(card(chat)?.text).not.toContain("Yosef");
    expect(await forges(chat, "yosef", `change:${(await idea(chat, 1)).id}`)).toContain("Hanya penulisnya");
  });

  test("are found by a name or a username of the lab; who is not there is told kindly", async ({ chat }) => {
    await opens(chat);
    await completes(chat, "ana", "Penulis bersama");
    await chat.tells("ana", "Zulkifli");
    expect(last(chat, "ana")).toContain("Tidak ada “Zulkifli” di lab ini");
    await chat.tells("ana", "i");
    expect(last(chat, "ana")).toContain("Yang mana maksud Anda? Tekan namanya.");
    expect(labels(chat, "ana")).toEqual(expect.arrayContaining(["+ Maria", "+ Budi", "‹ Kembali"]));
    expect(await chat.app.db.coAuthor.count()).toBe(0);
    await chat.tells("ana", "Kebun gizi di halaman puskesmas");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    const stranger = await chat.app.db.person.create({ data: { telegramId: 5_000n, name: "Orang luar" } });
    const { id } = await idea(chat, 1);
    expect(await forges(chat, "ana", `coauthor:${id}:${stranger.id}`)).toContain("tidak berlaku");
    expect(await forges(chat, "yosef", `coauthor:${id}:${stranger.id}`)).toContain("Hanya penulisnya");
    expect(await chat.app.db.coAuthor.count()).toBe(0);
  });

  test("are added at once by a name that only one person bears, and hear it", async ({ chat }) => {
    await opens(chat);
    await completes(chat, "ana", "Penulis bersama");
    await chat.tells("ana", "mari");
    expect(last(chat, "ana")).toContain("penulis bersama: Maria.");
    expect(last(chat, "ana")).not.toContain("Yang mana");
    expect(last(chat, "maria")).toContain("Ana mencantumkan Anda sebagai penulis bersama TNB-1");
    await chat.tells("ana", "yosef");
    expect(last(chat, "ana")).toContain("penulis bersama: Maria, Yosef.");
    expect(await chat.app.db.coAuthor.count()).toBe(2);
  });

  describe("who never pressed Start", () => {
    /** Ana names Ibu Bupati, who has only spoken in the group. */
    const withBupati = async (chat: Chat) => {
      await opens(chat);
      await chat.says("bupati", "Halo @lumbung_bot");
      await completes(chat, "ana", "Penulis bersama");
      await presses(chat, "ana", "+ Ibu Bupati");
    };
    const named = (chat: Chat) => chat.heard("bupati").filter((text) => text.includes("mencantumkan Anda"));

    test("hear it with the first Start, once, and say no", async ({ chat }) => {
      await withBupati(chat);
      expect(named(chat)).toEqual([]);
      await chat.starts("bupati");
      expect(last(chat, "bupati")).toContain("Ana mencantumkan Anda sebagai penulis bersama TNB-1");
      await chat.starts("bupati");
      expect(named(chat)).toHaveLength(1);
      await presses(chat, "bupati", "Bukan saya");
      expect(last(chat, "ana")).toContain("Ibu Bupati tidak ingin tercantum");
      expect(await chat.app.db.coAuthor.count()).toBe(0);
      expect(chat.errors).toEqual([]);
    });

    test("hear it by whichever link they come; others, who were told, do not hear it again", async ({
      chat,
    }) => {
      await withBupati(chat);
      await chat.starts("bupati", "i_TNB-1");
      expect(named(chat)).toHaveLength(1);
      await chat.tells("ana", "Yosef");
      await chat.starts("yosef");
      expect(chat.heard("yosef").filter((text) => text.includes("mencantumkan Anda"))).toHaveLength(1);
    });

    test("hear it before the question of a session, whose link they came by", async ({ chat }) => {
      await withBupati(chat);
      const { db, clock } = chat.app;
      const { id: labId } = await db.lab.findFirstOrThrow();
      const { id: chatId } = await db.chat.findFirstOrThrow({ where: { labId } });
      const now = clock.now();
      const session = { labId, chatId, text: "Apa masalahnya?", startedAt: now, hidden: true };
      const { id } = await db.challenge.create({
        data: { ...session, endsAt: new Date(now.getTime() + DAY) },
      });
      await chat.starts("bupati", `c_${id}`);
      expect(chat.heard("bupati").at(-2)).toContain("penulis bersama TNB-1");
      expect(last(chat, "bupati")).toContain("Apa masalahnya?");
    });

    test("hear nothing where they were taken off, or nobody sees the idea; once it is back, they do", async ({
      chat,
    }) => {
      await withBupati(chat);
      await presses(chat, "ana", "✕ Ibu Bupati");
      await chat.starts("bupati");
      await chat.app.db.person.updateMany({ where: { name: "Ibu Bupati" }, data: { private: "never" } });
      await presses(chat, "ana", "+ Ibu Bupati");
      await chat.says("budi", "/ide Kebun obat keluarga");
      await chat.app.db.idea.updateMany({ where: { number: 1 }, data: { state: "hidden" } });
      await chat.starts("bupati");
      expect(named(chat)).toEqual([]);
      await chat.app.db.idea.updateMany({ where: { number: 1 }, data: { state: "posted" } });
      await chat.starts("bupati");
      expect(named(chat)).toHaveLength(1);
    });

    test("hear it of an idea that was joined to another, and leave it", async ({ chat }) => {
      await withBupati(chat);
      await chat.says("yosef", "/ide Antrean puskesmas lewat WhatsApp");
      await chat.starts("budi", "i_TNB-1");
      await presses(chat, "budi", "Gabung");
      await chat.tells("budi", "TNB-2");
      await chat.starts("bupati");
      expect(last(chat, "bupati")).toContain("penulis bersama TNB-1");
      await presses(chat, "bupati", "Bukan saya");
      expect(last(chat, "bupati")).toContain("nama Anda tidak lagi tercantum");
      await chat.pass(6_000);
      expect(card(chat, "TNB-2")?.text).not.toContain("Bupati");
    });
  });

  test("of a draft hear nothing before it is sent, and never of one sent without a name", async ({
    chat,
  }) => {
    await opens(chat);
    const addsYosef = async () => {
      await chat.tells("ana", "/ide Perahu perpustakaan keliling pulau");
      const on = chat.sees("ana").at(-1)?.id ?? 0;
      await presses(chat, "ana", "Lengkapi");
      await presses(chat, "ana", "Penulis bersama");
      await presses(chat, "ana", "+ Yosef");
      return on;
    };
    const before = chat.heard("yosef").length;
    const first = await addsYosef();
    await chat.presses("ana", "Kirim anonim", { in: who.ana, on: first });
    await presses(chat, "budi", "Terbitkan");
    expect(chat.heard("yosef")).toHaveLength(before);
    expect(await chat.app.db.coAuthor.count()).toBe(0);
    const second = await addsYosef();
    expect(await forges(chat, "yosef", `change:${(await idea(chat, 3)).id}`)).toContain("Hanya penulisnya");
    await chat.presses("ana", "Kirim ke grup", { in: who.ana, on: second });
    expect(last(chat, "yosef")).toContain("penulis bersama TNB-3");
    expect(chat.errors).toEqual([]);
  });

  test("a keeper may do what the author may, but take it back", async ({ chat }) => {
    await opens(chat);
    const yosef = await chat.app.db.person.findFirstOrThrow({ where: { name: "Yosef" } });
    await chat.app.db.idea.updateMany({ data: { keeperId: yosef.id } });
    await chat.presses("yosef", "Rincian");
    expect(labels(chat, "yosef")).toContain("Ubah");
    expect(labels(chat, "yosef")).not.toContain("Tarik");
    expect(labels(chat, "yosef")).not.toContain("Bukan saya");
  });
});

test.each([
  ["Antrean puskesmas lewat pesan singkat", ["affected", "difference"]],
  ["Perahu keliling untuk anak pulau", ["difference"]],
  ["Rapat dibatasi satu jam supaya pekerjaan selesai", ["affected"]],
  ["Daftar antre pakai WhatsApp, biar warga gak nunggu sejak subuh", []],
  ["A text message queue so that patients no longer wait", []],
  ["Drone for the harbour", ["affected", "difference"]],
])("“%s” leaves open %j", (text, open) => {
  const found = openQuestions({ text, affected: null, difference: null });
  expect(found.map(({ kind }) => kind)).toEqual(open);
});

test.each([
  ["answer", "Sekitar 300 pasien tiap hari, kebanyakan lansia", false],
  ["answer", "Warga tidak perlu antre sejak subuh", false],
  ["answer", "Usul saya, buka loket malam untuk nelayan", true],
  ["answer", "Kapan rapatnya?", true],
  ["answer", "Kalau ide ini jalan, warga tidak antre lagi", false],
  ["answer", "Ide ini membantu nelayan, sekitar 200 orang", false],
  ["answer", "Mungkin sekitar 50 orang?", false],
  ["answer", "Terima kasih", true],
  ["answer", `${"Setiap pagi warga datang dan menunggu. ".repeat(12)}`, true],
  ["words", "Bagaimana kalau antrean lewat WhatsApp saja?", false],
  ["words", "Setuju!", true],
  ["search", "antrean puskesmas keliling", false],
  ["search", "Sebaiknya kita buka perpustakaan malam", true],
  ["name", "dr. Ana Lololuan", false],
  ["name", "What if we opened the library at night", true],
] as const)("for %s, “%s” is another matter: %s", (wanted, text, another) => {
  expect(isAnotherMatter(wanted, text)).toBe(another);
});

test.each([
  ["Lewati", true],
  ["belum tahu", true],
  ["Skip", true],
  ["I don't know", true],
  ["tidak ada", true],
  ["tidak ada obat", false],
  ["Warga yang belum tahu jadwal kapal", false],
])("“%s” waves a question away: %s", (text, waved) => expect(isWaved(text)).toBe(waved));
