import { describe } from "vitest";
import { who } from "../src/playground/cast.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";

const DAY = 86_400_000;

/** Ana and Yosef can be reached; Maria is a mentor, the Bupati a leader. */
async function opens(chat: Chat) {
  await chat.opens();
  for (const person of ["ana", "yosef"] as const) {
    chat.world.start(who[person]);
    chat.world.say(who[person], lab, "Halo @lumbung_bot");
  }
  await chat.is("maria", "mentor");
  await chat.is("bupati", "leader");
}

const missed = async (chat: Chat, words = "/ketinggalan") => {
  await chat.says("ana", words);
  return chat.heard("ana").at(-1) ?? "";
};
const card = (chat: Chat, code: string) =>
  chat.sees("maria", lab).findLast(({ text }) => text?.startsWith(code))?.id ?? 0;

describe("/ketinggalan", () => {
  test("tells privately what is new since one was last here, one's own first", async ({ chat }) => {
    await opens(chat);
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(3 * DAY);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.says("maria", "Berapa warga?", { replyTo: card(chat, "TNB-1") });
    const { id: ideaId } = await chat.app.db.idea.findFirstOrThrow({ where: { number: 2 } });
    const { id: personId } = await chat.app.db.person.findFirstOrThrow({ where: { telegramId: 1004n } });
    const at = chat.clock.now();
    await chat.app.db.decision.create({
      data: { ideaId, personId, kind: "support", decidedAt: at, toldAt: at },
    });
    await chat.says("budi", "/tantangan Bagaimana supaya warga tidak antre?");
    await chat.pass(60_000);
    const inGroup = chat.heard("ana", lab).length;

    const text = await missed(chat);
    expect(text).toContain("Ide Anda TNB-1 Antrean puskesmas lewat pesan singkat: 1 masukan");
    expect(text).toContain("mendukung TNB-2 Perahu perpustakaan keliling");
    expect(text).toContain("Sedang berjalan: Bagaimana supaya warga tidak antre? · 0 ide");
    expect(text).toContain("2 ide baru");
    expect(chat.heard("ana", lab)).toHaveLength(inGroup);
    expect(chat.errors).toEqual([]);
  });

  test("looks as far back as one names", async ({ chat }) => {
    await opens(chat);
    await chat.says("yosef", "/ide Perahu perpustakaan keliling");
    await chat.pass(5 * DAY);
    expect(await missed(chat, "/susul 3 hari")).toContain("tidak ketinggalan");
    expect(await missed(chat, "/catchup 2 pekan")).toContain("TNB-1");
    expect(await missed(chat, "/ketinggalan hari ini")).toContain("tidak ketinggalan");
  });

  test("says so when nothing was missed", async ({ chat }) => {
    await opens(chat);
    expect(await missed(chat)).toContain("Anda tidak ketinggalan apa pun");
    expect(chat.errors).toEqual([]);
  });
});
