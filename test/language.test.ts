import { describe, expect, test } from "vitest";
import { cut } from "../src/language/cut.ts";
import { isAgreement, isChatter, isQuestion, nextStepScore, SURE } from "../src/language/intent.ts";
import { sentences } from "../src/language/sentences.ts";
import { ALIKE, mostSimilar, similarity } from "../src/language/similar.ts";
import { type Line, summarize } from "../src/language/summarize.ts";
import { stems, tokens, trigrams } from "../src/language/words.ts";
import { rephrased, unrelated } from "./support/alike.ts";

describe("words", () => {
  test.each([
    ["Sy gak bs dtg krn blm tau", "saya tidak bisa dtg karena belum tahu"],
    ["Kirim ke ana@x.id atau https://t.me/x ya @budi", "kirim ke atau ya"],
    ["Rp 1.000.000 utk 12 org", "rp 1000000 untuk 12 orang"],
    ["Bagusss bangettt", "bagus sekali"],
    ["We don't need it", "we do not need it"],
    ["", ""],
  ])("of %j are %j", (text, words) => expect(tokens(text).join(" ")).toBe(words));

  test.each(["tidak", "bukan", "belum", "jangan", "tanpa", "kurang", "not", "no"])(
    "that deny stay: %s",
    (word) => expect(stems(`warga ${word} setuju`)).toContain(word),
  );

  test.each([
    ["pelayanan yang melayani di layanan", ["layan", "layan", "layan"]],
    ["the services of a service", ["servic", "servic"]],
  ])("of one root meet: %j", (text, roots) => expect(stems(text)).toEqual(roots));

  test("have pieces of three letters with marked edges", () => {
    expect(trigrams("Ikan")).toEqual([" ik", "ika", "kan", "an "]);
  });
});

describe("sentences", () => {
  test.each([
    [
      "Kantor di Jl. Merdeka No. 5, Kec. Tanimbar. Buka jam 8.",
      ["Kantor di Jl. Merdeka No. 5, Kec. Tanimbar.", "Buka jam 8."],
    ],
    ["Biaya Rp 1.000.000. Setuju?", ["Biaya Rp 1.000.000.", "Setuju?"]],
    ["Lihat https://t.me/a.b?x=1. Lalu daftar", ["Lihat https://t.me/a.b?x=1.", "Lalu daftar"]],
    ["Perlu obat, perban dll. dari dr. Rina", ["Perlu obat, perban dll. dari dr. Rina"]],
    ["Bagus sekali 👍👍 Besok kita mulai", ["Bagus sekali 👍👍", "Besok kita mulai"]],
    ["baris satu\nbaris dua\n\n🙏", ["baris satu", "baris dua"]],
    ["Yang perlu:\n- ember\n- sapu", ["Yang perlu: ember; sapu"]],
    ["Masa???Iya!", ["Masa???", "Iya!"]],
    ["", []],
  ])("of %j", (text, found) => expect(sentences(text)).toEqual(found));
});

describe("a long text", () => {
  test("is cut at a word's end", () => {
    expect(cut("satu dua tiga, empat", 15)).toBe("satu dua tiga…");
    expect(cut("satu dua", 15)).toBe("satu dua");
    expect([...cut("kata ".repeat(99))].length).toBeLessThanOrEqual(201);
    expect(cut("x".repeat(300), 10)).toMatch(/^x+…$/);
  });
});

describe("a sentence", () => {
  test.each([
    ["Selamat pagi Bapak Ibu semua 🙏", true],
    ["Terima kasih Pak Budi", true],
    ["setuju!", true],
    ["wkwkwk", true],
    ["Antrean terlalu panjang", false],
    ["Kapan?", false],
  ])("%j says nothing: %s", (text, is) => expect(isChatter(text)).toBe(is));

  test.each([
    ["Kapan blangko datang lagi", true],
    ["Pak, berapa biayanya", true],
    ["Dananya dari mana?", true],
    ["bisakah lewat WA", true],
    ["Should we ask the clinic", true],
    ["Apa yang dikatakan Ana betul", false],
    ["Saya tahu kapan kapal datang", false],
    ["What we need is a boat", false],
  ])("%j asks: %s", (text, is) => expect(isQuestion(text)).toBe(is));

  test.each([
    ["Besok saya siapkan daftarnya", true],
    ["Tolong Bu Ana catat jumlah pasien", true],
    ["Mari kita bertemu hari Rabu", true],
    ["I will ask the head of the clinic by Friday", true],
    ["Tidak perlu menambah pegawai", false],
    ["Kemarin saya siapkan daftarnya", false],
    ["Antrean panjang sekali", false],
    ["Siapa yang akan menyiapkan daftar?", false],
  ])("%j is a next step: %s", (text, is) => expect(nextStepScore(text) >= SURE).toBe(is));

  test.each([
    ["Setuju!", true],
    ["👍", true],
    ["tidak setuju", false],
    ["Setuju, tapi siapa yang membayar pulsa?", false],
  ])("%j only agrees: %s", (text, is) => expect(isAgreement(text)).toBe(is));
});

/** "name >answered id: words", ids from 1. */
function talk(...said: string[]): Line[] {
  return said.map((line, at) => {
    const [, author = "", replyTo, text = ""] = /^(\w+)(?: >(\d+))?: (.*)$/s.exec(line) ?? [];
    return { id: at + 1, author, text, replyTo: replyTo === undefined ? undefined : Number(replyTo) };
  });
}

const queue = talk(
  "ana: Selamat pagi bapak ibu semua 🙏",
  "ana: Antrean puskesmas makin panjang, warga datang sejak jam 4 subuh hanya untuk ambil nomor.",
  "yosef >2: Betul, di Saumlaki juga begitu. Orang dari kampung jauh harus menginap dulu.",
  "budi >2: Bagaimana kalau daftar lewat WA saja, jadi warga gak perlu nunggu dari subuh?",
  "maria >4: Bagus. Tapi jangan lewat aplikasi baru, banyak warga yang hp nya jadul.",
  "ana >5: Setuju!",
  "yosef >4: Di kampung saya sinyal tdk ada, jadi daftar lewat WA tidak bisa untuk semua orang",
  "maria: Yang tidak punya sinyal bisa titip ke kader posyandu, kader yang daftarkan.",
  "ana >8: Kader di tempat kami belum dapat pulsa, jadi mereka keberatan.",
  "budi: Berapa biaya pulsa untuk kader per bulan?",
  "maria: mantap",
  "maria: Saya akan siapkan contoh format pesan WA dari Puskesmas Larat, besok saya kirim.",
  "budi: Tolong Bu Ana catat jumlah pasien per hari selama satu minggu supaya ada datanya.",
  "yosef: /ringkas",
  "yosef: Siapa yang akan bicara dengan kepala puskesmas?",
);

describe("a summary", () => {
  const { points, questions, nextSteps } = summarize(queue);
  const told = [...points, ...questions, ...nextSteps];

  test("tells the problem, the proposal and the objection, in the order of the talk", () => {
    expect(points.map(({ lines }) => lines[0])).toEqual(expect.arrayContaining([2, 4, 7]));
    expect(points.map(({ lines }) => lines[0])).toEqual(
      points.map(({ lines }) => lines[0]).toSorted((a = 0, b = 0) => a - b),
    );
    expect(points).toHaveLength(5);
  });

  test("finds the questions that nobody answered, and no others", () => {
    expect(questions.map(({ lines }) => lines)).toEqual([[10], [15]]);
  });

  test("finds who will do what", () => {
    expect(nextSteps.map(({ lines }) => lines)).toEqual([[12], [13]]);
  });

  test("keeps the words as they were written, negations too, and says nothing twice", () => {
    for (const { text, lines } of told) expect(queue.find(({ id }) => id === lines[0])?.text).toContain(text);
    expect(told.find(({ lines }) => lines[0] === 7)?.text).toContain("sinyal tdk ada");
    expect(new Set(told.map(({ text }) => text)).size).toBe(told.length);
  });

  test("leaves greetings, praise and commands out", () => {
    expect(told.map(({ text }) => text).join(" ")).not.toMatch(/Selamat|mantap|ringkas|Bagus/);
  });

  test("has as many points as asked for", () => {
    expect(summarize(queue, { points: 2 }).points).toHaveLength(2);
  });

  test("gives up to three lines back as they are", () => {
    const few = talk("ana: Tambah jam layanan", "budi: Siapa yang jaga malam?", "ana: /ringkas");
    expect(summarize(few)).toEqual({
      points: [
        { text: "Tambah jam layanan", lines: [1] },
        { text: "Siapa yang jaga malam?", lines: [2] },
      ],
      questions: [],
      nextSteps: [],
    });
    expect(summarize([])).toEqual({ points: [], questions: [], nextSteps: [] });
  });

  test("makes one point of what several people say", () => {
    const same = summarize(
      talk(
        "ana: Truk sampah sering rusak sehingga sampah menumpuk",
        "budi: Sampah menumpuk karena truk sampah sering rusak",
        "yosef: Pasar perlu lebih banyak tempat parkir motor",
        "maria: Guru di pulau belum punya rumah dinas",
      ),
    ).points.find(({ text }) => text.includes("Truk") || text.includes("truk"));
    expect(same?.lines.toSorted()).toEqual([1, 2]);
  });

  test("never joins a yes with a no", () => {
    const { points: both } = summarize(
      talk(
        "ana: Loket lansia di puskesmas perlu dibuka hari Sabtu",
        "budi: Loket lansia di puskesmas tidak perlu dibuka hari Sabtu",
        "yosef: Pasar perlu lebih banyak tempat parkir motor",
        "maria: Guru di pulau belum punya rumah dinas",
      ),
    );
    expect(both.filter(({ text }) => text.includes("Loket")).map(({ lines }) => lines)).toEqual([[1], [2]]);
  });

  test("takes an answer for an answer, but not asking the same", () => {
    const asked = (answer: string) =>
      summarize(
        talk(
          "ana: Kapan truk sampah datang ke pasar?",
          `budi >1: ${answer}`,
          "yosef: Pasar kotor sekali",
          "maria: Drainase pasar tersumbat lumpur",
        ),
      ).questions.length;
    expect(
      ["Rabu depan", "Tidak tahu kapan", "Belum bisa", "Sama, saya juga mau tahu", "Iya, kapan ya?"].map(
        asked,
      ),
    ).toEqual([0, 1, 0, 1, 1]);
  });

  test("of 5,000 lines is the same every time and quick", () => {
    const many = Array.from({ length: 5000 }, (_, at) => {
      const line = queue[(at * 7) % queue.length] as Line;
      return { ...line, id: at + 1, replyTo: undefined, text: `${line.text} ${at % 97}` };
    });
    const start = performance.now();
    const first = summarize(many);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(summarize(many)).toEqual(first);
  });
});

/** Whether the one would be shown as like the other, where a lab has two ideas only. */
const shows = (idea: string, other: string) =>
  mostSimilar(idea, [
    { id: 1, text: other },
    { id: 2, text: "Tambah tempat parkir di terminal" },
  ]).some(({ id }) => id === 1);

describe("alike", () => {
  const others = rephrased.map(([, text], id) => ({ id, text }));

  test("is an antrean by pesan singkat to an antre by WhatsApp", () => {
    expect(shows("Antrean puskesmas lewat pesan singkat", rephrased[0]?.[1] ?? "")).toBe(true);
  });

  test(`are at least 48 of ${rephrased.length} rephrased ideas, also where there are two only`, () => {
    expect(rephrased.filter(([idea, same]) => shows(idea, same)).length).toBeGreaterThanOrEqual(48);
  });

  test(`come first among ${rephrased.length} at least 44 times`, () => {
    const first = rephrased.filter(([idea], id) => mostSimilar(idea, others, { limit: 1 })[0]?.id === id);
    expect(first.length).toBeGreaterThanOrEqual(44);
  });

  test(`are at most 5 of ${unrelated.length} unrelated pairs`, () => {
    expect(unrelated.filter(([idea, other]) => shows(idea, other)).length).toBeLessThanOrEqual(5);
  });

  test("is a number between 0 and 1, the same both ways", () => {
    const [a, b] = rephrased[0] ?? ["", ""];
    expect(similarity(a, b)).toBeGreaterThan(ALIKE);
    expect(similarity(a, b)).toBeCloseTo(similarity(b, a));
    expect(similarity(a, a)).toBeCloseTo(1);
    expect(similarity(a, "")).toBe(0);
  });

  test("comes most alike first, three at the most unless told, none below the least", () => {
    const copies = [5, 6, 7, 8].map((id) => ({ id, text: "Antrean puskesmas lewat SMS" }));
    const all = [{ id: 1, text: "Peta titik sampah" }, ...copies];
    expect(mostSimilar("Antre puskesmas lewat WA", all).map(({ id }) => id)).toEqual([5, 6, 7]);
    expect(mostSimilar("Antre puskesmas lewat WA", all, { limit: 9, least: 0 })).toHaveLength(5);
    expect(mostSimilar("Antre puskesmas", [])).toEqual([]);
  });
});
