import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { group, who } from "../src/playground/cast.ts";
import { findMethod } from "../src/playground/methods/table.ts";
import { token } from "../src/playground/people.ts";
import { wrongInRequest, wrongInResult, wrongInUpdate } from "./support/wire.ts";
import { everyCall } from "./support/wire-calls.ts";
import { shapeOf } from "./support/wire-shape.ts";
import { tapWire } from "./support/wire-tap.ts";
import { openWire, pixel, small } from "./support/wire-world.ts";

const { ana, budi, sari } = who;
const chat = group.id;
const person = { id: ana, is_bot: false, first_name: "Ana" };
const message = {
  message_id: 1,
  date: 1,
  chat: { id: ana, type: "private", first_name: "Ana" },
  from: person,
  text: "Halo",
};

describe("the official types", () => {
  test.each([
    ["a call as it should be", wrongInRequest("sendMessage", { chat_id: ana, text: "Halo" }), undefined],
    ["an unknown parameter", wrongInRequest("getMe", { who: 1 }), 'it has an unknown field "who"'],
    ["a missing one", wrongInRequest("sendMessage", { chat_id: ana }), 'it lacks "text"'],
    [
      "one of another kind",
      wrongInRequest("sendMessage", { chat_id: ana, text: 5 }),
      "text must be string: 5",
    ],
    [
      "an id with a fraction",
      wrongInRequest("getChat", { chat_id: 1.5 }),
      "chat_id must be integer or string: 1.5",
    ],
    ["an unknown method", wrongInRequest("sendGreeting", {}), "there is no such method"],
    [
      "a wrong button, whatever else a keyboard may be",
      wrongInRequest("sendMessage", {
        chat_id: 1,
        text: "a",
        reply_markup: { inline_keyboard: [[{ text: "a", url: 3 }]] },
      }),
      "reply_markup.inline_keyboard[0][0].url must be string: 3",
    ],
    [
      "a wrong sign",
      wrongInRequest("setMessageReaction", {
        chat_id: 1,
        message_id: 1,
        reaction: [{ type: "emoji", emoji: "🌳" }],
      }),
      "reaction[0].emoji must be one of",
    ],
    ["an update as it should be", wrongInUpdate({ update_id: 1, message }), undefined],
    [
      "an unknown field in a person",
      wrongInUpdate({ update_id: 1, message: { ...message, from: { ...person, age: 5 } } }),
      'message.from has an unknown field "age"',
    ],
    [
      "an answer to an answer",
      wrongInUpdate({
        update_id: 1,
        message: { ...message, reply_to_message: { ...message, reply_to_message: message } },
      }),
      'message.reply_to_message has an unknown field "reply_to_message"',
    ],
    ["a wrong result", wrongInResult("sendMessage", { ...message, text: undefined }), 'it lacks "text"'],
  ])("tell of %s", (_, complaint, expected) => {
    if (expected === undefined) expect(complaint).toBeUndefined();
    else expect(complaint).toContain(expected);
  });
});

type Wire = Awaited<ReturnType<typeof openWire>>;

let wire: Wire;
let passed: { what: string; complaint: string | undefined }[];
let stop: () => void;

beforeEach(async () => {
  wire = await openWire();
  passed = [];
  stop = tapWire((what, complaint) => void passed.push({ what, complaint }));
});

afterEach(async () => {
  stop();
  await wire.close();
});

/** How long a chat needs from one message to the next, when there are many; in milliseconds. */
const A_MESSAGE = 3_100;

const complaints = () =>
  passed.flatMap(({ what, complaint }) => (complaint ? [`${what}: ${complaint}`] : []));

describe("what passes on the wire", () => {
  test("is held against the types: what is asked, answered, and refused", async () => {
    await wire.call("sendMessage", { chat_id: chat, text: "Halo", colour: "red" });
    await expect(wire.call("sendMessage", { chat_id: 5, text: "Halo" })).rejects.toThrow("chat not found");
    await expect
      .poll(() => passed.map(({ what }) => what))
      .toEqual(["asked sendMessage", "answered sendMessage", "asked sendMessage", "refused sendMessage"]);
    expect(complaints()).toEqual([
      expect.stringContaining('asked sendMessage: it has an unknown field "colour"'),
    ]);
  });

  test("is read alike from an address, a form and JSON", async () => {
    const values = { chat_id: chat, text: "5", parse_mode: "HTML", reply_markup: { force_reply: true } };
    const texts = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const form = new FormData();
    for (const [name, text] of texts) form.set(String(name), String(text));
    const address = `${wire.url}/bot${token}/sendMessage`;
    const bodies = [new URLSearchParams(texts), form];
    await fetch(`${address}?${new URLSearchParams(texts)}`);
    for (const body of bodies) await fetch(address, { method: "POST", body });

    await expect.poll(() => passed.length).toBe(6);
    expect(complaints()).toEqual([]);
  });
});

describe("the emulator", () => {
  test("answers each of its methods as the types have it", async () => {
    const calls = await everyCall(wire);
    const official = Object.keys(shapeOf("ApiMethods<string>").properties ?? {});
    expect(calls.map(([method]) => method).sort()).toEqual(official.filter(findMethod).sort());

    for (const [method, params] of calls) {
      wire.clock.move(A_MESSAGE);
      await wire.call(method, params);
    }
    const heard = () => new Set(passed.map(({ what }) => what));
    await expect
      .poll(heard)
      .toEqual(new Set(calls.flatMap(([method]) => [`asked ${method}`, `answered ${method}`])));
    expect(complaints()).toEqual([]);
  });

  test("makes each of its updates as the types have it", async () => {
    const { world, call } = wire;
    await call("getUpdates", { allowed_updates: everyKind });
    const { message_id } = await call<{ message_id: number }>("sendMessage", {
      chat_id: chat,
      text: "Halo",
      reply_markup: { inline_keyboard: [[{ text: "Ya", callback_data: "ya" }]] },
    });
    world.start(ana, "i_TNB-1");
    world.edit(
      ana,
      chat,
      world.say(ana, chat, "/ide Kotak saran @lumbung_bot #lab https://example.org").message_id,
      "/ide Perahu",
    );
    world.say(budi, chat, "Jawaban", { replyTo: message_id });
    world.say(budi, chat, "Di topik", { topic: 77 });
    for (const kind of ["photo", "document", "voice", "audio", "video"] as const)
      world.say(ana, ana, "Kertas plano #lab", { file: { kind, bytes: pixel } });
    world.say(ana, ana, "", { file: { kind: "video_note", bytes: pixel } });
    world.say(ana, ana, "", { file: { kind: "photo", bytes: pixel }, album: "1" });
    world.say(ana, ana, "Kata orang", { forward: budi });
    world.say(ana, ana, "Kata seseorang", { forward: "Seseorang" });
    void world.press(ana, chat, message_id, "Ya");
    world.react(ana, chat, message_id, "👍");
    world.react(ana, chat, message_id, null);
    world.join(chat, sari);
    world.leave(chat, sari);
    world.block(ana);
    world.unblock(ana);
    await call("pinChatMessage", { chat_id: chat, message_id });
    world.migrate(small.id);
    world.removeBot(chat, budi);

    const updates = await call<Record<string, object>[]>("getUpdates");
    expect([...new Set(updates.map(kindOf))].sort()).toEqual([
      "callback_query",
      "chat_member",
      "edited_message",
      "message",
      ...["message audio", "message document"].map((kind) => `${kind} caption caption_entities`),
      "message forward_origin",
      "message left_chat_member",
      "message migrate_to_chat_id",
      "message new_chat_members",
      "message photo caption caption_entities",
      "message photo media_group_id",
      "message pinned_message",
      "message reply_to_message",
      "message reply_to_message message_thread_id is_topic_message",
      "message sender_chat migrate_from_chat_id",
      "message video caption caption_entities",
      "message video_note",
      "message voice caption caption_entities",
      "message_reaction",
      "my_chat_member",
    ]);
    await expect.poll(() => passed.at(-1)?.what).toBe("answered getUpdates");
    expect(complaints()).toEqual([]);
  });

  test("pushes its updates as the types have them", async () => {
    const { world, call } = wire;
    const hook = createServer((request, response) => request.resume().on("end", () => response.end()));
    await new Promise<void>((listening) => hook.listen(0, "127.0.0.1", listening));
    await call("setWebhook", { url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook` });
    world.start(ana);
    world.say(ana, ana, "Halo");
    await expect.poll(() => world.pending()).toBe(0);
    await expect.poll(() => passed.filter(({ what }) => what === "pushed an update")).not.toEqual([]);
    expect(complaints()).toEqual([]);
    hook.close();
  });
});

const everyKind = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "chat_member",
  "message_reaction",
];

/** The kind of an update; of a message, also what is special in it. */
function kindOf(update: Record<string, object>): string {
  const kind = everyKind.find((kind) => update[kind]) ?? "unknown";
  const ordinary = ["message_id", "from", "chat", "date", "text", "entities"];
  const special =
    kind === "message" ? Object.keys(update[kind] ?? {}).filter((key) => !ordinary.includes(key)) : [];
  return [kind, ...special].join(" ");
}
