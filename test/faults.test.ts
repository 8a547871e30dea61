import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe } from "vitest";
import { movableClock } from "../src/clock.ts";
import { faults } from "../src/playground/faults/table.ts";
import { startPlayground } from "../src/playground/server.ts";
import { openWorld } from "../src/playground/world.ts";
import { type Chat, expect, test, who } from "./support/chat.ts";

const lab = -1_001_000_000_001;
const small = -5_000_000_001;
const [ana, yosef, budi] = [1001, 1002, 1005];

// biome-ignore lint/suspicious/noExplicitAny: the wire's answers are looked at as they are.
type Any = any;
type Answer = { ok: boolean; error_code?: number; description?: string; parameters?: Any; result: Any };

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A world with a supergroup and a group, the bot in both, and nothing in the queue. */
async function open() {
  const clock = movableClock(() => Date.UTC(2026, 10, 20, 6), 0, { ticking: false });
  const world = openWorld({ file: ":memory:", clock });
  for (const [id, first_name] of [
    [ana, "Ana"],
    [yosef, "Yosef"],
    [budi, "Budi"],
  ] as const)
    world.addPerson({ id, first_name });
  world.addGroup({ id: lab, title: "Lab", creator: budi, members: [ana, yosef] });
  world.addGroup({ id: small, type: "group", title: "Kecil", creator: budi, members: [ana] });
  for (const id of [lab, small]) world.addBot(id, budi, true);
  world.start(ana);
  const server = await startPlayground({ world, clock, port: 0, cast: [] });
  endings.push(async () => {
    await server.close();
    world.close();
  });
  const wire = client(server.url);
  await wire.drain();
  return { clock, world, server, ...wire };
}

function client(url: string) {
  const ask = (method: string, params: object = {}, signal?: AbortSignal) =>
    fetch(`${url}/bot7000000001:PLAYGROUND/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
      ...(signal ? { signal } : {}),
    });
  const call = async (method: string, params?: object): Promise<Answer> =>
    (await (await ask(method, params)).json()) as Answer;
  const send = (chat_id: number, text = "halo", more = {}) => call("sendMessage", { chat_id, text, ...more });
  /** Takes all updates and confirms them. */
  const drain = async (): Promise<Any[]> => {
    const { result } = await call("getUpdates");
    const last = result.at(-1)?.update_id;
    if (last) await call("getUpdates", { offset: last + 1, limit: 1 });
    return result;
  };
  const page = async (path: string, body?: object) => {
    const headers = { "content-type": "application/json" };
    const post = body ? { method: "POST", headers, body: JSON.stringify(body) } : {};
    return (await (await fetch(url + path, post)).json()) as Any;
  };
  return { ask, call, send, drain, page };
}

type World = Awaited<ReturnType<typeof open>>["world"];

const heard = (world: World, chat: number, person = ana) =>
  world.history(person, chat).flatMap(({ from, text }) => (from.bot && text ? [text] : []));

const keyboard = (data: string) => ({ inline_keyboard: [[{ text: "Tekan", callback_data: data }]] });

const kindOf = (update: object) => Object.keys(update).find((key) => key !== "update_id");

/** A webhook that answers 200 to everything. */
async function hook(seen: (update: Any) => void) {
  const server = createServer(async (request, response) => {
    seen(JSON.parse((await request.toArray()).join("")));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function until(happened: () => boolean) {
  for (let n = 0; n < 300 && !happened(); n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(happened()).toBe(true);
}

describe("the table of faults", () => {
  const folder = "src/playground/faults/";
  const helpers = ["armed", "dropped", "fault", "strike", "table"];
  const files = readdirSync(folder)
    .map((file) => file.replace(".ts", ""))
    .filter((name) => !helpers.includes(name));
  const words = readFileSync("src/playground/page/texts-faults.js", "utf8");

  test("lists every rule's file by its name", () => {
    expect(Object.keys(faults).sort()).toEqual(files.sort());
  });
  test.for(files)(
    "%s says what happens and where that is written, and has its words in both languages",
    (name) => {
      expect(readFileSync(`${folder}${name}.ts`, "utf8")).toMatch(/\/\*\*\n \* [\s\S]+\n \*\n \* Source: \S/);
      for (const key of [`"fault.${name}":`, `"fault.${name}.note":`])
        expect(words.split(key)).toHaveLength(3);
    },
  );
});

describe("too-many", () => {
  test("refuses one chat, for so many calls, and says how long to wait", async () => {
    const { world, ask, send } = await open();
    world.fault("too-many", { chat: lab, times: 2, retryAfter: 7 });
    const refused = await ask("sendMessage", { chat_id: lab, text: "halo" });
    expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([
      429,
      "7",
      {
        ok: false,
        error_code: 429,
        description: "Too Many Requests: retry after 7",
        parameters: { retry_after: 7 },
      },
    ]);
    expect((await send(ana)).ok).toBe(true);
    expect((await send(lab)).error_code).toBe(429);
    expect((await send(lab)).ok).toBe(true);
    expect([heard(world, lab), heard(world, ana)]).toEqual([["halo"], ["halo"]]);
  });

  test("refuses all chats for a time of the world's clock, and says what is left of it", async () => {
    const { world, clock, send, call } = await open();
    world.fault("too-many", { ms: 30_000 });
    expect((await send(ana)).parameters).toEqual({ retry_after: 30 });
    clock.move(20_000);
    expect((await send(lab)).parameters).toEqual({ retry_after: 10 });
    expect((await call("getUpdates")).ok).toBe(true);
    clock.move(10_000);
    expect((await send(lab)).ok).toBe(true);
  });
});

describe("outage", () => {
  test("cuts calls, files and webhooks for a time; what people say meanwhile comes afterwards", async () => {
    const { world, clock, server, call, drain } = await open();
    const seen: string[] = [];
    await call("setWebhook", { url: await hook((update) => seen.push(update.message?.text)) });
    world.fault("outage", { ms: 60_000 });
    world.say(ana, ana, "satu");
    await expect(call("getMe")).rejects.toThrow();
    await expect(fetch(`${server.url}/file/bot7000000001:PLAYGROUND/photos/x`)).rejects.toThrow();
    expect([seen, world.pending()]).toEqual([[], 1]);
    clock.move(60_000);
    await until(() => world.pending() === 0);
    expect(seen).toEqual(["satu"]);
    await call("deleteWebhook");
    expect(await drain()).toEqual([]);
  });

  test("is what cutNetwork does", async () => {
    const { world, call } = await open();
    world.cutNetwork(true);
    world.cutNetwork(true);
    await expect(call("getMe")).rejects.toThrow();
    world.cutNetwork(false);
    expect((await call("getMe")).ok).toBe(true);
  });
});

describe("dropped connections", () => {
  test("before: nothing was done, once", async () => {
    const { world, send } = await open();
    world.fault("drop-before", { method: "sendMessage", times: 1 });
    await expect(send(lab)).rejects.toThrow();
    expect(heard(world, lab)).toEqual([]);
    expect((await send(lab)).ok).toBe(true);
    expect(heard(world, lab)).toEqual(["halo"]);
  });

  test("after: it was done, and nobody was told", async () => {
    const { world, send, ask } = await open();
    const lift = world.fault("drop-after", { method: "sendMessage", chat: lab });
    await expect(send(lab)).rejects.toThrow();
    expect(heard(world, lab)).toEqual(["halo"]);
    await expect(send(lab, "lagi")).rejects.toThrow();
    await expect(ask("sendMessage", { chat_id: lab, text: "" })).rejects.toThrow();
    expect((await send(ana)).ok).toBe(true);
    lift();
    expect((await send(lab, "tiga")).ok).toBe(true);
    expect(heard(world, lab)).toEqual(["halo", "lagi", "tiga"]);
    expect(world.calls().filter(({ ok }) => !ok)).toHaveLength(3);
  });

  test("after a poll: its updates come again, since nobody confirmed them", async () => {
    const { world, call } = await open();
    world.say(ana, ana, "satu");
    world.fault("drop-after", { method: "getUpdates", times: 1 });
    await expect(call("getUpdates")).rejects.toThrow();
    expect((await call("getUpdates")).result).toMatchObject([{ message: { text: "satu" } }]);
  });
});

describe("slow", () => {
  test("does it at once and answers late; who hangs up does not learn what came of it", async () => {
    const { world, ask } = await open();
    world.fault("slow", { method: "sendMessage", by: 600_000 });
    const impatient = new AbortController();
    let answered = false;
    const call = ask("sendMessage", { chat_id: lab, text: "halo" }, impatient.signal);
    void call.then(() => (answered = true)).catch(() => {});
    await until(() => heard(world, lab).length === 1);
    expect(answered).toBe(false);
    impatient.abort();
    await expect(call).rejects.toThrow();
  });

  test("answers what it would have answered, also a refusal", async () => {
    const { world, send } = await open();
    world.fault("slow", { by: 20 });
    expect((await send(lab)).result.text).toBe("halo");
    expect((await send(lab, "")).description).toBe("Bad Request: message text is empty");
  });
});

describe("server-error", () => {
  test("is JSON of Telegram's, and nothing was done", async () => {
    const { world, send } = await open();
    world.fault("server-error", { status: 500, times: 1 });
    expect(await send(lab)).toEqual({ ok: false, error_code: 500, description: "Internal Server Error" });
    world.fault("server-error", { times: 1 });
    expect(await send(lab)).toEqual({ ok: false, error_code: 502, description: "Bad Gateway" });
    expect(heard(world, lab)).toEqual([]);
    expect((await send(lab)).ok).toBe(true);
  });

  test("is the gateway's page, and what was asked may have been done", async () => {
    const { world, ask } = await open();
    world.fault("server-error", { status: 504, html: true, applied: true, times: 1 });
    const answer = await ask("sendMessage", { chat_id: lab, text: "halo" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([504, "text/html"]);
    expect(await answer.text()).toContain("<h1>504 Gateway Timeout</h1>");
    expect(heard(world, lab)).toEqual(["halo"]);
  });
});

describe("redeliver", () => {
  test("brings an update again at the next poll although it was confirmed, once", async () => {
    const { world, call } = await open();
    world.fault("redeliver", { kind: "message" });
    world.say(ana, ana, "satu");
    const [first] = (await call("getUpdates")).result;
    const poll = async () => (await call("getUpdates", { offset: first.update_id + 1 })).result;
    expect(await poll()).toEqual([first]);
    expect(await poll()).toEqual([]);
    expect(world.pending()).toBe(0);
  });

  test("brings it again to the webhook although that answered 200, in its turn", async () => {
    const { world, call } = await open();
    const seen: [number, string][] = [];
    const url = await hook(({ update_id, message }) => seen.push([update_id, message.text]));
    await call("setWebhook", { url, allowed_updates: ["message"] });
    world.fault("redeliver", { chat: ana, times: 1 });
    world.say(ana, ana, "satu");
    world.say(ana, ana, "dua");
    await until(() => world.pending() === 0);
    expect(seen.map(([, text]) => text)).toEqual(["satu", "satu", "dua"]);
    expect(seen[0]).toEqual(seen[1]);
  });
});

describe("reorder", () => {
  const asked = async ({ send, drain }: Awaited<ReturnType<typeof open>>) => {
    const { result } = await send(lab, "?", { reply_markup: keyboard("v:1") });
    await drain();
    return result.message_id as number;
  };

  test("lets a press overtake the messages of a chat, which keep their own order", async () => {
    const at = await open();
    const button = await asked(at);
    at.world.fault("reorder", { chat: lab, patience: 600_000 });
    at.world.say(ana, lab, "/ide satu");
    at.world.say(ana, lab, "/ide dua");
    expect((await at.call("getUpdates")).result).toEqual([]);
    void at.world.press(ana, lab, button, "v:1");
    const { result } = await at.call("getUpdates");
    expect(result.map(kindOf)).toEqual(["callback_query", "message", "message"]);
    expect(result.map(({ message }: Any) => message?.text)).toEqual([undefined, "/ide satu", "/ide dua"]);
    const ids = result.map(({ update_id }: Any) => update_id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  test("lets nothing overtake within a queue, and holds nothing back for ever", async () => {
    const { world, call, drain } = await open();
    const lift = world.fault("reorder", { patience: 600_000 });
    world.say(ana, ana, "satu");
    world.say(ana, ana, "dua");
    const poll = call("getUpdates", { timeout: 50 });
    lift();
    expect((await poll).result.map(({ message }: Any) => message.text)).toEqual(["satu", "dua"]);
    await drain();
    world.fault("reorder", { patience: 20 });
    world.say(ana, ana, "tiga");
    expect((await call("getUpdates", { timeout: 50 })).result).toMatchObject([{ message: { text: "tiga" } }]);
  });

  test("repeats nothing that the bot has taken and not confirmed yet", async () => {
    const at = await open();
    const button = await asked(at);
    at.world.say(ana, lab, "/ide satu");
    const [taken] = (await at.call("getUpdates")).result;
    at.world.fault("reorder", { patience: 600_000 });
    at.world.say(ana, lab, "/ide dua");
    void at.world.press(ana, lab, button, "v:1");
    const rest = (await at.call("getUpdates", { offset: taken.update_id + 1 })).result;
    expect(rest.map(({ message }: Any) => message?.text)).toEqual([undefined, "/ide dua"]);
  });
});

describe("expired-press", () => {
  test("refuses the answer to a press in Telegram's words, until it is lifted", async () => {
    const { world, send, call, drain } = await open();
    const { result } = await send(lab, "?", { reply_markup: keyboard("v:1") });
    await drain();
    const press = async () => {
      const toast = world.press(ana, lab, result.message_id, "v:1");
      const [{ callback_query }] = await drain();
      const answer = await call("answerCallbackQuery", {
        callback_query_id: callback_query.id,
        text: "Tercatat",
      });
      return { toast: await toast, answer };
    };
    const lift = world.fault("expired-press", { person: ana });
    expect(await press()).toEqual({
      toast: {},
      answer: {
        ok: false,
        error_code: 400,
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
    });
    lift();
    expect(await press()).toMatchObject({ toast: { text: "Tercatat" }, answer: { result: true } });
  });
});

describe("blocked", () => {
  test("refuses the bot in Telegram's words, and tells it so; unblocking makes it good", async () => {
    const { world, send, drain } = await open();
    const lift = world.fault("blocked", { person: ana });
    expect(await send(ana)).toEqual({
      ok: false,
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    lift();
    expect((await send(ana)).ok).toBe(true);
    const told = (await drain()).map(({ my_chat_member: m }) => [m.chat.type, m.new_chat_member.status]);
    expect(told).toEqual([
      ["private", "kicked"],
      ["private", "member"],
    ]);
  });
});

describe("kicked", () => {
  test.for([
    [lab, "Forbidden: bot was kicked from the supergroup chat"],
    [small, "Forbidden: bot was kicked from the group chat"],
  ] as const)(
    "from %i: the bot is refused, and is told; it can be taken back as it was",
    async ([chat, words]) => {
      const { world, send, drain, call } = await open();
      const lift = world.fault("kicked", { chat });
      expect(await send(chat)).toEqual({ ok: false, error_code: 403, description: words });
      expect((await call("editMessageText", { chat_id: chat, message_id: 1, text: "x" })).description).toBe(
        words,
      );
      const [{ my_chat_member: told }] = await drain();
      expect(told).toMatchObject({
        from: { id: budi },
        old_chat_member: { status: "administrator" },
        new_chat_member: { status: "kicked" },
      });
      lift();
      expect((await send(chat)).ok).toBe(true);
      expect((await drain())[0].my_chat_member.new_chat_member.status).toBe("administrator");
    },
  );
});

describe("migrate", () => {
  const moved = async () => {
    const at = await open();
    const { result } = await at.send(small, "kartu", { reply_markup: keyboard("v:1") });
    await at.drain();
    return { ...at, old: result.message_id as number, became: at.world.migrate(small) };
  };
  const upgraded = (to: number) => ({
    ok: false,
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: to },
  });

  test("tells the bot in the old chat and in the new one, whose message ids begin anew", async () => {
    const { drain, became, send } = await moved();
    expect(String(became)).toMatch(/^-100\d{10}$/);
    const [to, change, from] = await drain();
    expect(to.message).toMatchObject({
      from: { id: budi },
      chat: { id: small, type: "group" },
      migrate_to_chat_id: became,
    });
    expect(change.my_chat_member).toMatchObject({
      chat: { id: became, type: "supergroup", title: "Kecil" },
      old_chat_member: { status: "left" },
      new_chat_member: { status: "administrator" },
    });
    expect(from.message).toMatchObject({
      message_id: 1,
      from: { username: "GroupAnonymousBot", is_bot: true },
      sender_chat: { id: became },
      chat: { id: became },
      migrate_from_chat_id: small,
    });
    expect((await send(became)).result.message_id).toBe(2);
  });

  test("refuses what would write to the old chat or see its members, and says where to go", async () => {
    const { call, became, old } = await moved();
    const where = { chat_id: small, message_id: old };
    for (const [method, more] of [
      ["sendMessage", { text: "halo" }],
      ["pinChatMessage", where],
      ["deleteMessage", where],
      ["getChatAdministrators", {}],
      ["getChatMember", { user_id: ana }],
      ["getChatMemberCount", {}],
      ["sendChatAction", { action: "typing" }],
    ] as const)
      expect(await call(method, { chat_id: small, ...more }), method).toEqual(upgraded(became));
    expect((await call("getChat", { chat_id: small })).result.type).toBe("group");
  });

  test("leaves the old messages to be read, pressed and edited, and nothing to be said there", async () => {
    const { world, call, drain, old } = await moved();
    await drain();
    expect(
      (
        await call("editMessageText", {
          chat_id: small,
          message_id: old,
          text: "baru",
          reply_markup: keyboard("v:1"),
        })
      ).ok,
    ).toBe(true);
    expect(heard(world, small)).toEqual(["baru"]);
    void world.press(ana, small, old, "v:1");
    expect((await drain())[0].callback_query.message).toMatchObject({ chat: { id: small }, message_id: old });
    expect(() => world.say(ana, small, "halo")).toThrow("became a supergroup");
    expect(() => world.migrate(small)).toThrow("became a supergroup");
    expect(() => world.migrate(lab)).toThrow("only a group");
  });

  test("takes the people and the admins along", async () => {
    const { call, became, world } = await moved();
    const { result } = await call("getChatAdministrators", { chat_id: became });
    expect(result.map(({ user, status }: Any) => [user.id, status])).toEqual([
      [budi, "creator"],
      [7_000_000_001, "administrator"],
    ]);
    expect((await call("getChatMember", { chat_id: became, user_id: ana })).result.status).toBe("member");
    expect(world.chats(ana).map(({ id, movedTo }) => [id, movedTo])).toEqual([
      [lab, undefined],
      [became, undefined],
      [small, became],
      [ana, undefined],
    ]);
  });

  test("of a group without the bot tells it nothing", async () => {
    const { world, drain } = await open();
    world.addGroup({ id: -5_000_000_002, type: "group", title: "Lain", creator: budi, members: [] });
    world.fault("migrate", { chat: -5_000_000_002 });
    expect(await drain()).toEqual([]);
  });
});

describe("faults together, and the page", () => {
  test("each meets its own calls; the one armed first is the outermost", async () => {
    const { world, send } = await open();
    world.fault("drop-after", { method: "sendMessage", chat: ana, times: 1 });
    world.fault("too-many", { chat: lab, times: 1 });
    expect((await send(lab)).error_code).toBe(429);
    world.fault("too-many", { chat: ana, times: 1 });
    await expect(send(ana)).rejects.toThrow();
    expect(heard(world, ana)).toEqual([]);
    expect((await send(ana)).ok).toBe(true);
  });

  test("arms every fault of the table and lifts it again", async () => {
    const { page } = await open();
    const look = async (name: string, chat: number) => {
      const { faults: all } = await page(`/api/state?as=${ana}&chat=${chat}`);
      return all.find((one: Any) => one.name === name);
    };
    for (const name of Object.keys(faults)) {
      const chat = { blocked: ana, migrate: small }[name] ?? lab;
      const turn = (on: boolean) => page("/api/fault", { name, on, as: ana, chat });
      expect(await look(name, chat), name).toMatchObject({ armed: false, possible: true });
      const { chat: next } = await turn(true);
      expect(await look(name, chat), name).toMatchObject({ armed: true, possible: name !== "migrate" });
      if (name === "migrate") {
        expect((await page(`/api/state?as=${ana}&chat=${next}`)).chat.title).toBe("Kecil");
        expect(await look(name, next)).toMatchObject({ armed: true, possible: false });
      } else await turn(false);
      expect((await look(name, chat)).armed, name).toBe(name === "migrate");
    }
  });

  test("offers what happens to a chat only where it can", async () => {
    const { page, world } = await open();
    const possible = async (chat: number) =>
      (await page(`/api/state?as=${ana}&chat=${chat}`)).faults
        .filter((one: Any) => one.part === "chat" && one.possible)
        .map(({ name }: Any) => name);
    expect(await possible(lab)).toEqual(["kicked"]);
    expect(await possible(small)).toEqual(["kicked", "migrate"]);
    expect(await possible(ana)).toEqual(["blocked"]);
    const refused = await page("/api/fault", { name: "migrate", on: true, as: ana, chat: lab });
    expect(refused).toMatchObject({ ok: false, error: "this cannot happen here" });
    expect((await page("/api/fault", { name: "nichts", on: true, as: ana, chat: lab })).ok).toBe(false);
    expect(() => world.fault("kicked", { chat: 4711 })).toThrow();
  });
});

/** The codes of the cards that Yosef sees in a chat, in the order in which they came. */
const cards = (chat: Chat, where = lab) =>
  chat.heard("yosef", where).flatMap((text) => /^[A-Z]+-\d+/.exec(text)?.[0] ?? []);

const unsent = ({ app }: Chat) => app.db.outbox.count({ where: { state: { notIn: ["sent", "cancelled"] } } });

describe("the bot, when its calls go wrong", () => {
  const boat = "/ide Perahu puskesmas keliling";
  const box = "/ide Kotak saran di kantor distrik";

  const harmless = [
    ["told to wait twice", "too-many", { method: "sendMessage", times: 2, retryAfter: 3 }],
    ["cut off before anything was done", "drop-before", { method: "sendMessage", times: 1 }],
    ["answered late", "slow", { by: 60, times: 4 }],
    [
      "answered with the gateway's page twice",
      "server-error",
      { method: "sendMessage", html: true, times: 2 },
    ],
    ["answered with 500 twice", "server-error", { method: "sendMessage", status: 500, times: 2 }],
  ] as const;

  test.for(harmless)(
    "%s: each idea has one card, in order, and nothing is left over",
    async ([, name, scope], { chat }) => {
      await chat.opens();
      await chat.starts("ana");
      chat.world.fault(name, scope as never);
      await chat.says("ana", boat);
      await chat.says("yosef", box);
      await chat.pass(60_000);
      expect(cards(chat)).toEqual(["TNB-1", "TNB-2"]);
      expect(await unsent(chat)).toBe(0);
      expect(await chat.app.db.idea.count()).toBe(2);
    },
  );

  test("drop-after: the idea is kept once, its card is there at most twice, and the one that the bot knows counts", async ({
    chat,
  }) => {
    await chat.opens();
    chat.world.fault("drop-after", { method: "sendMessage", times: 1 });
    await chat.says("ana", boat);
    await chat.pass(60_000);
    expect(await chat.app.db.idea.count()).toBe(1);
    expect(["TNB-1", "TNB-1 TNB-1"]).toContain(cards(chat).join(" "));
    await chat.presses("yosef", "👍");
    await chat.pass(10_000);
    expect(chat.sees("ana", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
  });

  test("drop-after an edit: the card shows the newest state", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", boat);
    chat.world.fault("drop-after", { method: "editMessageText", times: 1 });
    await chat.presses("yosef", "👍");
    await chat.presses("budi", "👍");
    await chat.pass(60_000);
    expect(cards(chat)).toEqual(["TNB-1"]);
    expect(chat.sees("ana", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 2");
  });
});

describe("the bot, when updates come otherwise than they were", () => {
  test("redeliver: what comes twice is done once", async ({ chat }) => {
    await chat.opens();
    chat.world.fault("redeliver");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    expect(await chat.presses("yosef", "👍")).toContain("dihitung");
    await chat.pass(10_000);
    expect(cards(chat)).toEqual(["TNB-1"]);
    expect(await chat.app.db.vote.count()).toBe(1);
    expect(chat.sees("ana", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
    expect(chat.errors).toEqual([]);
  });

  test("reorder: a press that overtakes a message loses neither", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    chat.world.fault("reorder", { chat: lab, patience: 60_000 });
    chat.world.say(who.ana, lab, "/ide Kotak saran di kantor distrik");
    expect(await chat.presses("ana", "👍")).toBeDefined();
    await chat.pass(10_000);
    expect(cards(chat)).toEqual(["TNB-1", "TNB-2"]);
    expect(chat.errors).toEqual([]);
  });

  test("expired-press: the vote counts although its answer came too late", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    chat.world.fault("expired-press");
    expect(await chat.presses("yosef", "👍")).toBeUndefined();
    await chat.pass(10_000);
    expect(chat.sees("ana", lab).at(-1)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
  });
});

describe("the bot, when it is shut out", () => {
  test("blocked: the group hears a mention instead; unblocked, the person is reached again", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("maria", "mentor");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const replyTo = chat.sees("maria", lab).at(-1)?.id ?? 0;
    const before = chat.heard("ana").length;
    const lift = chat.world.fault("blocked", { person: who.ana });
    await chat.settle();
    await chat.says("maria", "Mulai di satu puskesmas dulu.", { replyTo });
    expect(chat.sees("yosef", lab).at(-1)?.html).toContain("Ana");
    lift();
    await chat.settle();
    await chat.says("maria", "Siapa juru mudinya?", { replyTo });
    expect(chat.heard("ana").slice(before)).toEqual([expect.stringContaining("Siapa juru mudinya?")]);
  });

  test("kicked: it says nothing there; taken back, the lab goes on where it was", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const lift = chat.world.fault("kicked", { chat: lab });
    await chat.settle();
    chat.world.say(who.ana, lab, "/ide Tidak ada yang mendengar");
    await chat.pass(60_000);
    lift();
    await chat.settle();
    await chat.says("yosef", "/ide Kotak saran di kantor distrik");
    expect(cards(chat)).toEqual(["TNB-1", "TNB-2"]);
    expect(await chat.app.db.lab.count()).toBe(1);
  });
});

describe("the bot, when its group becomes a supergroup", () => {
  const opensSmall = async (chat: Chat) => {
    chat.world.addGroup({
      id: small,
      type: "group",
      title: "Grup Kecil",
      creator: budi,
      members: [ana, yosef],
    });
    chat.world.addBot(small, budi, true);
    await chat.settle();
    await chat.says("ana", "/ide Perahu puskesmas keliling", { in: small });
  };
  /** Lets the clock go on until every update is worked off: one that fails waits before it is tried again. */
  const calm = async (chat: Chat) => {
    const left = () => chat.app.db.update.count({ where: { doneAt: null } });
    for (let n = 0; n < 400 && (chat.world.pending() > 0 || (await left()) > 0); n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      chat.clock.move(300);
    }
    await chat.settle();
    await chat.pass(10_000);
  };
  const groups = ({ app }: Chat) => app.db.chat.findMany({ where: { kind: { not: "private" } } });
  const lastCard = (chat: Chat, where: number) =>
    chat.sees("yosef", where).findLast(({ buttons }) => buttons);

  test("migrate: the lab goes on in the new chat, with the next number", async ({ chat }) => {
    await opensSmall(chat);
    const became = chat.world.migrate(small);
    await calm(chat);
    await chat.says("yosef", "/ide Kotak saran di kantor distrik", { in: became });
    expect([cards(chat, small), cards(chat, became)]).toEqual([["KCL-1"], ["KCL-2"]]);
    expect(await chat.app.db.lab.count()).toBe(1);
    expect(await groups(chat)).toMatchObject([
      { telegramId: BigInt(became), kind: "supergroup", leftAt: null },
    ]);
  });

  test("migrate: nobody is greeted again, and nothing fails on the way", async ({ chat }) => {
    await opensSmall(chat);
    const became = chat.world.migrate(small);
    await calm(chat);
    expect(chat.heard("yosef", became)).toEqual([]);
    expect(chat.errors).toEqual([]);
  });

  test("migrate: a vote on a card in the old chat counts, and is shown there", async ({ chat }) => {
    await opensSmall(chat);
    chat.world.migrate(small);
    await calm(chat);
    const on = lastCard(chat, small)?.id ?? 0;
    const toast = await chat.presses("yosef", "👍", { in: small, on });
    await chat.pass(10_000);
    expect(toast).toContain("dihitung");
    expect(lastCard(chat, small)?.buttons?.[0]?.[0]?.text).toBe("👍 1");
    expect(await groups(chat)).toHaveLength(1);
  });

  test("migrate: a card goes on being drawn in the old chat when the vote comes from elsewhere", async ({
    chat,
  }) => {
    await opensSmall(chat);
    chat.world.migrate(small);
    await calm(chat);
    await chat.app.db.post.updateMany({ where: { about: "idea" }, data: { staleAt: chat.clock.now() } });
    await chat.app.db.idea.updateMany({ data: { text: "Perahu puskesmas keliling, dua kali sebulan" } });
    await chat.pass(10_000);
    expect(lastCard(chat, small)?.text ?? lastCard(chat, small)?.html).toContain("dua kali sebulan");
  });

  /** The bot answers in the old chat, is told to wait, and meanwhile the group becomes a supergroup. */
  const answersTooLate = async (chat: Chat) => {
    await opensSmall(chat);
    chat.clock.move(60_000);
    const lift = chat.world.fault("too-many", { chat: small, retryAfter: 30 });
    const asked = chat.world.say(ana, small, "/ide Kotak saran di kantor distrik").message_id;
    const refused = () => chat.world.calls().some(({ error }) => error?.startsWith("429"));
    await until(() => chat.world.pending() === 0 && refused());
    const became = chat.world.migrate(small);
    lift();
    return { became, asked };
  };

  test("migrate: what waits to be said goes to the new chat, once", async ({ chat }) => {
    const { became } = await answersTooLate(chat);
    await calm(chat);
    await chat.pass(60_000);
    expect([cards(chat, small), cards(chat, became)]).toEqual([["KCL-1"], ["KCL-2"]]);
    expect(await unsent(chat)).toBe(0);
  });

  test("migrate: what was to be put to a message of the old chat is put to none of the new one", async ({
    chat,
  }) => {
    const { became, asked } = await answersTooLate(chat);
    while (chat.world.say(yosef, became, "obrolan").message_id < asked) {}
    await calm(chat);
    await chat.pass(60_000);
    expect(chat.sees("yosef", became).filter(({ reactions, replyTo }) => reactions || replyTo)).toEqual([]);
  });

  test("reorder: a message of the new chat that overtakes the news of it finds the same lab", async ({
    chat,
  }) => {
    await opensSmall(chat);
    chat.world.fault("reorder", { chat: small, patience: 60_000, times: 1 });
    const became = chat.world.migrate(small);
    chat.world.say(yosef, became, "/ide Kotak saran di kantor distrik");
    await calm(chat);
    expect(cards(chat, became)).toEqual(["KCL-2"]);
    expect(await chat.app.db.lab.count()).toBe(1);
    expect(await groups(chat)).toHaveLength(1);
  });
});
