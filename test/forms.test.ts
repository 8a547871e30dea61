import { describe } from "vitest";
import { answers } from "../src/forms/answers.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { questions } from "../src/questions/question.ts";
import { funnelAt } from "../src/stages/funnel.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { card, labels, last, opens, presses } from "./support/opens.ts";
import { pixel } from "./support/wire-world.ts";

const photo = { kind: "photo", bytes: pixel } as const;

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

describe("a file that comes with an answer, whatever was asked", () => {
  /** Asked about idea 1, by whatever else each kind of form has to know. */
  type Asked = [state: object, words: string, alone: Alone, along: "kept" | "told"];
  /** It waits for the words; it is kept at once; or words are asked for. */
  type Alone = "waits" | "kept" | "asked";

  const table = (
    ids: Record<"lab" | "step" | "pulse" | "told" | "called" | "decision" | "yosef", number>,
  ) => {
    const { lab, step, pulse, told, called, decision, yosef } = ids;
    const question = { idea: 1, host: "alone", text: "", rest: [] };
    return {
      affected: [question, "Lansia di pulau", "kept", "kept"],
      difference: [question, "Tidak ada yang menunggu", "kept", "kept"],
      benefit: [question, "Warga hemat waktu", "kept", "kept"],
      change: [{ idea: 1 }, "Antrean lewat WhatsApp", "waits", "kept"],
      experience: [{ lab, files: [] }, "Di Larat berhasil, tidak gagal", "waits", "kept"],
      place: [{ experience: told }, "Puskesmas Larat", "waits", "kept"],
      worked: [{ experience: told }, "Warga senang", "waits", "kept"],
      failed: [{ experience: told }, "Sinyal lemah", "waits", "kept"],
      evidence: [{ idea: 1, step }, "Sudah jalan", "kept", "kept"],
      answer: [{ challenge: called }, "Loket khusus lansia", "waits", "kept"],
      outcome: [{ idea: 1, kind: "result" }, "Antrean 20 menit", "waits", "kept"],
      material: [{ title: "", day: "", files: [], lab }, "Cara menulis ide", "waits", "kept"],
      idea: [{ files: [] }, "Bank sampah sekolah", "kept", "kept"],
      challenge: [{}, "Bagaimana supaya warga tidak antre?", "asked", "told"],
      plan: [{ idea: 1 }, "Cetak brosur besok", "asked", "told"],
      commitment: [{ lab }, "Anggaran disiapkan besok", "asked", "told"],
      join: [{ idea: 1 }, "TNB-99", "asked", "told"],
      name: [{ lab }, "dr. Ana", "asked", "told"],
      unit: [{ lab }, "Puskesmas Larat", "asked", "told"],
      people: [{ idea: 1, pulse }, "120", "asked", "told"],
      why: [{ idea: 1, pulse }, "Petugasnya pindah", "asked", "told"],
      stage: [{ idea: 1, to: "display" }, "Sudah dibahas di rapat", "asked", "told"],
      launch: [{ idea: 1 }, "kemarin", "asked", "told"],
      leaver: [{ lab }, "Yosef", "asked", "told"],
      newcomer: [{ lab, from: yosef }, "Maria", "asked", "told"],
      ideaUnit: [{ idea: 1 }, "Puskesmas Larat", "asked", "told"],
      coauthor: [{ idea: 1 }, "Yosef", "asked", "told"],
      search: [{}, "antrean", "asked", "told"],
      reason: [{ decision }, "Anggarannya ada", "asked", "told"],
      notice: [{ lab }, "Mohon jawab ide yang menunggu", "asked", "told"],
    } satisfies Record<string, Asked> as Record<string, Asked>;
  };

  /** Ana may answer whatever can be asked of anybody. */
  async function begins(chat: Chat) {
    await opens(chat);
    for (const role of ["mentor", "leader", "facilitator"] as const) await chat.is("ana", role);
    chat.app.admins = [who.ana];
    const { db, clock } = chat.app;
    const now = clock.now();
    await db.idea.updateMany({ data: { stage: "deliver" } });
    const { id: labId } = await db.lab.findFirstOrThrow();
    const personOf = (name: CastKey) =>
      db.person.findUniqueOrThrow({ where: { telegramId: BigInt(who[name]) } });
    const [{ id: personId }, { id: yosef }] = await Promise.all([personOf("ana"), personOf("yosef")]);
    const group = await db.chat.findFirstOrThrow({ where: { kind: { not: "private" } } });
    const endsAt = new Date(now.getTime() + 86_400_000);
    const step = { ideaId: 1, what: "Cetak", who: "", dueOn: now, createdAt: now, doneAt: now };
    const pulse = { ideaId: 1, days: 90, askedAt: now, state: "stopped" };
    const asked = { labId, chatId: group.id, text: "Apa?", startedAt: now, endsAt };
    const decided = { ideaId: 1, personId, kind: "support", decidedAt: now };
    const ids = {
      ...{ lab: labId, yosef, step: (await db.planItem.create({ data: step })).id },
      pulse: (await db.pulse.create({ data: pulse })).id,
      told: (await db.experience.create({ data: { labId, personId, text: "Kotak saran", sharedAt: now } }))
        .id,
      called: (await db.challenge.create({ data: asked })).id,
      decision: (await db.decision.create({ data: decided })).id,
    };
    return { personId, ids };
  }

  /** Opens a form of Ana's whose question is the last that she heard. */
  async function asks(
    { app, sees }: Chat,
    personId: number,
    { kind, state }: { kind: string; state: object },
  ) {
    const now = app.clock.now();
    const { id: chatId } = await app.db.chat.findUniqueOrThrow({ where: { telegramId: BigInt(who.ana) } });
    await app.db.draft.updateMany({ where: { personId, doneAt: null }, data: { doneAt: now } });
    const draft = await app.db.draft.create({ data: { personId, chatId, kind, state, createdAt: now } });
    const replyTo = sees("ana").findLast(({ from }) => from.bot)?.id ?? 0;
    const post = {
      chatId,
      rawChatId: BigInt(who.ana),
      messageId: replyTo,
      about: "draft",
      aboutId: draft.id,
    };
    await app.db.post.deleteMany({ where: { rawChatId: post.rawChatId, messageId: replyTo } });
    await app.db.post.create({ data: post });
    return { ...draft, replyTo };
  }

  const kept = async ({ app: { db } }: Chat) =>
    (await db.attachment.count()) +
    (await db.draft.findMany({ where: { kind: "talk" } })).filter(({ state }) =>
      JSON.stringify(state).includes("fileId"),
    ).length;

  const kinds = Object.keys(table({} as never));
  const few = Array.from({ length: Math.ceil(kinds.length / 6) }, (_, n) => kinds.slice(n * 6, n * 6 + 6));

  test("is thought of for each kind of form", () => {
    const all = [...Object.keys(answers), ...questions, "idea", "search", "reason", "notice"];
    expect(kinds.toSorted()).toEqual(all.sort());
  });

  test.for(few)(
    "is kept, or its giver is told; alone it waits for words, or they are asked for: %s, …",
    async (some, { chat }) => {
      const { personId, ids } = await begins(chat);
      const wanted = table(ids);
      for (const kind of some) {
        const [state, words, alone, along] = wanted[kind] as Asked;
        const { id, replyTo } = await asks(chat, personId, { kind, state });
        const [first, heard] = [await kept(chat), chat.heard("ana").length];
        await chat.sends("ana", photo, { replyTo });
        const said = chat.heard("ana").slice(heard).join();
        const second = await kept(chat);
        const { doneAt } = await chat.app.db.draft.findUniqueOrThrow({ where: { id } });
        const waits = said.includes("Sekarang tulis jawabannya");
        const isAsked = said.includes("berkasnya tidak saya simpan") && doneAt === null;
        const was = second > first ? "kept" : waits && doneAt === null ? "waits" : isAsked ? "asked" : "lost";

        await chat.sends("ana", photo, { text: words, replyTo });
        const told = chat.heard("ana").slice(heard).join().includes("tidak ikut tersimpan");
        const isKept = (await kept(chat)) - second === (waits ? 2 : 1);
        expect([kind, was, told ? "told" : isKept ? "kept" : "lost"]).toEqual([kind, alone, along]);
        await chat.pass(61_000);
      }
      expect(chat.errors).toEqual([]);
    },
  );

  test("is said to be left out in English too, and where to send it", async ({ chat }) => {
    const { personId, ids } = await begins(chat);
    await chat.tells("ana", "/bahasa en");
    const { replyTo } = await asks(chat, personId, { kind: "plan", state: { idea: 1 } });
    await chat.sends("ana", photo, { text: "Cetak brosur besok", replyTo });
    expect(last(chat, "ana")).toContain("The file was not kept. To keep it, reply to the idea’s card");
    const name = await asks(chat, personId, { kind: "name", state: { lab: ids.lab } });
    await chat.sends("ana", photo, { text: "dr. Ana", replyTo: name.replyTo });
    expect(last(chat, "ana")).toContain("send it again with /idea");
  });

  test("waits for the words with its whole album, and is kept with what the answer makes", async ({
    chat,
  }) => {
    const { personId } = await begins(chat);
    await asks(chat, personId, { kind: "outcome", state: { idea: 1, kind: "result" } });
    const heard = chat.heard("ana").length;
    await chat.sends("ana", photo, { album: "9" });
    await chat.sends("ana", photo, { album: "9" });
    expect(chat.heard("ana").slice(heard)).toHaveLength(1);
    await chat.tells("ana", "Antrean dari dua jam menjadi 20 menit");
    expect(await chat.app.db.attachment.count({ where: { ideaId: 1 } })).toBe(2);
    expect(card(chat)?.text).toContain("📎 2 berkas");
    expect(chat.errors).toEqual([]);
  });
});

describe("Batal", () => {
  const onLast = (chat: Chat, person: CastKey) => chat.sees(person).at(-1)?.id ?? 0;
  const asksName = async (chat: Chat) => {
    await chat.tells("ana", "/profil");
    await presses(chat, "ana", "Ubah nama");
    return onLast(chat, "ana");
  };

  test("ends the question that it stands under; what is written next is what it is", async ({ chat }) => {
    await opens(chat);
    const on = await asksName(chat);
    const asked = last(chat, "ana");
    expect(labels(chat, "ana")).toEqual(["Batal"]);
    await presses(chat, "ana", "Batal");
    expect(last(chat, "ana")).toContain("Baik, tidak jadi");
    expect(chat.heard("ana").at(-2)).toBe(asked);
    await chat.tells("ana", "Perahu perpustakaan untuk anak pulau");
    expect(last(chat, "ana")).toContain("Perahu perpustakaan");
    const ana = await chat.app.db.person.findFirstOrThrow({ where: { name: "Ana" } });
    expect(ana.printedName).toBeNull();
    const heard = chat.heard("ana").length;
    expect(await chat.presses("ana", "Batal", { in: who.ana, on })).toContain("sudah ditutup");
    expect(chat.heard("ana")).toHaveLength(heard);
    expect(chat.errors).toEqual([]);
  });

  test("of an older question ends no newer one, and says so; an answered one is done", async ({ chat }) => {
    await opens(chat);
    const old = await asksName(chat);
    await chat.tells("ana", "/rencana TNB-1");
    await presses(chat, "ana", "Tambah langkah");
    const newer = onLast(chat, "ana");
    expect(await chat.presses("ana", "Batal", { in: who.ana, on: old })).toContain(
      "Yang lebih baru masih menunggu",
    );
    await chat.tells("ana", "Cetak brosur besok");
    expect(await chat.app.db.planItem.count()).toBe(1);
    expect(await chat.presses("ana", "Batal", { in: who.ana, on: newer })).toContain("sudah ditutup");
    expect(await chat.app.db.planItem.count()).toBe(1);
  });

  test("is under each question in private, also once an answer was refused or a button changed it", async ({
    chat,
  }) => {
    await opens(chat);
    for (const asks of ["/ide", "/cari", "/pengalaman", "/rencana TNB-1"]) {
      await chat.tells("ana", asks);
      if (asks.startsWith("/rencana")) await presses(chat, "ana", "Tambah langkah");
      expect([asks, labels(chat, "ana").at(-1)]).toEqual([asks, "Batal"]);
    }
    await chat.tells("ana", "Cetak brosur");
    expect(labels(chat, "ana").at(-1)).toBe("Batal");
    await details(chat, "ana", "TNB-1");
    await presses(chat, "ana", "Lengkapi");
    await presses(chat, "ana", "Penulis bersama");
    await presses(chat, "ana", "+ Yosef");
    expect(labels(chat, "ana").at(-1)).toBe("Batal");
    await chat.tells("ana", "Zulkifli");
    const unknown = onLast(chat, "ana");
    await presses(chat, "ana", "Batal");
    expect(chat.sees("ana").find(({ id }) => id === unknown)?.text).toContain("Tidak ada “Zulkifli”");
    await chat.tells("ana", "Maria");
    expect(await chat.app.db.coAuthor.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });

  test("is not there where Lewati is, nor in a group; a forged press ends nobody else's", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.tells("ana", "/ide Perahu perpustakaan keliling pulau");
    expect(labels(chat, "ana")).toContain("Lewati");
    expect(labels(chat, "ana")).not.toContain("Batal");
    await chat.says("ana", "/ide");
    const asked = chat.sees("ana", lab).at(-1);
    expect(asked?.forceReply).toBeDefined();
    expect(asked?.buttons ?? []).toEqual([]);
    await asksName(chat);
    const { id } = await chat.app.db.draft.findFirstOrThrow({ where: { kind: "name" } });
    await forgedPress(chat, who.yosef, { data: `endForm:${id}`, chat: who.yosef });
    await forgedPress(chat, who.ana, { data: `endForm:${id}`, chat: lab });
    expect((await chat.app.db.draft.findUniqueOrThrow({ where: { id } })).doneAt).toBeNull();
  });

  test("says so where files waited for the words, which are kept with nothing", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/pengalaman");
    await chat.sends("ana", photo);
    expect(labels(chat, "ana")).toEqual(["Batal"]);
    await presses(chat, "ana", "Batal");
    expect(chat.heard("ana").at(-2)).toContain("Baik, tidak jadi");
    expect(last(chat, "ana")).toContain("tidak ikut tersimpan");
    expect(await chat.app.db.attachment.count()).toBe(0);
    expect(chat.errors).toEqual([]);
  });

  test("is called Cancel in English", async ({ chat }) => {
    await opens(chat);
    await chat.tells("ana", "/bahasa en");
    await chat.tells("ana", "/cari");
    expect(labels(chat, "ana")).toEqual(["Cancel"]);
    await presses(chat, "ana", "Cancel");
    expect(last(chat, "ana")).toContain("never mind");
    await chat.tells("ana", "antrean puskesmas");
    expect(last(chat, "ana")).toContain("antrean puskesmas");
    expect(await chat.app.db.draft.count({ where: { kind: "search", doneAt: null } })).toBe(0);
  });
});
