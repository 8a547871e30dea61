import { describe } from "vitest";
import { expect, lab, test } from "./support/chat.ts";

const IDEA = "/ide Antrean puskesmas lewat pesan singkat";
const ANSWER = "Mulai di satu puskesmas dulu.";

describe("a reply to a card", () => {
  test("by a mentor is feedback: the author reads it privately, with the words", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("maria", "mentor");
    await chat.says("ana", IDEA);
    const card = chat.sees("maria", lab).at(-1);

    await chat.says("maria", ANSWER, { replyTo: card?.id ?? 0 });
    expect(chat.heard("ana").at(-1)).toContain(ANSWER);
    expect(chat.heard("ana").at(-1)).toContain("Maria");
    expect(chat.heard("ana", lab).at(-1)).toContain("1 masukan");
    expect(chat.errors).toEqual([]);
  });

  test("reaches an author who never pressed Start by a mention without the words", async ({ chat }) => {
    await chat.opens();
    await chat.is("maria", "mentor");
    await chat.says("ana", IDEA);
    await chat.says("maria", ANSWER, { replyTo: chat.sees("maria", lab).at(-1)?.id ?? 0 });

    const mention = chat.sees("ana", lab).at(-1);
    expect(mention?.html).toContain("Ana");
    expect(mention?.html).not.toContain(ANSWER);
    expect(mention?.buttons?.[0]?.[0]?.url).toContain("?start=i_TNB-1");
  });

  test("by anybody else is a comment", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.says("ana", IDEA);
    await chat.says("yosef", "Setuju sekali.", { replyTo: chat.sees("yosef", lab).at(-1)?.id ?? 0 });

    expect(chat.heard("ana").at(-1)).toContain("Setuju sekali.");
    expect(chat.heard("ana", lab).at(-1)).toContain("1 komentar");
    expect(await chat.app.db.feedback.count()).toBe(0);
  });

  test("is taken back as feedback by its mentor", async ({ chat }) => {
    await chat.opens();
    await chat.is("maria", "mentor");
    await chat.says("ana", IDEA);
    await chat.says("maria", ANSWER, { replyTo: chat.sees("maria", lab).at(-1)?.id ?? 0 });
    await chat.presses("maria", "Bukan masukan", { in: 1003 });

    expect(chat.heard("maria").at(-1)).toContain("komentar biasa");
    expect(await chat.app.db.feedback.count({ where: { withdrawnAt: null } })).toBe(0);
  });
});

describe("an anonymous author who replies in the group", () => {
  test.for(["member", "mentor"] as const)("as a %s is told apart by nobody", async (role, { chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.is("maria", "mentor");
    if (role === "mentor") await chat.is("ana", "mentor");
    await chat.starts("ana");
    await chat.says("ana", "selamat pagi");
    await chat.tells("ana", "/ide Kotak saran di kantor distrik");
    await chat.presses("ana", "Kirim anonim", { in: 1001 });
    await chat.presses("budi", "Terbitkan", { in: 1005 });
    const card = chat.sees("maria", lab).findLast(({ html }) => html?.includes("Kotak saran"))?.id ?? 0;
    await chat.says("maria", ANSWER, { replyTo: card });
    const before = chat.heard("maria").length;

    await chat.says("ana", "Saya setuju.", { replyTo: card });
    expect(chat.heard("maria").slice(before)).toEqual([]);
    expect(chat.heard("maria", lab).at(-1)).toContain(role === "mentor" ? "2 masukan" : "1 komentar");
  });
});

describe("/antrean", () => {
  test("shows what waits longest, and a reply brings the next", async ({ chat }) => {
    await chat.opens();
    await chat.is("maria", "mentor");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    await chat.says("yosef", "/ide Kotak saran di kantor distrik");
    await chat.tells("maria", "/antrean");
    expect(chat.heard("maria").at(-1)).toContain("Perahu");

    await chat.tells("maria", ANSWER, { replyTo: chat.sees("maria").at(-1)?.id ?? 0 });
    expect(chat.heard("maria").at(-1)).toContain("Kotak saran");
    await chat.presses("maria", "Lewati", { in: 1003 });
    expect(chat.heard("maria").at(-1)).toContain("terakhir");
  });

  test("is for mentors", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.says("ana", "halo");
    await chat.tells("ana", "/antrean");
    expect(chat.heard("ana").at(-1)).toMatch(/mentor|lab/);
  });
});
