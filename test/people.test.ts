import { describe } from "vitest";
import type { CastKey } from "../src/playground/cast.ts";
import { token } from "../src/playground/people.ts";
import { menuOf } from "../src/telegram/menus.ts";
import { routes } from "../src/telegram/routes.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";

describe("/start", () => {
  test("welcomes a stranger, and a member by role", async ({ chat }) => {
    await chat.starts("sari");
    expect(chat.heard("sari").at(-1)).toContain("Tambahkan saya ke grup");
    await chat.opens();
    await chat.is("maria", "mentor");
    await chat.starts("maria");
    expect(chat.heard("maria").at(-1)).toContain("Anda mentor");
    await chat.presses("maria", "Antrean saya", { in: who.maria });
    expect(chat.heard("maria").at(-1)).toContain("Tidak ada ide");
    expect(chat.errors).toEqual([]);
  });

  test("in a group shows how the bot stands", async ({ chat }) => {
    await chat.opens({ asAdmin: false });
    await chat.says("ana", "/start");
    expect(chat.heard("ana", lab).at(-1)).toMatch(/TNB[\s\S]*hanya melihat perintah/);
  });

  test("opens an idea for who belongs to its lab", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide lebih banyak pohon");
    await chat.starts("ana", "i_TNB-1");
    expect(chat.heard("ana").at(-1)).toContain("lebih banyak pohon");
    await chat.starts("sari", "i_TNB-1");
    expect(chat.heard("sari").at(-1)).toContain("belum Anda ikuti");
  });
});

describe("/bahasa", () => {
  test("sets a person's language, and a group's by its facilitator", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "halo");
    await chat.starts("ana");
    await chat.tells("ana", "/bahasa");
    await chat.presses("ana", "English", { in: who.ana });
    await chat.tells("ana", "/help");
    expect(chat.heard("ana").at(-1)).toContain("What you can do");
    await chat.says("budi", "/bahasa en");
    expect(chat.heard("ana", lab).at(-1)).toContain("in English in this group");
    await chat.says("ana", "/bantuan");
    expect(chat.heard("ana", lab).at(-1)).toContain("Offer an idea");
  });
});

describe("a command that nobody knows", () => {
  test("is answered in private, and in a group only when it is for this bot", async ({ chat }) => {
    await chat.opens();
    const before = chat.heard("ana", lab).length;
    await chat.says("ana", "/cuaca");
    expect(chat.heard("ana", lab)).toHaveLength(before);
    await chat.starts("ana");
    await chat.tells("ana", "/cuaca");
    expect(chat.heard("ana").at(-1)).toContain("/cuaca");
  });
});

test("who blocked the bot is known to have done so", async ({ chat }) => {
  await chat.starts("ana");
  chat.world.block(who.ana);
  await chat.settle();
  const person = { where: { telegramId: BigInt(who.ana) } };
  expect((await chat.app.db.person.findUniqueOrThrow(person)).private).toBe("blocked");
  chat.world.unblock(who.ana);
  await chat.settle();
  expect((await chat.app.db.person.findUniqueOrThrow(person)).private).toBe("open");
});

test("a group's menu has five commands at the most, each described in both languages", ({ chat }) => {
  const table = routes(chat.app);
  expect(menuOf(table, "group", "id").map(({ command }) => command)).toEqual([
    "ide",
    "ringkas",
    "semuaide",
    "ketinggalan",
    "bantuan",
  ]);
  for (const locale of ["id", "en"] as const) {
    for (const { command, description } of menuOf(table, "private", locale))
      expect(description).not.toBe(command);
  }
});

test("a private menu shows what this person can use, in his or her language", async ({ chat }) => {
  chat.world.start(who.budi);
  await chat.opens();
  expect(await menuFor(chat, "budi")).toContain("pengaturan");
  await chat.is("maria", "mentor");
  await chat.starts("maria");
  const mentors = await menuFor(chat, "maria");
  expect(mentors).toContain("antrean");
  expect(mentors).not.toContain("undang");

  const asks = await chat.says("maria", "Halo @lumbung_bot");
  await chat.says("budi", "/tim fasilitator", { replyTo: asks });
  expect(await menuFor(chat, "maria")).toContain("undang");
  await chat.tells("maria", "/bahasa en");
  expect(await menuFor(chat, "maria")).toEqual(expect.arrayContaining(["desk", "invite"]));
  await chat.says("budi", "/tim anggota", { replyTo: asks });
  expect(await menuFor(chat, "maria")).not.toContain("desk");
  expect(chat.errors).toEqual([]);
});

async function menuFor(chat: Chat, person: CastKey): Promise<string[]> {
  const scope = { type: "chat", chat_id: who[person] };
  const answer = await fetch(`${chat.url}/bot${token}/getMyCommands`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ scope }),
  });
  const { result } = (await answer.json()) as { result: { command: string }[] };
  return result.map(({ command }) => command);
}
