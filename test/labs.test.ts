import { describe } from "vitest";
import { codesFor } from "../src/labs/code.ts";
import { moveGroup, OF_A_CHAT } from "../src/labs/move-group.ts";
import { changeOf, settingIn } from "../src/labs/setting.ts";
import type { Place } from "../src/use-case.ts";
import { expect, lab, test, who } from "./support/chat.ts";

const first = (name: string) => codesFor(name).next().value;

describe("a lab's code", () => {
  test("is made of the consonants that open a syllable", () => {
    expect(first("Lab Tanimbar")).toBe("TNB");
    expect(first("Kabupaten Maluku Tenggara")).toBe("MLK");
    expect(first("Aceh")).toBe("ACE");
    expect(first("🌾")).toBe("LAB");
  });
});

describe("a typed setting", () => {
  test.for([
    ["zona wit", { zone: "Asia/Jayapura" }],
    ["zona asia/makassar", { zone: "Asia/Makassar" }],
    ["zona Mars/Kota", undefined],
    ["digest Jum'at 08.30", { digestDay: 5, digestHour: 8, digestMinute: 30 }],
    ["digest senin 25:00", undefined],
    ["ringkasan selasa 9", { digestDay: 2, digestHour: 9, digestMinute: 0 }],
    ["kode tnb", { code: "TNB" }],
    ["kode T1", undefined],
    ["rekam mati", { recordsTalk: false }],
    ["warna biru", undefined],
  ] as const)("%s", ([text, change]) => {
    const { name, value } = settingIn(text);
    expect(changeOf(name, value)).toEqual(change);
  });
});

describe("a group that the bot is added to", () => {
  test("gets a lab, a facilitator, a door, and one pinned greeting", async ({ chat }) => {
    await chat.opens();
    const [greeting, ...more] = chat.sees("ana", lab).filter(({ from, service }) => from.bot && !service);
    expect(more).toEqual([]);
    expect(greeting?.pinned).toBe(true);
    expect(chat.heard("ana", lab)[0]).toMatch(/TNB[\s\S]*Fasilitator: Budi/);
    expect(greeting?.buttons?.flat()).toEqual([
      expect.objectContaining({ text: "Mulai di sini", url: expect.stringMatching(/\?start=g_[\w-]{16}$/) }),
    ]);
    expect(chat.errors).toEqual([]);
  });

  test("names its creator facilitator when a member added the bot", async ({ chat }) => {
    chat.world.addBot(lab, who.ana);
    await chat.settle();
    expect(chat.heard("ana", lab)[0]).toContain("Fasilitator: Budi");
  });

  test("keeps its lab when the bot is removed and added again", async ({ chat }) => {
    await chat.opens();
    chat.world.removeBot(lab, who.budi);
    await chat.settle();
    expect(
      (await chat.app.db.chat.findFirstOrThrow({ where: { labId: { not: null } } })).leftAt,
    ).not.toBeNull();
    await chat.opens();
    expect(chat.heard("ana", lab).at(-1)).toContain("Saya kembali");
    expect(await chat.app.db.lab.count()).toBe(1);
  });

  test("joins the lab of its facilitator's other group, until it is separated", async ({ chat }) => {
    await chat.opens();
    const second = -1001000000002;
    chat.world.addGroup({ id: second, title: "Lab Saumlaki", creator: who.budi, members: [who.ana] });
    chat.world.addBot(second, who.budi, true);
    await chat.settle();
    expect(chat.heard("ana", second)[0]).toContain("Lab Tanimbar");

    expect(await chat.presses("ana", "Pisahkan", { in: second })).toContain("fasilitator");
    await chat.presses("budi", "Pisahkan", { in: second });
    expect(chat.heard("ana", second)[0]).toContain("Lab Saumlaki");
    expect(await chat.app.db.lab.count()).toBe(2);
  });

  test("without a facilitator can be claimed by an administrator only", async ({ chat }) => {
    await chat.opens();
    await chat.app.db.membership.updateMany({ data: { roles: [] } });
    await chat.says("ana", "/start");
    expect(chat.heard("ana", lab).at(-1)).toContain("Belum ada fasilitator");
    expect(await chat.presses("ana", "Saya fasilitator")).toContain("hanya untuk admin");
    await chat.presses("budi", "Saya fasilitator");
    expect(chat.heard("ana", lab).at(-1)).toContain("Budi sekarang fasilitator");
  });

  test("without a lab gets one when an administrator presses", async ({ chat }) => {
    await chat.opens();
    await chat.app.db.lab.deleteMany();
    await chat.says("ana", "/ide pohon");
    await chat.presses("budi", "Saya fasilitator");
    expect((await chat.app.db.lab.findFirstOrThrow()).code).toBe("TNB");
  });

  test("keeps its lab and what it said when it becomes a supergroup, told in any order", async ({ chat }) => {
    await chat.opens();
    const { db } = chat.app;
    const to = -1002000000009;
    const met = await db.chat.create({ data: { telegramId: BigInt(to), kind: "supergroup" } });
    const place = { db } as unknown as Place;
    await moveGroup(place, { from: lab, to });
    await moveGroup(place, { from: lab, to });
    const moved = await db.chat.findUniqueOrThrow({ where: { telegramId: BigInt(to) } });
    expect(moved.labId).not.toBeNull();
    expect(await db.chat.findUnique({ where: { id: met.id } })).toBeNull();
  });

  test("has its door opened by its members only", async ({ chat }) => {
    await chat.opens();
    const { door } = await chat.app.db.chat.findFirstOrThrow({ where: { door: { not: null } } });
    await chat.starts("ana", `g_${door}`);
    expect(chat.heard("ana").at(-1)).toContain("Lab Tanimbar");
    await chat.starts("sari", `g_${door}`);
    expect(chat.heard("sari").at(-1)).toContain("hanya untuk anggota");
    await chat.starts("ana", "g_0123456789abcdef");
    expect(chat.heard("ana").at(-1)).toContain("tidak lagi berlaku");
  });
});

describe("/tim", () => {
  test("gives a role as a reply, tells the person, and takes it back", async ({ chat }) => {
    await chat.opens();
    const hello = await chat.says("maria", "halo");
    await chat.says("ana", "/tim mentor", { replyTo: hello });
    expect(chat.heard("ana", lab).at(-1)).toContain("hanya untuk fasilitator");
    expect(chat.heard("budi", lab).join("\n")).not.toContain("hanya untuk fasilitator");
    await chat.starts("maria");
    await chat.says("budi", "/tim mentor", { replyTo: hello });
    expect(chat.heard("ana", lab).at(-1)).toContain("Maria sekarang mentor");
    expect(chat.heard("maria").at(-1)).toContain("Anda sekarang mentor");
    await chat.says("budi", "/tim mentor", { replyTo: hello });
    expect(chat.heard("maria").at(-1)).toContain("bukan lagi mentor");
  });

  test("never takes the last facilitator", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.tells("budi", "/tim");
    expect(await chat.presses("budi", "Cabut fasilitator", { in: who.budi })).toContain(
      "harus punya fasilitator",
    );
  });
});

describe("/undang", () => {
  test("makes a link that works once, and tells who took it up", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.tells("budi", "/undang");
    await chat.presses("budi", "Pimpinan", { in: who.budi });
    const token = /start=([\w-]{22})/.exec(chat.heard("budi").at(-1) ?? "")?.[1] ?? "";
    await chat.starts("budi", token);
    expect(chat.heard("budi").at(-1)).toContain("tautan undangan Anda sendiri");
    await chat.starts("bupati", token);
    expect(chat.heard("bupati").find((text) => text.includes("pimpinan"))).toContain(
      "Anda sekarang pimpinan",
    );
    expect(chat.heard("budi").at(-1)).toContain("Ibu Bupati menerima undangan");
    await chat.starts("sari", token);
    expect(chat.heard("sari").at(-1)).toContain("sudah dipakai orang lain");

    await chat.presses("budi", "Cabut", { in: who.budi });
    expect(chat.heard("bupati").at(-1)).toContain("bukan lagi pimpinan");
  });

  test("refuses a link that is revoked, too old, or unknown", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    const invite = async () => {
      await chat.tells("budi", "/undang mentor");
      return /start=([\w-]{22})/.exec(chat.heard("budi").at(-1) ?? "")?.[1] ?? "";
    };
    const revoked = await invite();
    await chat.presses("budi", "Cabut", { in: who.budi });
    await chat.starts("sari", revoked);
    expect(chat.heard("sari").at(-1)).toContain("dicabut");
    const old = await invite();
    await chat.pass(8 * 24 * 3600 * 1000);
    await chat.starts("sari", old);
    expect(chat.heard("sari").at(-1)).toContain("tujuh hari");
    await chat.starts("sari", "nonsense");
    expect(chat.heard("sari").at(-1)).toContain("tidak saya kenal");
  });

  test("brings another group into the lab", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.tells("budi", "/undang grup");
    const token = /startgroup=([\w-]{22})/.exec(chat.heard("budi").at(-1) ?? "")?.[1] ?? "";
    const second = -1001000000002;
    chat.world.addGroup({ id: second, title: "Grup Ana", creator: who.ana, members: [who.yosef] });
    chat.world.addBot(second, who.ana);
    await chat.settle();
    await chat.says("yosef", `/start ${token}`, { in: second });
    expect(chat.heard("ana", second).at(-1)).toContain("admin");
    await chat.says("ana", `/start ${token}`, { in: second });
    expect(chat.heard("ana", second).at(-1)).toContain("bagian dari Lab Tanimbar");
    expect(await chat.app.db.lab.count()).toBe(1);
    expect(chat.errors).toEqual([]);
  });
});

describe("/pengaturan", () => {
  test("changes settings by buttons and by text, and tells the group about recording", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.tells("budi", "/pengaturan");
    await chat.presses("budi", "Catat percakapan", { in: who.budi });
    expect(chat.heard("ana", lab).at(-1)).toContain("saya simpan");
    await chat.presses("budi", "Hari ringkasan", { in: who.budi });
    await chat.presses("budi", "Rabu", { in: who.budi });
    await chat.tells("budi", "/pengaturan kode TIM");
    expect(chat.heard("budi").at(-1)).toContain("kode TIM");
    await chat.tells("budi", "/pengaturan warna biru");
    expect(chat.heard("budi").at(-1)).toContain("Pengaturan yang ada");
    const stored = await chat.app.db.lab.findFirstOrThrow({ include: { codes: true } });
    expect(stored).toMatchObject({ recordsTalk: true, digestDay: 3, code: "TIM" });
    expect(stored.codes.map(({ code }) => code).sort()).toEqual(["TIM", "TNB"]);
    expect(stored.periodTo.toISOString()).toBe("2026-12-01T23:00:00.000Z");
    expect(chat.errors).toEqual([]);
  });
});

test("all that belongs to a chat is known to who moves it", async ({ chat }) => {
  const rows = await chat.app.db.$queryRaw<{ name: string }[]>`
    select relname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.confrelid = '"Chat"'::regclass and c.contype = 'f' order by relname`;
  expect(rows.map(({ name }) => name)).toEqual(OF_A_CHAT);
});
