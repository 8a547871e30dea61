import { describe } from "vitest";
import { expect, lab, test } from "./support/chat.ts";

const HOUR = 3_600_000;
/** From Friday 15:00 to Monday 08:00, in the lab's zone. */
const TO_MONDAY = 65 * HOUR;
const digests = (texts: string[]) => texts.filter((text) => text.includes("Pekan"));

describe("the weekly digest", () => {
  test("comes on Monday at 08:00 in the lab's zone, to leader, facilitator and group, once", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY - 60_000);
    expect(digests(chat.heard("bupati"))).toHaveLength(0);
    await chat.pass(60_000);
    await chat.pass(60_000);

    const [text] = digests(chat.heard("bupati"));
    expect(text).toContain("27 Nov 2026");
    expect(text).toContain("1 ide baru");
    expect(text).toContain("(Ana)");
    expect(digests(chat.heard("budi"))).toHaveLength(1);
    expect(digests(chat.heard("yosef", lab))).toHaveLength(1);
    await chat.restart();
    await chat.pass(60_000);
    expect(digests(chat.heard("bupati"))).toHaveLength(1);
    expect(await chat.app.db.digest.count()).toBe(3);
    expect(chat.errors).toEqual([]);
  });

  test("asks a leader to decide on up to three ideas, most voted first; a reply to one is feedback", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("bupati", "leader");
    for (const text of ["Satu", "Dua", "Tiga", "Empat"])
      await chat.says("ana", `/ide ${text} kapal untuk nelayan`);
    const second = chat.sees("yosef", lab).find(({ from, html }) => from.bot && html?.includes("Dua kapal"));
    await chat.presses("yosef", "👍", { in: lab, on: second?.id ?? 0 });
    await chat.pass(TO_MONDAY);

    const asked = chat
      .sees("bupati")
      .filter(({ buttons }) => buttons?.flat().some(({ text }) => text.includes("Dukung")));
    expect(asked).toHaveLength(3);
    expect(asked[0]?.html).toContain("TNB-2");
    await chat.tells("bupati", "Siapa yang menanggung bahan bakar?", { replyTo: asked[0]?.id ?? 0 });
    expect(chat.heard("ana").at(-1)).toContain("bahan bakar");
  });

  test("gives who leads and facilitates the leader's only", async ({ chat }) => {
    await chat.opens();
    await chat.is("budi", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY);
    expect(digests(chat.heard("budi"))).toHaveLength(1);
    expect(chat.heard("budi").at(-1)).toContain("Apa keputusan Anda?");
  });

  test("after three weeks down is one, over all that time", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY + 21 * 24 * HOUR);
    expect(digests(chat.heard("bupati"))).toHaveLength(1);
    expect(digests(chat.heard("bupati"))[0]).toMatch(/27 Nov 2026 – 21 Des 2026/);
  });

  test("names no author of an anonymous idea", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.pass(TO_MONDAY);
    expect(chat.heard("bupati").join()).not.toContain("Ana");
  });

  test("of a quiet week is one friendly line", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.pass(TO_MONDAY);
    expect(chat.heard("bupati").at(-1)).toContain("pekan yang tenang");
  });

  test("calls a leader who never pressed Start by a mention in the group", async ({ chat }) => {
    await chat.opens();
    await chat.says("bupati", "/bantuan");
    await chat.app.db.membership.updateMany({
      where: { person: { telegramId: 1004n } },
      data: { roles: ["leader"] },
    });
    await chat.pass(TO_MONDAY);
    const mention = chat.sees("yosef", lab).at(-1);
    expect(mention?.html).toContain("Ibu Bupati");
    expect(mention?.buttons?.[0]?.[0]?.url).toContain("t.me/lumbung_bot");
  });

  test("leaves out what was recorded from another's message less than a day ago", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.pass(TO_MONDAY - HOUR);
    const said = await chat.says("ana", "Bagaimana kalau antrean lewat pesan singkat?");
    await chat.says("yosef", "/ide", { replyTo: said });
    await chat.pass(HOUR);
    expect(chat.heard("bupati").at(-1)).toContain("pekan yang tenang");
    await chat.pass(7 * 24 * HOUR);
    expect(digests(chat.heard("bupati")).at(-1)).toContain("1 ide baru");
  });
});

describe("/pekanini", () => {
  test("says the period so far, and asks a leader to decide", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.tells("bupati", "/pekanini");
    expect(digests(chat.heard("bupati")).at(-1)).toContain("sampai saat ini");
    expect(chat.heard("bupati").at(-1)).toContain("Apa keputusan Anda?");
  });

  test("is not for members", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.tells("ana", "/pekanini");
    expect(digests(chat.heard("ana"))).toHaveLength(0);
  });
});
