import { describe, expect, test } from "vitest";
import { cut } from "../src/language/cut.ts";
import { isAgreement, isChatter, isQuestion, nextStepScore, SURE } from "../src/language/intent.ts";
import { sentences } from "../src/language/sentences.ts";
import { ALIKE, mostSimilar, similarity } from "../src/language/similar.ts";
import { type Line, summarize } from "../src/language/summarize.ts";
import { stems, tokens, trigrams } from "../src/language/words.ts";

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

/** The same idea in other words. The last twelve were written after the rules and the glossary were settled. */
const rephrased: [string, string][] = [
  [
    "Antrean puskesmas lewat pesan singkat",
    "Daftar antre di puskesmas pakai WhatsApp supaya warga tidak menunggu sejak subuh",
  ],
  [
    "KTP diantar ke rumah warga lansia",
    "e-KTP untuk orang tua yang sudah lanjut usia sebaiknya dikirim langsung ke rumahnya",
  ],
  [
    "Kabar cuaca untuk nelayan sebelum melaut",
    "Info gelombang tinggi dikirim ke grup WA para nelayan tiap pagi",
  ],
  [
    "Bank sampah di setiap sekolah",
    "Murid kumpulkan botol plastik di sekolah, lalu dijual ke tempat daur ulang",
  ],
  [
    "Perahu perpustakaan keliling antar pulau",
    "Buku bacaan dibawa pakai perahu ke anak-anak di pulau terpencil",
  ],
  [
    "Lapor jalan rusak pakai foto",
    "Aplikasi pengaduan jalan berlubang, warga tinggal kirim foto dan lokasinya",
  ],
  [
    "Posyandu buka pada hari libur",
    "Penimbangan balita jangan cuma hari kerja, ibu-ibu bekerja bisanya hari Sabtu",
  ],
  [
    "Papan informasi layanan di setiap kantor desa",
    "Tempel syarat dan biaya layanan di kantor desa biar warga tau",
  ],
  [
    "Pelatihan jualan online untuk ibu-ibu UMKM",
    "Ajari pelaku usaha kecil memasarkan produknya secara daring",
  ],
  [
    "Pengingat jadwal imunisasi lewat SMS",
    "Ibu yang punya bayi dikirimi pesan WA kalau sudah waktunya vaksin",
  ],
  ["Absensi pegawai dengan sidik jari", "Kehadiran ASN dicatat dgn fingerprint saja, jangan tanda tangan"],
  [
    "Rumah tunggu ibu hamil dekat rumah sakit",
    "Sediakan tempat menginap bagi bumil dari pulau jauh menjelang lahiran di RSUD",
  ],
  [
    "Kolom tanya jawab dengan bupati sebulan sekali",
    "Warga bisa bertanya langsung kepada Ibu Bupati lewat siaran radio tiap bulan",
  ],
  [
    "Pasar ikan pagi yang bersih dengan es gratis",
    "Sediakan es untuk pedagang ikan di pasar supaya ikan tidak busuk",
  ],
  [
    "Surat keterangan desa bisa diurus dari rumah",
    "Ngurus surat di kantor desa harusnya online saja, gak usah datang",
  ],
  ["Beasiswa untuk anak nelayan", "Bantu biaya kuliah anak-anak dari keluarga nelayan yang tidak mampu"],
  [
    "Lampu jalan tenaga surya di kampung",
    "Pasang penerangan jalan pakai panel surya di desa yang belum ada listrik",
  ],
  [
    "Kelas bahasa isyarat untuk petugas loket",
    "Petugas pelayanan belajar bahasa isyarat agar bisa melayani warga tuli",
  ],
  [
    "Kotak saran digital di kantor camat",
    "Pasang kode QR di kecamatan supaya orang bisa kasih masukan lewat HP",
  ],
  ["Satu data harga pangan setiap pekan", "Umumkan harga beras, cabai dan ikan di pasar tiap minggu"],
  ["Tanam mangrove bersama anak sekolah", "Ajak siswa menanam bakau di pantai yang terkena abrasi"],
  [
    "Dokter kunjungan ke pulau terluar sebulan sekali",
    "Tenaga medis datang rutin ke pulau-pulau jauh setiap bulan",
  ],
  ["Bus sekolah gratis dari kampung ke kota", "Anak desa perlu angkutan cuma-cuma untuk pergi ke sekolah"],
  [
    "Peringatan dini banjir lewat pengeras suara masjid dan gereja",
    "Kalau air sungai naik, umumkan bahaya banjir dari toa tempat ibadah",
  ],
  [
    "Cek stok obat puskesmas dari HP",
    "Ketersediaan obat di pusat kesehatan masyarakat bisa dilihat lewat aplikasi",
  ],
  ["Bayar pajak di kantor pos", "PBB bisa dibayar lewat pos supaya warga tidak jauh ke kota"],
  ["Rapat dinas maksimal satu jam", "Batasi lama rapat di kantor, paling lama 60 menit"],
  [
    "Magang untuk anak muda di kantor dinas",
    "Beri kesempatan pemuda lulusan SMK belajar kerja di kantor pemerintah",
  ],
  [
    "Tempat sampah terpilah di pantai wisata",
    "Pantai yang banyak turis perlu tong sampah organik dan plastik terpisah",
  ],
  [
    "Pojok bermain anak di ruang tunggu pelayanan",
    "Ruang tunggu kantor dukcapil dikasih mainan supaya anak tidak bosan",
  ],
  [
    "Pelatihan budidaya rumput laut bagi ibu-ibu",
    "Latih kelompok perempuan menanam dan mengolah rumput laut",
  ],
  ["Ambulans laut untuk pulau kecil", "Sediakan speedboat khusus pasien gawat yang harus dirujuk dari pulau"],
  [
    "Akta kelahiran selesai di rumah sakit",
    "Bayi yang baru lahir langsung dapat akte sebelum pulang dari RS",
  ],
  ["Vaksin anjing gratis untuk cegah rabies", "Suntik rabies hewan peliharaan tanpa bayar di tiap kampung"],
  [
    "Queue numbers for the clinic by text message",
    "Let patients register for the health centre over WhatsApp so nobody waits from dawn",
  ],
  ["Solar lights along village roads", "Put solar powered street lamps in villages without electricity"],
  ["Report potholes with a photo", "An app where citizens send pictures of damaged roads"],
  [
    "A weather warning for fishermen every morning",
    "Send wave and wind forecasts to fishers before they go out to sea",
  ],
  ["Free wifi di balai desa", "Sediakan internet gratis di kantor desa untuk anak belajar"],
  [
    "Kurangi kertas, pakai disposisi elektronik",
    "Surat masuk antar dinas jangan dicetak lagi, cukup lewat sistem digital",
  ],
  [
    "Jam layanan dukcapil sampai malam",
    "Kantor kependudukan buka sore juga, karena siang warga kerja di kebun",
  ],
  ["Dapur gizi untuk cegah stunting", "Masak makanan tambahan bergizi bersama kader bagi balita kurang gizi"],
  [
    "Nomor darurat satu untuk semua pulau",
    "Warga cukup menelepon satu nomor kalau ada keadaan gawat, di pulau mana saja",
  ],
  ["Buku tamu digital di kantor dinas", "Pengunjung kantor mengisi buku tamu lewat tablet, bukan kertas"],
  [
    "Mobil pemadam di tiap kecamatan",
    "Kecamatan belum punya mobil pemadam kebakaran, padahal rumah sering terbakar",
  ],
  ["Senam lansia tiap Jumat pagi", "Olahraga bersama kakek dan nenek setiap hari Jumat"],
  ["Guru honorer dapat bantuan transportasi", "Beri uang transpor untuk guru yang mengajar di kampung jauh"],
  [
    "Sumur bor untuk dusun yang kekeringan",
    "Dusun kami kesulitan air bersih waktu kemarau, tolong dibuatkan sumur",
  ],
  ["Layanan KB gratis di pustu", "Pustu sebaiknya melayani KB tanpa bayar"],
  ["Pasar malam produk UMKM sebulan sekali", "Tiap bulan ada pasar malam tempat usaha kecil jual hasilnya"],
  ["Surat nikah langsung dapat KK baru", "Pasangan yang baru menikah otomatis menerima kartu keluarga baru"],
  ["Kelas komputer untuk perangkat desa", "Perangkat desa dilatih memakai laptop dan komputer"],
  ["Peta daerah rawan longsor di balai desa", "Pasang peta tempat yang sering longsor supaya warga waspada"],
  ["Jalur khusus sepeda ke sekolah", "Anak-anak naik sepeda ke sekolah, perlu jalur yang aman"],
];

/** Ideas that share a place, a person or a word, and are not alike; then ideas that share nothing. */
const unrelated: [string, string][] = [
  ["Antrean puskesmas lewat pesan singkat", "Lapor jalan rusak lewat pesan singkat"],
  ["Antrean puskesmas lewat pesan singkat", "Tambah dokter gigi di puskesmas"],
  ["KTP diantar ke rumah warga lansia", "Senam bersama warga lansia setiap Jumat"],
  ["Kabar cuaca untuk nelayan sebelum melaut", "Beasiswa untuk anak nelayan"],
  ["Bank sampah di setiap sekolah", "Toilet bersih di setiap sekolah"],
  ["Lapor jalan rusak pakai foto", "Lomba foto wisata pantai"],
  ["Pelatihan jualan online untuk ibu-ibu UMKM", "Pelatihan pemadam kebakaran untuk pegawai"],
  ["Absensi pegawai dengan sidik jari", "Senam pagi pegawai setiap Jumat"],
  ["Rapat dinas maksimal satu jam", "Mobil dinas dipakai bersama"],
  ["Bayar pajak di kantor pos", "Taman bermain di depan kantor pos"],
  ["Bus sekolah gratis dari kampung ke kota", "Makan siang gratis di sekolah"],
  ["Dokter kunjungan ke pulau terluar sebulan sekali", "Kapal wisata ke pulau terluar"],
  ["Cek stok obat puskesmas dari HP", "Larangan main HP saat melayani warga"],
  ["Posyandu buka pada hari libur", "Perpustakaan kota tutup pada hari libur"],
  ["Tanam mangrove bersama anak sekolah", "Seragam gratis untuk anak sekolah"],
  ["Kotak saran digital di kantor camat", "Perbaiki atap kantor camat yang bocor"],
  ["Lampu jalan tenaga surya di kampung", "Lomba kampung bersih dan hijau"],
  ["Vaksin anjing gratis untuk cegah rabies", "Internet gratis di balai desa"],
  ["Report potholes with a photo", "A photo contest about our beaches"],
  ["Solar lights along village roads", "A football field for the village"],
  ["Perahu perpustakaan keliling antar pulau", "Bantuan mesin perahu bagi nelayan"],
  ["Akta kelahiran selesai di rumah sakit", "Parkir rumah sakit terlalu sempit"],
  ["Satu data harga pangan setiap pekan", "Data pegawai pensiun diperbarui setiap tahun"],
  ["Papan informasi layanan di setiap kantor desa", "Mesin fotokopi di setiap kantor desa"],
  ...rephrased.map(([idea], at): [string, string] => [
    idea,
    rephrased[(at + 5) % rephrased.length]?.[1] ?? "",
  ]),
];

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
