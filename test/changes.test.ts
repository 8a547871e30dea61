import { describe } from "vitest";
import { type CastKey, who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { card, labels, last, opens, presses, QUEUE } from "./support/opens.ts";

const opensDetails = (chat: Chat, person: CastKey) => chat.presses(person, "Rincian");

describe("a 👍 under a card", () => {
  test("is the same vote as its button, once, and is taken back with it", async ({ chat }) => {
    await opens(chat);
    const on = card(chat)?.id ?? 0;
    const react = async (emoji: string | null) => {
      chat.world.react(who.yosef, lab, on, emoji);
      await chat.pass(6_000);
    };
    await react("👍");
    expect(card(chat)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
    await chat.presses("yosef", "👍");
    expect(await chat.app.db.vote.count()).toBe(1);
    await react("🔥");
    expect(await chat.app.db.vote.count()).toBe(0);
    await react("👍");
    await react(null);
    expect(card(chat)?.buttons?.[0]?.[0]?.text).toBe("👍 0");
    expect(chat.errors).toEqual([]);
  });

  test("under any other message says nothing", async ({ chat }) => {
    await opens(chat);
    const on = await chat.says("ana", "Selamat pagi");
    chat.world.react(who.yosef, lab, on, "👍");
    await chat.settle();
    expect(await chat.app.db.vote.count()).toBe(0);
    expect(chat.errors).toEqual([]);
  });
});

describe("Ubah", () => {
  test("takes a photo along; what was no new words leaves nothing behind, and nobody hears twice", async ({
    chat,
  }) => {
    await opens(chat);
    await chat.starts("ana", "i_TNB-1");
    await presses(chat, "ana", "Ubah");
    const photo = { kind: "photo", bytes: new Uint8Array(900) } as const;
    await chat.sends("ana", photo, { text: "Pak, gaji saya belum masuk, rekening 12345" });
    expect(await chat.app.db.attachment.count()).toBe(1);
    await presses(chat, "ana", "Bukan jawaban");
    expect(last(chat, "ana")).toContain("Apakah ini sebuah ide?");
    expect(await chat.app.db.attachment.count()).toBe(0);
    expect(await chat.app.db.version.count()).toBe(0);
    expect((await chat.app.db.idea.findFirstOrThrow()).text).toBe(QUEUE);
    await chat.starts("yosef", "i_TNB-1");
    expect(labels(chat, "yosef").join()).not.toContain("2/");
    expect(chat.errors).toEqual([]);
  });

  test("keeps the old words, and shows the difference to whoever answered them", async ({ chat }) => {
    await opens(chat);
    await chat.says("maria", "Berapa warga?", { replyTo: card(chat)?.id ?? 0 });
    await opensDetails(chat, "ana");
    await presses(chat, "ana", "Ubah");
    expect(last(chat, "ana")).toContain(QUEUE);
    await chat.tells("ana", "Antrean puskesmas lewat WhatsApp");
    expect(last(chat, "ana")).toContain("TNB-1 sudah diubah");
    const told = chat.sees("maria").at(-1);
    expect(told?.html).toContain("<s>pesan singkat</s><b>WhatsApp</b>");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("WhatsApp");
    expect(await chat.app.db.version.findMany()).toMatchObject([{ number: 1, text: QUEUE }]);

    await chat.says("maria", "Bagus.", { replyTo: card(chat)?.id ?? 0 });
    const given = await chat.app.db.feedback.findMany({ orderBy: { id: "asc" } });
    expect(given.map(({ version }) => version)).toEqual([1, 2]);
    expect(chat.errors).toEqual([]);
  });

  test("with the same words changes nothing, and is its author's alone", async ({ chat }) => {
    await opens(chat);
    await opensDetails(chat, "yosef");
    expect(labels(chat, "yosef")).not.toContain("Ubah");
    await opensDetails(chat, "ana");
    await presses(chat, "ana", "Ubah");
    await chat.tells("ana", QUEUE);
    expect(last(chat, "ana")).toContain("masih sama");
    expect(await chat.app.db.version.count()).toBe(0);
  });
});

describe("Tarik", () => {
  test("asks why, hides the idea, and brings it back with its votes", async ({ chat }) => {
    await opens(chat);
    await chat.presses("yosef", "👍");
    await opensDetails(chat, "ana");
    await presses(chat, "ana", "Tarik");
    await presses(chat, "ana", "Belum matang");
    expect(last(chat, "ana")).toContain("Alasan: belum matang");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("Ide ini ditarik");
    await chat.tells("yosef", "/semuaide");
    expect(last(chat, "yosef")).toContain("Belum ada ide");

    await presses(chat, "ana", "Kembalikan");
    await chat.pass(6_000);
    expect(card(chat)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
    expect(await chat.app.db.removal.findMany()).toMatchObject([
      { kind: "withdrawn", reason: "unripe", undoneAt: expect.any(Date) },
    ]);
    expect(chat.errors).toEqual([]);
  });
});

describe("Sembunyikan", () => {
  test("is a facilitator's, with a reason that the author reads, and can be undone", async ({ chat }) => {
    await opens(chat);
    await opensDetails(chat, "yosef");
    expect(labels(chat, "yosef")).not.toContain("Sembunyikan");
    await opensDetails(chat, "budi");
    await presses(chat, "budi", "Sembunyikan");
    await presses(chat, "budi", "Ada data pribadi");
    expect(last(chat, "ana")).toContain("menyembunyikan ide Anda TNB-1");
    expect(last(chat, "ana")).toContain("ada data pribadi");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain("disembunyikan: ada data pribadi");
    expect(card(chat)?.buttons ?? []).toEqual([]);
    await opensDetails(chat, "ana").catch(() => {});

    await presses(chat, "budi", "Kembalikan");
    expect(last(chat, "ana")).toContain("tampil lagi");
    await chat.pass(6_000);
    expect(card(chat)?.text).toContain(QUEUE);
    expect(chat.errors).toEqual([]);
  });

  test("a forged press by a member does nothing, and says so", async ({ chat }) => {
    await opens(chat);
    await opensDetails(chat, "budi");
    await presses(chat, "budi", "Sembunyikan");
    const { id } = await chat.app.db.idea.findFirstOrThrow();
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    expect(await presses(chat, "budi", "Bukan ide")).toContain("fasilitator");
    expect(await chat.app.db.idea.findUnique({ where: { id } })).toMatchObject({ state: "posted" });
  });

  test("a second press says that it is done", async ({ chat }) => {
    await opens(chat);
    await opensDetails(chat, "ana");
    await presses(chat, "ana", "Tarik");
    const question = chat.sees("ana").at(-1)?.id ?? 0;
    const again = () => chat.world.press(who.ana, who.ana, question, "Belum matang");
    const both = [again(), again()];
    await chat.settle();
    expect((await Promise.all(both)).map(({ text }) => text)).toContain("TNB-1 sudah ditangani.");
    expect(await chat.app.db.removal.count()).toBe(1);
  });
});
