import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";

const DAY = 86_400_000;
const states = async ({ app }: Chat) =>
  (await app.db.idea.findMany({ orderBy: { number: "asc" } })).map(({ state }) => state);
const signs = (chat: Chat, person: CastKey, id: number) =>
  chat
    .sees(person, lab)
    .find((message) => message.id === id)
    ?.reactions?.map(({ emoji }) => emoji);
const setLab = (chat: Chat, data: object) => chat.app.db.lab.updateMany({ data });

describe("a day's limit", () => {
  test("keeps the idea that is one too many for tomorrow, and says so privately", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { dailyLimit: 2 });
    await chat.says("ana", "/ide Perahu keliling");
    const before = chat.heard("yosef", lab).length;
    const third = await chat.says("ana", "/ide Taman baca");
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    expect(signs(chat, "ana", third)).toBeUndefined();
    expect(last(chat, "ana")).toContain("Hari ini sudah 2 ide dari Anda");
    expect(last(chat, "ana")).toContain("tersimpan sebagai TNB-3: Taman baca");
    expect(await states(chat)).toEqual(["posted", "posted", "draft"]);

    expect(await presses(chat, "ana", "Kirim ke grup")).toContain("besok bisa dikirim");
    expect(await states(chat)).toEqual(["posted", "posted", "draft"]);
    await chat.pass(DAY);
    await presses(chat, "ana", "Kirim ke grup");
    expect(await states(chat)).toEqual(["posted", "posted", "posted"]);
    expect(card(chat, "TNB-3")?.replyTo?.id).toBe(third);
    expect(chat.errors).toEqual([]);
  });

  test("is a day of the lab's zone", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { dailyLimit: 1 });
    await chat.pass(8 * 3_600_000); // 23:00 in eastern Indonesia
    await chat.says("ana", "/ide Perahu keliling");
    await chat.says("ana", "/ide Taman baca");
    await chat.pass(3_600_000);
    await chat.says("ana", "/ide Kebun sekolah");
    expect(await states(chat)).toEqual(["posted", "draft", "draft", "posted"]);
  });

  test("holds for what is told in private, by name or without one", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { dailyLimit: 1 });
    await chat.tells("ana", "/ide Perahu keliling");
    expect(await presses(chat, "ana", "Kirim ke grup")).toContain("Hari ini sudah 1 ide");
    expect(await presses(chat, "ana", "Kirim anonim")).toContain("Hari ini sudah 1 ide");
    await chat.tells("ana", "/ide");
    await presses(chat, "ana", "Anonim");
    await chat.tells("ana", "Taman baca");
    expect(last(chat, "ana")).toContain("tersimpan sebagai TNB-3");
    expect(labels(chat, "ana")).toEqual(["Kirim anonim"]);
    expect(chat.heard("budi").join()).not.toContain("Taman baca");
    await chat.pass(DAY);
    await presses(chat, "ana", "Kirim anonim");
    expect(await states(chat)).toEqual(["posted", "draft", "waiting"]);
    expect(chat.errors).toEqual([]);
  });

  test("is no facilitator's, and none for whoever records what others said", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { dailyLimit: 1 });
    for (const text of ["Perahu keliling", "Taman baca"]) await chat.says("budi", `/ide ${text}`);
    for (const text of ["Kebun sekolah", "Bank sampah"])
      await chat.says("ana", "/ide", { replyTo: await chat.says("yosef", text) });
    expect(await states(chat)).toEqual(Array(5).fill("posted"));
    await chat.says("ana", "/ide", { replyTo: await chat.says("ana", "Pojok laktasi") });
    expect((await states(chat)).at(-1)).toBe("draft");
    expect(last(chat, "ana")).toContain("TNB-6");
  });

  test("is another for a session: so many answers of one person, and no card is missed", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { dailyLimit: 2 });
    await chat.says("budi", "/tantangan Apa yang membuat warga menunggu?");
    const board = chat.sees("yosef", lab).at(-1)?.id ?? 0;
    for (const text of ["Loket tutup", "Berkas hilang", "Antre dua kali"])
      await chat.says("ana", text, { replyTo: board });
    expect(last(chat, "ana")).toContain("tersimpan sebagai TNB-4");
    await chat.says("ana", "/ide Perahu keliling");
    expect(await states(chat)).toEqual(["posted", "posted", "posted", "draft", "posted"]);
  });

  test("is a facilitator's to set, by text and by button", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/pengaturan batas 500");
    expect(last(chat, "budi")).toContain("1 sampai 200");
    await chat.tells("budi", "/pengaturan batas 30");
    expect(last(chat, "budi")).toContain("Batas: 30 ide per orang per hari");
    await presses(chat, "budi", "Batas ide per hari");
    await presses(chat, "budi", "Tanpa batas");
    expect(last(chat, "budi")).toContain("Batas: tanpa batas");
    expect(await chat.app.db.lab.findFirst()).toMatchObject({ dailyLimit: 0 });
    await chat.tells("ana", "/pengaturan batas 1");
    expect(last(chat, "ana")).toContain("fasilitator");
    expect(chat.errors).toEqual([]);
  });
});

describe("screening", () => {
  const screened = async (chat: Chat) => {
    await opens(chat);
    await chat.tells("budi", "/pengaturan saring hidup");
  };

  test("lets an idea wait for a yes: then its card is below the words that it came from", async ({
    chat,
  }) => {
    await screened(chat);
    const asked = await chat.says("ana", "/ide Perahu keliling");
    expect(signs(chat, "ana", asked)).toEqual(["👀"]);
    expect(card(chat, "TNB-2")).toBeUndefined();
    expect(last(chat, "ana")).toContain("TNB-2 tersimpan: Perahu keliling");
    expect(last(chat, "budi")).toContain("Ide baru dari Ana, TNB-2");
    expect(labels(chat, "budi")).toEqual(["Setujui", "Tolak", "Setujui & percayai penulis"]);
    await presses(chat, "budi", "Setujui");
    expect(card(chat, "TNB-2")?.replyTo?.id).toBe(asked);
    expect(last(chat, "ana")).toContain("TNB-2 sudah terbit di grup Lab Tanimbar. ");
    expect(chat.errors).toEqual([]);
  });

  test("with trust is needed once; it is taken back under Rincian, and offered when an idea is hidden", async ({
    chat,
  }) => {
    await screened(chat);
    await chat.says("ana", "/ide Perahu keliling");
    await presses(chat, "budi", "Setujui & percayai penulis");
    expect(last(chat, "ana")).toContain("tidak perlu menunggu lagi");
    await chat.says("ana", "/ide Taman baca");
    expect(await states(chat)).toEqual(["posted", "posted", "posted"]);

    await chat.presses("budi", "Rincian");
    expect(await presses(chat, "budi", "Jangan percayai penulis lagi")).toContain("menunggu persetujuan");
    await chat.says("ana", "/ide Kebun sekolah");
    expect((await states(chat)).at(-1)).toBe("waiting");

    await presses(chat, "budi", "Setujui & percayai penulis");
    await chat.presses("budi", "Rincian");
    await presses(chat, "budi", "Sembunyikan");
    await presses(chat, "budi", "Tidak pantas");
    await presses(chat, "budi", "Jangan percayai penulis lagi");
    expect(await chat.app.db.membership.count({ where: { trustedAt: { not: null } } })).toBe(0);
    await chat.presses("yosef", "Rincian", { on: card(chat)?.id ?? 0 });
    expect(labels(chat, "yosef").join()).not.toContain("percayai");
    expect(chat.errors).toEqual([]);
  });

  test("a no has a reason that the author reads, is kept, and can be taken back", async ({ chat }) => {
    await screened(chat);
    await chat.tells("ana", "/ide Perahu keliling");
    await presses(chat, "ana", "Kirim ke grup");
    expect(last(chat, "ana")).toContain("Fasilitator melihatnya dulu");
    const on = chat.sees("budi").at(-1)?.id ?? 0;
    await presses(chat, "budi", "Tolak");
    expect(chat.sees("budi").find(({ id }) => id === on)?.text).toContain("Mengapa tidak diterbitkan");
    await presses(chat, "budi", "Kembali");
    await presses(chat, "budi", "Tolak");
    await presses(chat, "budi", "Bukan ide");
    expect(last(chat, "ana")).toContain("Alasan: bukan ide");
    expect(await chat.app.db.removal.findMany()).toMatchObject([{ kind: "declined", reason: "noIdea" }]);
    expect((await states(chat)).at(-1)).toBe("withdrawn");
    await presses(chat, "budi", "Kembalikan");
    expect(last(chat, "ana")).toContain("Fasilitator melihatnya dulu");
    await presses(chat, "budi", "Setujui");
    expect((await states(chat)).at(-1)).toBe("posted");
    expect(chat.errors).toEqual([]);
  });

  test("holds nobody with a role, no session, and nobody where it is off", async ({ chat }) => {
    await screened(chat);
    await chat.says("maria", "/ide Perahu keliling");
    await chat.says("budi", "/tantangan Apa yang membuat warga menunggu?");
    await chat.says("ana", "Loket tutup", { replyTo: chat.sees("yosef", lab).at(-1)?.id ?? 0 });
    await chat.says("maria", "/ide", { replyTo: await chat.says("yosef", "Bank sampah") });
    await chat.says("yosef", "/ide", { replyTo: await chat.says("ana", "Kebun sekolah") });
    expect(await states(chat)).toEqual(["posted", "posted", "posted", "posted", "waiting"]);
    await chat.tells("budi", "/pengaturan saring mati");
    await chat.says("ana", "/ide Taman baca");
    expect((await states(chat)).at(-1)).toBe("posted");
  });

  test("an anonymous idea always waits, and offers no trust", async ({ chat }) => {
    await screened(chat);
    await chat.app.db.membership.updateMany({ data: { trustedAt: chat.clock.now() } });
    await chat.tells("ana", "/ide Perahu keliling");
    await presses(chat, "ana", "Kirim anonim");
    expect(labels(chat, "budi")).toEqual(["Terbitkan", "Jangan terbitkan"]);
    await presses(chat, "budi", "Terbitkan");
    await chat.presses("budi", "Rincian", { on: card(chat, "TNB-2")?.id ?? 0 });
    expect(labels(chat, "budi").join()).not.toContain("ercayai");
  });

  test("asks whoever becomes a facilitator for what waits already, by whatever way", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { screens: true });
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    await chat.tells("ana", "/ide");
    await presses(chat, "ana", "Anonim");
    await chat.tells("ana", "Kantor buka pada hari Sabtu");
    expect(last(chat, "ana")).toContain("belum punya fasilitator");
    await chat.says("yosef", "/ide Perahu keliling");
    expect(await states(chat)).toEqual(["posted", "waiting", "waiting"]);

    await chat.says("ana", "/start");
    await chat.presses("budi", "Saya fasilitator");
    const heard = chat.heard("budi").slice(-2);
    expect(heard[0]).toContain("Kantor buka pada hari Sabtu");
    expect(heard[0]).not.toContain("Ana");
    expect(heard[1]).toContain("Yosef");
    const hello = await chat.says("maria", "halo");
    await chat.says("budi", "/tim fasilitator", { replyTo: hello });
    expect(last(chat, "maria")).toContain("Perahu keliling");
    await presses(chat, "maria", "Setujui");
    expect(await states(chat)).toEqual(["posted", "waiting", "posted"]);
  });

  test("tells facilitators of what an author whom they do not trust changes afterwards", async ({ chat }) => {
    await screened(chat);
    const said = await chat.says("ana", "/ide Perahu keliling");
    await presses(chat, "budi", "Setujui");
    chat.world.edit(who.ana, lab, said, "/ide Perahu judi");
    await chat.settle();
    expect(last(chat, "budi")).toContain("TNB-2");
    expect(chat.sees("budi").at(-1)?.html).toContain("<b>judi</b>");
  });

  test("is a facilitator's: a member's forged press does nothing", async ({ chat }) => {
    await screened(chat);
    await chat.says("ana", "/ide Perahu keliling");
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    expect(await presses(chat, "budi", "Setujui & percayai penulis")).toContain("fasilitator");
    expect((await states(chat)).at(-1)).toBe("waiting");
    expect(await chat.app.db.membership.count({ where: { trustedAt: { not: null } } })).toBe(0);
  });

  test("speaks English to who reads English", async ({ chat }) => {
    await screened(chat);
    await chat.app.db.person.updateMany({ data: { locale: "en" } });
    await chat.says("ana", "/ide A floating library");
    expect(last(chat, "ana")).toContain("A facilitator looks at it");
    expect(last(chat, "budi")).toContain("A new idea from Ana");
    expect(labels(chat, "budi")).toContain("Approve & trust the author");
  });
});

describe("an idea that waits for a yes", () => {
  test("is taken back by its author, and waits again when brought back", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Perahu perpustakaan");
    await presses(chat, "ana", "Kirim anonim");
    await chat.starts("ana", "i_TNB-2");
    await presses(chat, "ana", "Tarik");
    await presses(chat, "ana", "Belum matang");
    expect(await chat.presses("budi", "Terbitkan", { in: who.budi })).toContain("sudah ditangani");
    expect(card(chat, "TNB-2")).toBeUndefined();
    await chat.starts("ana", "i_TNB-2");
    await presses(chat, "ana", "Kembalikan");
    expect(last(chat, "ana")).toContain("menunggu persetujuan fasilitator lagi");
    await presses(chat, "budi", "Terbitkan");
    await chat.pass(6_000);
    expect(card(chat, "TNB-2")?.text).toContain("Anonim");
    expect(chat.errors).toEqual([]);
  });

  test("stays as facilitators read it when its message is edited; its author is told", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { screens: true });
    const on = await chat.says("yosef", "/ide Kebun gizi di Larat");
    chat.world.edit(who.yosef, lab, on, "/ide Kebun gizi di Seira");
    await chat.settle();
    expect(last(chat, "yosef")).toContain("masih menunggu persetujuan fasilitator");
    expect((await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } })).text).toContain("Larat");
    expect(labels(chat, "yosef")).toEqual(["Tarik"]);
  });

  test("and is somebody else's words: who sent them is trusted and told, the writer may disown them", async ({
    chat,
  }) => {
    await opens(chat);
    await setLab(chat, { screens: true });
    const on = await chat.says("ana", "Kebun gizi di halaman puskesmas");
    await chat.says("yosef", "/ide", { replyTo: on });
    expect(last(chat, "budi")).toContain("Ide baru dari Ana (dicatat oleh Yosef)");
    await presses(chat, "budi", "percayai");
    const trusted = await chat.app.db.membership.findMany({
      where: { trustedAt: { not: null } },
      include: { person: true },
    });
    expect(trusted.map(({ person }) => person.name)).toEqual(["Yosef"]);
    expect(last(chat, "budi")).toContain("Ide Yosef berikutnya");
    expect(last(chat, "yosef")).toContain("sudah terbit");
    expect(last(chat, "ana")).toContain("Yosef mencatat pesan Anda");
    expect(labels(chat, "ana")).toContain("Bukan ide saya");
  });

  test("and is declined stands so in its author's list, and its link tells why", async ({ chat }) => {
    await opens(chat);
    await setLab(chat, { screens: true });
    await chat.says("ana", "/ide Kebun gizi");
    await presses(chat, "budi", "Tolak");
    await presses(chat, "budi", "Sama");
    await chat.tells("ana", "/ideku");
    expect(last(chat, "ana")).toMatch(/TNB-2 Kebun gizi\s+tidak diterbitkan fasilitator/);
    await chat.starts("ana", "i_TNB-2");
    expect(last(chat, "ana")).toContain("sama dengan ide lain");
    expect(chat.errors).toEqual([]);
  });
});

test("a draft that is not to be sent is kept again with one press", async ({ chat }) => {
  await opens(chat);
  await chat.tells("ana", "/ide Perahu perpustakaan");
  await presses(chat, "ana", "Jangan kirim");
  await presses(chat, "ana", "Kembalikan");
  await presses(chat, "ana", "Kirim ke grup");
  await chat.pass(6_000);
  expect(card(chat, "TNB-2")?.text).toContain("Perahu perpustakaan");
  expect(chat.errors).toEqual([]);
});

test("an author hears what a facilitator told of the idea, and what stood there before", async ({ chat }) => {
  await opens(chat);
  for (const [person, words] of [
    ["ana", "Menghemat dua jam bagi 300 pasien"],
    ["budi", "Hemat waktu"],
  ] as const) {
    await chat.starts(person, "i_TNB-1");
    await presses(chat, person, "Lengkapi");
    await presses(chat, person, "Manfaat");
    await chat.tells(person, words);
  }
  expect(last(chat, "ana")).toMatch(
    /Budi melengkapi ide Anda TNB-1[\s\S]*Hemat waktu[\s\S]*Menghemat dua jam/,
  );
});
