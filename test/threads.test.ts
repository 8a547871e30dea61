import { describe } from "vitest";
import { type Chat, expect, lab, test } from "./support/chat.ts";

const talk = [
  "Kapal puskesmas keliling sering terlambat karena bahan bakar belum tersedia di pelabuhan.",
  "Jadwal kapal sebaiknya diumumkan lewat radio desa setiap hari Senin pagi.",
  "Siapa yang akan menghubungi Dinas Perhubungan soal bahan bakar?",
  "Saya akan menghubungi Dinas Perhubungan besok pagi.",
  "Radio desa menjangkau semua pulau, jadi pengumuman jadwal kapal di sana paling mudah.",
];

/** The bot hears all, and the lab keeps it. */
async function recorded(chat: Chat) {
  await chat.opens();
  await chat.app.db.lab.updateMany({ data: { recordsTalk: true } });
  chat.world.setPrivacy(false);
  for (const text of talk) await chat.says("ana", text);
}

const last = (chat: Chat) => chat.sees("yosef", lab).at(-1);

describe("a group's talk", () => {
  test("is kept only after that was turned on", async ({ chat }) => {
    await chat.opens();
    chat.world.setPrivacy(false);
    await chat.says("ana", "Belum dicatat.");
    expect(await chat.app.db.line.count()).toBe(0);
    await recorded(chat);
    await chat.says("ana", "/semuaide");
    expect(await chat.app.db.line.count()).toBe(talk.length);
  });
});

describe("/ringkas", () => {
  test("is tried three times; then whoever asked is told that it failed", async ({ chat }) => {
    await recorded(chat);
    await chat.app.db.$executeRaw`create function jam() returns trigger language plpgsql as $$ begin
      if new."writtenAt" is not null and new.failures < 3 then raise exception 'jam'; end if; return new; end $$`;
    await chat.app.db
      .$executeRaw`create trigger jam before update on "Summary" for each row execute function jam()`;
    await chat.says("yosef", "/ringkas 1 hari");
    for (let second = 0; second < 5; second++) await chat.pass(1_000);
    expect(last(chat)?.html).toContain("gagal saya buat");
    expect(await chat.app.db.summary.findFirstOrThrow()).toMatchObject({
      failures: 3,
      writtenAt: expect.any(Date),
    });
  });

  test("bare asks how far back, and a button answers with links to the messages", async ({ chat }) => {
    await recorded(chat);
    await chat.says("yosef", "/ringkas");
    await chat.presses("yosef", "Hari ini");
    await chat.pass(1_000);
    expect(last(chat)?.html).toContain("disusun otomatis dari kutipan");
    expect(last(chat)?.html).toMatch(/https:\/\/t\.me\/c\/1000000001\/\d+/);
    expect(last(chat)?.html).toContain("27 Nov");
    expect(chat.errors).toEqual([]);
  });

  test("takes a typed span, and answers once", async ({ chat }) => {
    await recorded(chat);
    const asked = await chat.says("yosef", "/ringkas 3 hari");
    await chat.pass(1_000);
    await chat.pass(1_000);
    const answers = chat.sees("yosef", lab).filter(({ html }) => html?.includes("disusun otomatis"));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.replyTo?.id).toBe(asked);
  });

  test("helps with a span that it does not understand", async ({ chat }) => {
    await chat.opens();
    await chat.says("yosef", "/ringkas kemarin dulu");
    expect(chat.heard("yosef", lab).at(-1)).toContain("/ringkas 3 hari");
  });

  test("on a card is about that idea's thread", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    const card = last(chat)?.id ?? 0;
    await chat.says("yosef", "Setuju, di Saumlaki antrean dimulai pukul lima pagi.", { replyTo: card });
    await chat.says("maria", "/ringkas", { replyTo: card });
    await chat.pass(1_000);
    expect(chat.heard("yosef", lab).at(-1)).toContain("Ringkasan TNB-1");
    expect(chat.heard("yosef", lab).at(-1)).toContain("Saumlaki");
  });

  test("offers to record where nothing is, and is friendly about it", async ({ chat }) => {
    await chat.opens();
    await chat.says("yosef", "/ringkas 1 pekan");
    await chat.pass(1_000);
    expect(chat.heard("yosef", lab).at(-1)).toContain("Belum ada yang dapat diringkas");
    await chat.presses("budi", "Catat percakapan");
    expect((await chat.app.db.lab.findFirstOrThrow()).recordsTalk).toBe(true);
  });

  test("in private is about the lab's group, and answered privately, also at night", async ({ chat }) => {
    await recorded(chat);
    await chat.starts("ana");
    await chat.pass(8 * 3_600_000);
    await chat.tells("ana", "/ringkas 12 jam");
    await chat.pass(1_000);
    expect(chat.heard("ana").at(-1)).toContain("Ringkasan Lab Tanimbar");
  });
});
