import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { funnelAt } from "../src/stages/funnel.ts";
import { type Chat, expect, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, last, opens, presses } from "./support/opens.ts";

const details = (chat: Chat, person: CastKey, code: string) =>
  chat.presses(person, "Rincian", { on: card(chat, code)?.id ?? 0 });
const idea = ({ app }: Chat, number: number) => app.db.idea.findFirstOrThrow({ where: { number } });
/** A press that no button of the bot offers. */
const forges = async (chat: Chat, person: "ana" | "yosef", data: string) => {
  const user = { id: who[person], is_bot: false, first_name: person };
  const message = {
    message_id: 1,
    date: 1,
    chat: { id: user.id, type: "private" as const, first_name: person },
  };
  const query = { id: "9", from: user, chat_instance: "1", data, message };
  await chat.take([{ update_id: 99_999_991, callback_query: query }] as never);
  await chat.settle();
};

describe("one question is open in private", () => {
  test("after two presses of Ubah a thank-you overwrites nothing", async ({ chat }) => {
    await opens(chat);
    await details(chat, "ana", "TNB-1");
    await presses(chat, "ana", "Ubah");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Antrean lewat WhatsApp");
    await chat.tells("ana", "Terima kasih ya");
    expect((await idea(chat, 1)).text).toBe("Antrean lewat WhatsApp");
  });

  test("what was asked before and not answered is not asked any more", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/profil");
    await presses(chat, "ana", "Ubah nama");
    await presses(chat, "ana", "Ubah unit");
    await chat.tells("ana", "Puskesmas Saumlaki");
    await chat.tells("ana", "Perahu perpustakaan untuk anak pulau");
    const ana = await chat.app.db.person.findFirstOrThrow({ where: { name: "Ana" } });
    expect(ana.printedName).toBeNull();
    expect(last(chat, "ana")).toContain("Perahu perpustakaan");
  });

  test("it stays open until its answer is understood", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/rencana TNB-1");
    await presses(chat, "ana", "Tambah langkah");
    await chat.tells("ana", "Cetak brosur");
    await chat.tells("ana", "Cetak brosur besok");
    expect(await chat.app.db.planItem.count()).toBe(1);
    await chat.tells("ana", "/profil");
    await presses(chat, "ana", "Ubah nama");
    await chat.tells("ana", "x".repeat(90));
    await chat.tells("ana", "dr. Ana");
    expect(last(chat, "ana")).toContain("nama Anda di dokumen: dr. Ana");
  });

  test("/cari asks once; what follows is no search", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/cari");
    await chat.tells("ana", "antrean");
    await chat.tells("ana", "Perahu perpustakaan untuk anak pulau");
    expect(last(chat, "ana")).not.toContain("Belum ada ide tentang");
  });

  test("a twin's button answers it too", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Antrean puskesmas lewat pesan WhatsApp");
    await details(chat, "budi", "TNB-2");
    await presses(chat, "budi", "Gabung");
    await presses(chat, "budi", "TNB-1");
    await presses(chat, "budi", "Pisahkan");
    await chat.tells("budi", "Rapat jam 1");
    expect((await idea(chat, 2)).state).toBe("posted");
  });

  test("its answer goes to the idea's lab, whichever lab is chosen", async ({ chat }) => {
    await opens(chat);
    const { db, clock } = chat.app;
    const { id: _, ...first } = await db.lab.findFirstOrThrow();
    const other = await db.lab.create({ data: { ...first, code: "XYZ", name: "Lab lain" } });
    const { id: personId } = await db.person.findFirstOrThrow({ where: { name: "Ana" } });
    await db.membership.create({ data: { personId, labId: other.id, roles: [], joinedAt: clock.now() } });
    await db.person.update({ where: { id: personId }, data: { currentLabId: other.id } });
    await details(chat, "ana", "TNB-1");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", "Antrean lewat WhatsApp");
    expect((await idea(chat, 1)).text).toBe("Antrean lewat WhatsApp");
  });
});

describe("what was decided stays decided", () => {
  test("a facilitator's question is not answered by who is one no more", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Lanjut ke Design dengan alasan");
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    await chat.tells("budi", "Sudah dibahas dalam rapat");
    expect(chat.heard("budi").at(-2)).toContain("bukan lagi untuk Anda");
    expect(last(chat, "budi")).toContain("Saya simpan dulu: Sudah dibahas dalam rapat");
    expect((await idea(chat, 1)).stage).toBe("diagnose");
  });

  test("a declined idea is not brought back by a forged press", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Kotak saran desa");
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Jangan terbitkan");
    await presses(chat, "budi", "Bukan ide");
    await forges(chat, "ana", `unwithdraw:${(await idea(chat, 2)).id}`);
    expect((await idea(chat, 2)).state).toBe("withdrawn");
  });

  test("an anonymous idea that was let through is not rewritten", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Kotak saran desa");
    await presses(chat, "ana", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    const press = { data: `change:${(await idea(chat, 2)).id}`, chat: who.ana };
    expect((await forgedPress(chat, who.ana, press)).text).toContain("tidak bisa diubah");
    await chat.tells("ana", "Kepala dinas X korupsi");
    await chat.pass(6_000);
    expect(card(chat, "TNB-2")?.text).not.toContain("korupsi");
  });

  test("a disowned idea does not come back when it is parted", async ({ chat }) => {
    await opens(chat);
    const on = await chat.says("yosef", "Antre puskesmas lewat WhatsApp");
    await chat.says("budi", "/ide", { replyTo: on });
    await details(chat, "budi", "TNB-2");
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await presses(chat, "yosef", "Bukan ide saya");
    await chat.pass(6_000);
    expect(card(chat, "TNB-1")?.text).not.toContain("Yosef");
    await presses(chat, "budi", "Pisahkan");
    expect((await idea(chat, 2)).state).toBe("withdrawn");
  });

  test("a disowned idea was in the funnel until then, and not after", async ({ chat }) => {
    await opens(chat);
    const on = await chat.says("yosef", "Antre puskesmas lewat WhatsApp");
    await chat.says("budi", "/ide", { replyTo: on });
    await chat.pass(60_000);
    const before = chat.clock.now();
    await chat.pass(60_000);
    await presses(chat, "yosef", "Bukan ide saya");
    const tnb = await chat.app.db.lab.findUniqueOrThrow({ where: { code: "TNB" } });
    const counts = [before, chat.clock.now()].map(
      async (at) => (await funnelAt(chat.app.db, tnb, at))[0]?.count,
    );
    expect(await Promise.all(counts)).toEqual([2, 1]);
  });
});

describe("joined ideas", () => {
  test("make no chains, and count once in the funnel", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Antre puskesmas lewat WhatsApp");
    await details(chat, "ana", "TNB-1");
    await presses(chat, "ana", "Tarik");
    await presses(chat, "ana", "Belum matang");
    await presses(chat, "ana", "Kembalikan");
    await chat.pass(6_000);
    await details(chat, "budi", "TNB-1");
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-2");
    const tnb = await chat.app.db.lab.findFirstOrThrow();
    const [diagnose] = await funnelAt(chat.app.db, tnb, chat.clock.now());
    expect(diagnose?.count).toBe(1);
    await details(chat, "budi", "TNB-2");
    expect(await presses(chat, "budi", "Gabung")).toContain("sudah menampung ide lain");
  });

  test("tell an anonymous author nothing that frightens, and others nothing of the author", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("yosef", "/profil unit Puskesmas Rahasia");
    await chat.tells("yosef", "/ide Kotak saran desa");
    await presses(chat, "yosef", "Kirim anonim");
    await presses(chat, "budi", "Terbitkan");
    await details(chat, "budi", "TNB-2");
    await presses(chat, "budi", "Gabung");
    await chat.tells("budi", "TNB-1");
    await chat.pass(6_000);
    expect(last(chat, "yosef")).toContain("Nama Anda tetap tidak diketahui");
    expect(card(chat, "TNB-1")?.text).not.toMatch(/Rahasia|Yosef/);
  });
});

test("a 👍 on a private notice about an idea is no vote", async ({ chat }) => {
  await opens(chat);
  await chat.says("maria", "Berapa warga?", { replyTo: card(chat, "TNB-1")?.id ?? 0 });
  const user = { id: who.ana, is_bot: false, first_name: "Ana" };
  const reaction = {
    ...{ chat: { id: who.ana, type: "private", first_name: "Ana" }, user, date: 1 },
    ...{ message_id: chat.sees("ana").at(-1)?.id, old_reaction: [] },
    new_reaction: [{ type: "emoji", emoji: "👍" }],
  };
  await chat.take([{ update_id: 99_999_992, message_reaction: reaction }] as never);
  await chat.settle();
  expect(await chat.app.db.vote.count()).toBe(0);
});

test("/cari takes “covid-19”, “119” and another lab's code for words", async ({ chat }) => {
  await opens(chat);
  await chat.says("yosef", "/ide Vaksin covid-19 keliling pulau");
  await chat.says("yosef", "/ide Layanan darurat 119 untuk desa");
  for (const [words, code] of [
    ["covid-19", "TNB-2"],
    ["119", "TNB-3"],
  ] as const) {
    await chat.tells("ana", `/cari ${words}`);
    expect(last(chat, "ana")).toContain(code);
  }
  await chat.tells("ana", "/cari XYZ-1");
  expect(last(chat, "ana")).not.toContain("TNB-1");
});

test("a plan with too many steps is refused whole", async ({ chat }) => {
  await opens(chat);
  const steps = Array.from({ length: 60 }, (_, n) => `Langkah ${n} besok`).join("\n");
  await chat.tells("ana", `/rencana TNB-1 ${steps}`);
  expect(last(chat, "ana")).toContain("paling banyak 50 langkah");
  expect(await chat.app.db.planItem.count()).toBe(0);
});

describe("what a leader or a facilitator is asked", () => {
  test("is not answered by a thank-you: no promise is made, until it is said to be one", async ({ chat }) => {
    await opens(chat);
    await chat.is("bupati", "leader");
    await chat.tells("bupati", "/komitmen TNB-1");
    await chat.tells("bupati", "Terima kasih Budi, besok saya lihat lagi ya");
    expect(last(chat, "bupati")).toContain("Pertanyaannya masih terbuka");
    expect(await chat.app.db.commitment.count()).toBe(0);
    const { id: draft } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "commitment" } });
    const { id: talk } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "talk" } });
    await chat.app.db.membership.updateMany({ where: { roles: { has: "leader" } }, data: { roles: [] } });
    const data = `answer:${talk}:${draft}:commitment`;
    await forgedPress(chat, who.bupati, { data, chat: who.bupati });
    expect(await chat.app.db.commitment.count()).toBe(0);
    await chat.is("bupati", "leader");
    await presses(chat, "bupati", "Ini jawabannya");
    expect(await chat.app.db.commitment.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("is not answered by another idea: no gate is passed for it", async ({ chat }) => {
    await opens(chat);
    await chat.tells("budi", "/tahap TNB-1");
    await presses(chat, "budi", "Design");
    await chat.tells("budi", "Bagaimana kalau setiap desa punya satu perahu untuk ibu hamil?");
    expect((await idea(chat, 1)).stage).toBe("diagnose");
    await chat.tells("budi", "Sudah dibahas dalam rapat dinas");
    expect((await idea(chat, 1)).stage).toBe("design");
  });
});
