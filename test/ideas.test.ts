import { describe } from "vitest";
import { expect, lab, test, who } from "./support/chat.ts";

describe("/ide in a group", () => {
  test("is confirmed by a sign, and gets one silent card as a reply", async ({ chat }) => {
    await chat.opens();
    const asked = await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");

    const cards = chat.sees("ana", lab).filter(({ replyTo }) => replyTo?.id === asked);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.html).toContain("TNB-1");
    expect(cards[0]?.silent).toBe(true);
    expect(cards[0]?.buttons?.flat().map(({ text }) => text)).toEqual(["👍 0", "Ikuti", "Rincian"]);
    expect(chat.sees("ana", lab).find(({ id }) => id === asked)?.reactions).toMatchObject([{ emoji: "✍" }]);
    expect(chat.errors).toEqual([]);
  });

  test("a vote is one per person, and the card follows", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    expect(await chat.presses("yosef", "👍")).toContain("dihitung");
    expect(await chat.presses("yosef", "👍")).toContain("sudah");
    expect(chat.sees("yosef", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 1");

    await chat.pass(11_000);
    expect(await chat.presses("yosef", "👍")).toContain("ditarik");
    expect(chat.sees("yosef", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 0");
    expect(who.yosef).toBe(1002);
  });
});
