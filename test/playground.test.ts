import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { movableClock } from "../src/clock.ts";
import { type Running, startPlayground } from "../src/playground/server.ts";
import { openWorld } from "../src/playground/world.ts";

const friday = Date.UTC(2026, 10, 20, 6);
const group = -1_001_000_000_001;
const ana = 1001;
const yosef = 1002;
const budi = 1005;
const sari = 1006;
const cast = [{ key: "ana", id: ana, name: "Ana", role: "member" }];

// biome-ignore lint/suspicious/noExplicitAny: the wire's answers are looked at as they are.
type Answer = { ok: boolean; error_code?: number; description?: string; parameters?: any; result: any };

const endings: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function open({ file = ":memory:", bot = true } = {}) {
  const clock = movableClock(() => friday, 0, { ticking: false });
  const world = openWorld({ file, clock });
  world.addPerson({ id: ana, first_name: "Ana", language_code: "id" });
  world.addPerson({ id: yosef, first_name: "Yosef" });
  world.addPerson({ id: budi, first_name: "Budi" });
  world.addPerson({ id: sari, first_name: "Sari" });
  world.addGroup({ id: group, title: "Lab Tanimbar", creator: budi, members: [ana, yosef] });
  if (bot) world.addBot(group, budi);
  const server = await startPlayground({ world, clock, port: 0, cast });
  endings.push(async () => {
    await server.close();
    world.close();
  });
  return { clock, world, server, ...client(server) };
}

function client(server: Running) {
  const call = async (method: string, params: object = {}, signal?: AbortSignal): Promise<Answer> => {
    const response = await fetch(`${server.url}/bot7000000001:PLAYGROUND/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
      ...(signal ? { signal } : {}),
    });
    return (await response.json()) as Answer;
  };
  const page = async (path: string, body?: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(
      server.url + path,
      body ? { method: "POST", headers, body: JSON.stringify(body) } : {},
    );
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    return { status: response.status, body: (await response.json()) as any };
  };
  return { call, page, drain: () => drain(call) };
}

/** Takes all updates and confirms them. */
async function drain(call: (method: string, params?: object) => Promise<Answer>) {
  const { result } = await call("getUpdates");
  const last = result.at(-1)?.update_id;
  if (last) await call("getUpdates", { offset: last + 1 });
  return result;
}

const words = ({ description }: Answer) => description;

describe("getUpdates", () => {
  test("gives the same updates until they are confirmed, with rising ids", async () => {
    const { world, call } = await open();
    world.start(ana);
    world.say(ana, ana, "halo");
    const first = await call("getUpdates", { limit: 100 });
    const again = await call("getUpdates", { limit: 100 });
    expect(again).toEqual(first);
    const [a, b, c] = first.result.slice(-3);
    expect([b.update_id - a.update_id, c.update_id - b.update_id]).toEqual([1, 1]);
    const rest = await call("getUpdates", { offset: b.update_id + 1 });
    expect(rest.result.map((update: { message: { text: string } }) => update.message.text)).toEqual(["halo"]);
    expect(world.pending()).toBe(1);
    expect((await call("getUpdates", { offset: -1, limit: 1 })).result).toHaveLength(1);
  });

  test("wakes a long poll at once, and ends it when the server closes", async () => {
    const { world, call, drain, server } = await open();
    await drain();
    const poll = call("getUpdates", { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    world.start(ana, "g_abc");
    expect((await poll).result[0].message).toMatchObject({
      text: "/start g_abc",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
      chat: { id: ana, type: "private" },
    });
    await drain();
    const last = call("getUpdates", { timeout: 50 }).catch(() => "closed");
    await new Promise((resolve) => setTimeout(resolve, 30));
    await server.close();
    await last;
  });

  test("a second poller makes the first fail", async () => {
    const { call, drain } = await open();
    await drain();
    const first = call("getUpdates", { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = call("getUpdates", { timeout: 1 });
    expect(await first).toMatchObject({ ok: false, error_code: 409 });
    expect(words(await first)).toBe(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    expect((await second).result).toEqual([]);
  });

  test("forgets updates after a day, and presses after 150 seconds", async () => {
    const { world, call, clock } = await open();
    world.start(ana);
    const sent = await call("sendMessage", { chat_id: ana, text: "?", reply_markup: keyboard("a") });
    void world.press(ana, ana, sent.result.message_id, "a");
    clock.move(151_000);
    const kinds = (await call("getUpdates")).result.flatMap(Object.keys);
    expect(kinds).not.toContain("callback_query");
    expect(kinds).toContain("message");
    clock.move(86_400_000);
    expect((await call("getUpdates")).result).toEqual([]);
  });
});

const keyboard = (data: string) => ({ inline_keyboard: [[{ text: `Tekan ${data}`, callback_data: data }]] });

describe("what the bot hears", () => {
  test("in privacy mode: commands, replies to it, mentions and service messages", async () => {
    const { world, call, drain } = await open();
    await drain();
    const { result: own } = await call("sendMessage", { chat_id: group, text: "kartu" });
    const talk = world.say(ana, group, "obrolan biasa");
    world.say(ana, group, "/ide satu");
    world.say(ana, group, "/ide@lumbung_bot dua");
    world.say(ana, group, "/ide@lain_bot tiga");
    world.say(ana, group, "empat", { replyTo: own.message_id });
    world.say(ana, group, "lima", { replyTo: talk.message_id });
    world.say(ana, group, "hai @lumbung_bot");
    world.join(group, sari);
    const heard = await drain();
    expect(heard.map((u: { message: { text?: string } }) => u.message.text ?? "service")).toEqual([
      "/ide satu",
      "/ide@lumbung_bot dua",
      "empat",
      "hai @lumbung_bot",
      "service",
    ]);
    expect(heard[2].message.reply_to_message).toMatchObject({ message_id: own.message_id, text: "kartu" });
    world.setPrivacy(false);
    world.say(ana, group, "kini terdengar");
    expect(await drain()).toHaveLength(1);
    expect((await call("getMe")).result).toMatchObject({
      can_read_all_group_messages: true,
      username: "lumbung_bot",
    });
  });

  test("its own coming and going, with its rights", async () => {
    const { world, drain } = await open({ bot: false });
    world.addBot(group, budi);
    world.addBot(group, budi, true);
    world.removeBot(group, budi);
    const updates = await drain();
    const changes = updates.flatMap((u: { my_chat_member?: object }) =>
      u.my_chat_member ? [u.my_chat_member] : [],
    );
    expect(changes).toMatchObject([
      { from: { id: budi }, old_chat_member: { status: "left" }, new_chat_member: { status: "member" } },
      { new_chat_member: { status: "administrator", can_pin_messages: true } },
      { old_chat_member: { status: "administrator" }, new_chat_member: { status: "kicked" } },
    ]);
    expect(updates[1].message.new_chat_members).toMatchObject([{ username: "lumbung_bot" }]);
  });
});

describe("what the bot hears as an admin, and of edits", () => {
  test("reactions and members only as an admin that asked for them", async () => {
    const { world, call, drain } = await open();
    const { message_id } = world.say(ana, group, "/ide");
    await drain();
    await call("getUpdates", { allowed_updates: ["message", "Message_Reaction", "chat_member", "nothing"] });
    world.react(yosef, group, message_id, "👍");
    expect(await drain()).toEqual([]);
    world.addBot(group, budi, true);
    world.react(ana, group, message_id, "❤️");
    world.join(group, sari);
    const [reaction, member, service] = await drain();
    expect(reaction.message_reaction).toMatchObject({
      user: { id: ana },
      old_reaction: [],
      new_reaction: [{ emoji: "❤" }],
    });
    expect(member.chat_member.new_chat_member).toMatchObject({ status: "member", user: { id: sari } });
    expect(service.message.new_chat_members[0].id).toBe(sari);
  });

  test("edits", async () => {
    const { world, drain } = await open();
    const { message_id } = world.say(ana, group, "/ide satu");
    await drain();
    world.edit(ana, group, message_id, "/ide dua");
    expect((await drain())[0].edited_message).toMatchObject({ text: "/ide dua", edit_date: friday / 1000 });
  });
});

describe("text", () => {
  const refusals: [html: string, words: string][] = [
    ["<b>", `Can't find end tag corresponding to start tag "b"`],
    ["é<x>a</x>", 'Unsupported start tag "x" at byte offset 2'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["3 < 4", 'Unsupported start tag "" at byte offset 2'],
    ["<b", "Unclosed start tag at byte offset 0"],
    ['<a href="x>a</a>', "Unclosed start tag at byte offset 0"],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler"'],
  ];

  test.each(refusals)("refuses %s", async (text, reason) => {
    const { world, call } = await open();
    world.start(ana);
    const answer = await call("sendMessage", { chat_id: ana, text, parse_mode: "HTML" });
    expect(words(answer)).toBe(`Bad Request: can't parse entities: ${reason}`);
  });

  test("entities count in UTF-16, and the page gets safe HTML", async () => {
    const { world, call } = await open();
    world.start(ana);
    const text =
      ' 🌾<b>tebal <i>miring</i></b> &lt;script&gt; <a href="https://lan.go.id/?a=1&amp;b=2">tautan</a>\n@ana /ide ';
    const { result } = await call("sendMessage", { chat_id: ana, text, parse_mode: "HTML" });
    expect(result.text).toBe("🌾tebal miring <script> tautan\n@ana /ide");
    expect(result.entities).toEqual([
      { type: "bold", offset: 2, length: 12 },
      { type: "italic", offset: 8, length: 6 },
      { type: "text_link", url: "https://lan.go.id/?a=1&b=2", offset: 24, length: 6 },
      { type: "mention", offset: 31, length: 4 },
      { type: "bot_command", offset: 36, length: 4 },
    ]);
    expect(world.history(ana, ana).at(-1)?.html).toBe(
      '🌾<b>tebal <i>miring</i></b> &lt;script&gt; <a href="https://lan.go.id/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">tautan</a><br><span class="mention">@ana</span> <span class="mention">/ide</span>',
    );
    world.say(ana, ana, `<img src=x onerror="alert(1)"> https://a.id/"x`);
    expect(world.history(ana, ana).at(-1)?.html).not.toMatch(/<img|"x/);
  });

  test("is 1 to 4096 units after parsing", async () => {
    const { world, call } = await open();
    world.start(ana);
    const send = async (text: string) =>
      words(await call("sendMessage", { chat_id: ana, text, parse_mode: "HTML" }));
    expect(await send("")).toBe("Bad Request: message text is empty");
    expect(await send("<b> </b>\u200b")).toBe("Bad Request: text must be non-empty");
    expect(await send(`<b>${"a".repeat(4096)}</b>`)).toBeUndefined();
    expect(await send("🌾".repeat(2049))).toBe("Bad Request: message is too long");
  });
});

describe("whom the bot may write to", () => {
  test("one who pressed Start and did not block it", async () => {
    const { world, call, drain } = await open();
    const send = async (chat_id: number | string) =>
      words(await call("sendMessage", { chat_id, text: "halo" }));
    expect(await send(sari)).toBe("Forbidden: bot can't initiate conversation with a user");
    expect(await send(4711)).toBe("Bad Request: chat not found");
    expect(await send("")).toBe("Bad Request: chat_id is empty");
    world.start(ana);
    expect(await send(ana)).toBeUndefined();
    await drain();
    world.block(ana);
    expect(await send(ana)).toBe("Forbidden: bot was blocked by the user");
    expect(() => world.say(ana, ana, "halo")).toThrow("blocked");
    world.start(ana);
    expect(await send(ana)).toBeUndefined();
    const kinds = (await drain()).map(
      (u: { my_chat_member?: { new_chat_member: { status: string } } }) =>
        u.my_chat_member?.new_chat_member.status,
    );
    expect(kinds).toEqual(["kicked", "member", undefined]);
  });

  test("groups that it is in", async () => {
    const { world, call } = await open({ bot: false });
    const send = async () => words(await call("sendMessage", { chat_id: group, text: "halo" }));
    expect(await send()).toBe("Bad Request: chat not found");
    world.addBot(group, budi);
    expect(await send()).toBeUndefined();
    world.removeBot(group, budi);
    expect(await send()).toBe("Forbidden: bot was kicked from the supergroup chat");
    world.addBot(group, budi);
    expect((await call("leaveChat", { chat_id: group })).result).toBe(true);
    expect(await send()).toBe("Forbidden: bot is not a member of the supergroup chat");
  });
});

describe("limits", () => {
  test("three at once in a chat, then one a second; twenty a minute in a group", async () => {
    const { world, call, clock } = await open();
    const send = () => call("sendMessage", { chat_id: group, text: "halo" });
    for (let n = 0; n < 3; n += 1) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 3",
      parameters: { retry_after: 3 },
    });
    for (let n = 3; n < 20; n += 1) {
      clock.move(1000);
      if (!(await send()).ok) n -= 1;
    }
    clock.move(3000);
    const refused = await send();
    expect(refused.error_code).toBe(429);
    clock.move(refused.parameters.retry_after * 1000);
    expect((await send()).ok).toBe(true);
    const { message_id } = world.say(ana, group, "/ide");
    const reaction = [{ type: "emoji", emoji: "✍" }];
    for (let n = 0; n < 5; n += 1)
      expect((await call("setMessageReaction", { chat_id: group, message_id, reaction })).ok).toBe(true);
  });

  test("thirty a second in all", async () => {
    const { world, call } = await open();
    let refused = 0;
    for (let id = 1; id <= 31; id += 1) {
      world.addPerson({ id, first_name: `P${id}` });
      world.start(id);
      if (!(await call("sendMessage", { chat_id: id, text: "halo" })).ok) refused += 1;
    }
    expect(refused).toBe(1);
  });
});

describe("presses", () => {
  test("are answered once, within 150 seconds", async () => {
    const { world, call, drain, clock } = await open();
    const { result } = await call("sendMessage", {
      chat_id: group,
      text: "?",
      reply_markup: keyboard("v:1"),
    });
    await drain();
    const pressed = world.press(ana, group, result.message_id, "Tekan");
    const [{ callback_query: query }] = await drain();
    expect(query).toMatchObject({
      data: "v:1",
      from: { id: ana },
      message: { message_id: result.message_id },
    });
    const answer = () => call("answerCallbackQuery", { callback_query_id: query.id, text: "Tercatat" });
    expect((await answer()).result).toBe(true);
    expect(await pressed).toEqual({ text: "Tercatat" });
    const old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    expect(words(await answer())).toBe(old);
    void world.press(ana, group, result.message_id, "v:1");
    const [{ callback_query: late }] = await drain();
    clock.move(151_000);
    expect(words(await call("answerCallbackQuery", { callback_query_id: late.id }))).toBe(old);
    await expect(world.press(ana, group, result.message_id, "tidak ada")).rejects.toThrow(
      "there is no button",
    );
  });

  test("links are for the page", async () => {
    const { world, call } = await open();
    const reply_markup = { inline_keyboard: [[{ text: "Buka", url: "https://t.me/lumbung_bot?start=x" }]] };
    const { result } = await call("sendMessage", { chat_id: group, text: "?", reply_markup });
    expect(await world.press(ana, group, result.message_id, "Buka")).toEqual({
      url: "https://t.me/lumbung_bot?start=x",
    });
  });

  test("data has 1 to 64 bytes", async () => {
    const { call } = await open();
    const send = async (data: string) =>
      words(await call("sendMessage", { chat_id: group, text: "?", reply_markup: keyboard(data) }));
    expect(await send("é".repeat(32))).toBeUndefined();
    expect(await send("é".repeat(33))).toBe("Bad Request: BUTTON_DATA_INVALID");
    expect(await send("")).toBe("Bad Request: BUTTON_DATA_INVALID");
  });
});

describe("edits, replies, pins", () => {
  test("an edit that changes nothing is refused, and one without a keyboard takes it away", async () => {
    const { world, call, clock } = await open();
    const { result } = await call("sendMessage", {
      chat_id: group,
      text: "<b>a</b>",
      parse_mode: "HTML",
      reply_markup: keyboard("x"),
    });
    const { message_id } = result;
    const edit = (more: object) =>
      call("editMessageText", { chat_id: group, message_id, parse_mode: "HTML", ...more });
    expect(words(await edit({ text: "<b>a</b>", reply_markup: keyboard("x") }))).toMatch(
      /^Bad Request: message is not modified: specified new message content/,
    );
    expect((await edit({ text: "<b>a</b>" })).result.reply_markup).toBeUndefined();
    clock.move(5000);
    expect((await edit({ text: "b" })).result).toMatchObject({ text: "b", edit_date: friday / 1000 + 5 });
    expect(words(await edit({ text: "c", message_id: 999 }))).toBe("Bad Request: message to edit not found");
    const other = world.say(ana, group, "/x");
    expect(words(await edit({ text: "c", message_id: other.message_id }))).toBe(
      "Bad Request: message can't be edited",
    );
  });

  test("a reply to what is missing fails unless it may go without", async () => {
    const { call } = await open();
    const send = (reply_parameters: object) =>
      call("sendMessage", { chat_id: group, text: "a", reply_parameters });
    expect(words(await send({ message_id: 999 }))).toBe("Bad Request: message to be replied not found");
    expect((await send({ message_id: 999, allow_sending_without_reply: true })).ok).toBe(true);
  });
});

describe("rights", () => {
  test("a member cannot pin, an admin can", async () => {
    const { world, call } = await open();
    const { result } = await call("sendMessage", { chat_id: group, text: "pintu" });
    const pin = () => call("pinChatMessage", { chat_id: group, message_id: result.message_id });
    expect(words(await pin())).toBe("Bad Request: not enough rights to manage pinned messages in the chat");
    world.addBot(group, budi, true);
    expect((await pin()).result).toBe(true);
    expect((await call("getChat", { chat_id: group })).result.pinned_message.text).toBe("pintu");
    const admins = (await call("getChatAdministrators", { chat_id: group })).result;
    expect(admins.map((one: { user: { id: number } }) => one.user.id)).toEqual([budi, 7_000_000_001]);
    const member = async (user_id: number) =>
      (await call("getChatMember", { chat_id: group, user_id })).result.status;
    expect([await member(budi), await member(ana), await member(sari)]).toEqual([
      "creator",
      "member",
      "left",
    ]);
  });

  test("the bot hears of its own pin, and of topics that exist", async () => {
    const { world, call, drain } = await open();
    world.addBot(group, budi, true);
    const { message_id } = world.say(ana, group, "/ide", { topic: 77 });
    await drain();
    expect((await call("pinChatMessage", { chat_id: group, message_id })).ok).toBe(true);
    const [{ message }] = await drain();
    expect(message).toMatchObject({ from: { is_bot: true }, pinned_message: { message_id } });
    const send = (message_thread_id: number) =>
      call("sendMessage", { chat_id: group, text: "a", message_thread_id });
    expect((await send(77)).result).toMatchObject({
      message_thread_id: 77,
      is_topic_message: true,
      reply_to_message: { message_id: 77, forum_topic_created: {} },
    });
    expect(words(await send(78))).toBe("Bad Request: message thread not found");
    expect((await call("deleteMessage", { chat_id: group, message_id })).ok).toBe(true);
    expect(words(await call("deleteMessage", { chat_id: group, message_id }))).toBe(
      "Bad Request: message to delete not found",
    );
  });

  test("a message for one person is seen by that person alone", async () => {
    const { world, call } = await open();
    const { result } = await call("sendMessage", {
      chat_id: group,
      text: "hanya Ana",
      receiver_user_id: ana,
    });
    expect(result).toMatchObject({ ephemeral_message_id: result.message_id, receiver_user: { id: ana } });
    expect(world.history(ana, group).at(-1)).toMatchObject({ text: "hanya Ana", ephemeral: true });
    expect(world.history(yosef, group).some(({ text }) => text === "hanya Ana")).toBe(false);
  });
});

test("refuses wrong tokens and methods", async () => {
  const { call, server } = await open();
  expect(await call("sendNothing")).toEqual({
    ok: false,
    error_code: 404,
    description: "Not Found: method not found",
  });
  const answer = await fetch(`${server.url}/bot1:x/getMe`);
  expect([answer.status, await answer.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: "Unauthorized" },
  ]);
  for (const body of ["{", "[]", "null", "\u0000"]) {
    const url = `${server.url}/bot7000000001:PLAYGROUND/sendMessage`;
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(400);
  }
  expect((await fetch(`${server.url}/%zz`)).status).toBe(404);
  expect((await fetch(`${server.url}/bot%zz/getMe`)).status).toBe(401);
});

test("commands go by scope and language", async () => {
  const { call, page } = await open();
  const commands = (description: string) => [{ command: "ide", description }];
  await call("setMyCommands", { commands: commands("Ide baru") });
  await call("setMyCommands", { commands: commands("New idea"), language_code: "en" });
  await call("setMyCommands", { commands: commands("Grup"), scope: { type: "all_group_chats" } });
  expect((await call("getMyCommands", { language_code: "en" })).result).toEqual(commands("New idea"));
  const menu = async (chat: number, lang: string) =>
    (await page(`/api/state?as=${ana}&chat=${chat}&lang=${lang}`)).body.commands[0].description;
  expect([await menu(ana, "en"), await menu(ana, "id"), await menu(group, "en")]).toEqual([
    "New idea",
    "Ide baru",
    "Grup",
  ]);
  expect(words(await call("setMyCommands", { commands: [{ command: "Ide", description: "x" }] }))).toBe(
    "Bad Request: BOT_COMMAND_INVALID",
  );
});

test("survives a reopening: queue, messages, ids and meta", async () => {
  const folder = await mkdtemp(join(tmpdir(), "playground-"));
  endings.push(() => rm(folder, { recursive: true }));
  const file = join(folder, "world.db");
  const first = await open({ file });
  first.world.start(ana);
  const { result } = await first.call("sendMessage", { chat_id: ana, text: "halo" });
  first.world.setMeta("clock.offset", "42");
  const queue = (await first.call("getUpdates")).result;
  await first.server.close();
  // Opened beside the first, as after a kill: nothing was said good-bye to.
  const second = await open({ file });
  expect((await second.call("getUpdates")).result).toEqual(queue);
  expect(second.world.meta("clock.offset")).toBe("42");
  expect(second.world.history(ana, ana).map(({ text }) => text)).toEqual(["/start", "halo"]);
  expect(second.world.say(ana, ana, "lagi").message_id).toBe(result.message_id + 1);
});

describe("webhook", () => {
  test("pushes with the secret, again after a failure, in order within a chat", async () => {
    const { world, call, drain } = await open();
    await drain();
    const seen: { text: string; secret: unknown }[] = [];
    const url = await hook((text, secret) => seen.push({ text, secret }) === 1);
    expect(words(await call("setWebhook", { url, secret_token: "ru sak" }))).toMatch("unallowed characters");
    await call("setWebhook", { url, secret_token: "rahasia", allowed_updates: ["message"] });
    expect(words(await call("getUpdates"))).toMatch("can't use getUpdates method while webhook is active");
    world.start(ana);
    world.say(ana, ana, "dua");
    await until(() => world.pending() === 0);
    expect(seen.map(({ text }) => text)).toEqual(["/start", "/start", "dua"]);
    expect(seen[0]?.secret).toBe("rahasia");
    const { result } = await call("getWebhookInfo");
    expect(result).toMatchObject({ url, pending_update_count: 0, allowed_updates: ["message"] });
    expect(result.last_error_message).toMatch("500");
    await call("deleteWebhook");
    expect((await call("getUpdates")).result).toEqual([]);
  });
});

/** A webhook that fails when `fails` says so. */
async function hook(fails: (text: string, secret: unknown) => boolean) {
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await request.toArray()).join(""));
    const failed = fails(body.message.text, request.headers["x-telegram-bot-api-secret-token"]);
    response.writeHead(failed ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`;
}

async function until(happened: () => boolean) {
  for (let n = 0; n < 200 && !happened(); n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(happened()).toBe(true);
}

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("takes uploads and gives them back", async () => {
  const { world, server, call } = await open();
  world.start(ana);
  const upload = async (method: string, fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      if (typeof value === "string") form.set(name, value);
      else form.set(name, value, "laporan é.csv");
    const response = await fetch(`${server.url}/bot7000000001:PLAYGROUND/${method}`, {
      method: "POST",
      body: form,
    });
    return (await response.json()) as Answer;
  };
  const bytes = new Blob(["a;b\r\n\r\n--1;2"], { type: "text/csv" });
  const reply_parameters = JSON.stringify({ message_id: 999, allow_sending_without_reply: true });
  const sent = await upload("sendDocument", {
    chat_id: String(ana),
    document: bytes,
    caption: "<b>x</b>",
    parse_mode: "HTML",
    reply_parameters,
  });
  expect(sent.result).toMatchObject({
    caption: "x",
    document: { file_name: "laporan é.csv", mime_type: "text/csv", file_size: 12 },
  });
  const { result } = await call("getFile", { file_id: sent.result.document.file_id });
  const file = await fetch(`${server.url}/file/bot7000000001:PLAYGROUND/${result.file_path}`);
  expect(await file.text()).toBe("a;b\r\n\r\n--1;2");
  const photo = await upload("sendPhoto", { chat_id: String(ana), photo: "attach://p", p: new Blob([png]) });
  expect(photo.result.photo[0]).toMatchObject({ width: 1, height: 1, file_size: png.length });
  expect(words(await upload("sendPhoto", { chat_id: String(ana), photo: bytes }))).toBe(
    "Bad Request: IMAGE_PROCESS_FAILED",
  );
  const shown = world.history(ana, ana).at(-1)?.photo ?? "";
  expect((await fetch(server.url + shown)).status).toBe(200);
});

describe("the page", () => {
  test("acts and sees", async () => {
    const { page, world, drain, call } = await open();
    await drain();
    expect((await page("/api/state?as=1001")).body.people[0].unread).toBeGreaterThan(0);
    const said = await page("/api/act", { as: ana, do: "say", chat: group, text: "/ide x" });
    expect(said.body).toMatchObject({ ok: true, message: expect.any(Number) });
    const { body } = await page(`/api/state?as=${ana}&chat=${group}`);
    expect(body).toMatchObject({
      zone: "Asia/Jayapura",
      people: [{ key: "ana", unread: 0 }],
    });
    expect(body.messages.at(-1)).toMatchObject({ text: "/ide x", mine: true });
    expect((await page(`/api/state?as=${sari}&chat=${group}`)).body.messages).toEqual([]);
    expect((await page(`/api/state?as=${sari}&chat=${sari}`)).body.chat.canStart).toBe(true);
    const refused = await page("/api/act", { as: sari, do: "say", chat: group, text: "x" });
    expect([refused.status, refused.body.ok]).toEqual([400, false]);
    expect((await page("/api/act", { as: sari, do: "start", payload: "g_1" })).body.ok).toBe(true);
    const made = (await page("/api/act", { as: budi, do: "newGroup" })).body.chat;
    expect(world.chats(budi).map(({ id }) => id)).toContain(made);
    expect((await call("sendMessage", { chat_id: made, text: "halo" })).ok).toBe(true);
    expect((await page("/api/calls?after=0")).body.at(-1)).toMatchObject({ method: "sendMessage", ok: true });
    expect(JSON.stringify(world.calls())).not.toContain("PLAYGROUND");
  });

  test("moves the clock to Monday morning in the east", async () => {
    const { page, world } = await open();
    expect((await page("/api/clock", { to: "monday" })).body.now).toBe("2026-11-22T23:00:00Z");
    expect((await page("/api/clock", { to: "monday" })).body.now).toBe("2026-11-29T23:00:00Z");
    expect((await page("/api/clock", { hours: 1 })).body.now).toBe("2026-11-30T00:00:00Z");
    expect((await page("/api/clock", { hours: -1 })).status).toBe(400);
    expect(Number(world.meta("clock.offset"))).toBeGreaterThan(0);
  });
});

describe("the page's line to the world", () => {
  test("cuts the bot off", async () => {
    const { page, call, drain } = await open();
    await drain();
    const poll = call("getUpdates", { timeout: 50 });
    const failed = expect(poll).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await page("/api/fault", { name: "outage", on: true, as: ana, chat: ana });
    await failed;
    await expect(call("getMe")).rejects.toThrow();
    await page("/api/fault", { name: "outage", on: false, as: ana, chat: ana });
    expect((await call("getMe")).ok).toBe(true);
  });

  test("streams what changes", async () => {
    const { server, world } = await open();
    const stream = await fetch(`${server.url}/api/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    world.say(ana, group, "halo");
    let text = "";
    while (!text.includes("changed")) text += (await reader?.read())?.value ?? "";
    expect(text).toContain(`data: {"kind":"changed","chat":${group}}`);
    await reader?.cancel();
  });

  test("is for pages of this machine only", async () => {
    const { server, page } = await open();
    const from = (headers: Record<string, string>) => status(server.port, "/api/state?as=1001", headers);
    expect(await from({ host: "evil.example" })).toBe(403);
    expect(await from({ host: `localhost:${server.port}`, origin: "https://evil.example" })).toBe(403);
    expect(await from({ host: `localhost:${server.port}` })).toBe(200);
    expect((await page("/page/..%2fserver.ts")).status).toBe(404);
    for (const name of ["preact", "hooks", "htm"])
      expect(
        (await fetch(`${server.url}/page/vendor/${name}.module.js`)).headers.get("content-type"),
      ).toMatch("javascript");
  });
});

/** `fetch` does not let a test lie about the host. */
async function status(port: number, path: string, headers: Record<string, string>) {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
