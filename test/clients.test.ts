import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, describe, expect } from "vitest";
import { group, who } from "../src/playground/cast.ts";
import { bot, token } from "../src/playground/people.ts";
import type { Client, Open } from "./support/wire-client.ts";
import { openGramio } from "./support/wire-gramio.ts";
import { openGrammy } from "./support/wire-grammy.ts";
import { openNodeTelegram } from "./support/wire-node-telegram.ts";
import { watchWire } from "./support/wire-tap.ts";
import { openWire, pixel } from "./support/wire-world.ts";

// gramio sends Telegram a field that is meant for itself.
watchWire({ except: /unknown field "suppress"/ });

const { ana, sari, yosef } = who;
const clients: [string, Open][] = [
  ["grammY", openGrammy],
  ["node-telegram-bot-api", openNodeTelegram],
  ["gramio", openGramio],
];

type Wire = Awaited<ReturnType<typeof openWire>>;

const test = base.extend<{ wire: Wire }>({
  wire: async ({}, use) => {
    const wire = await openWire();
    await use(wire);
    await wire.close();
  },
});

/** What somebody reads last in a chat. */
const last = ({ world }: Wire, person = ana, chat = person) => world.history(person, chat).at(-1);
const sent = (result: unknown) => (result as { message_id: number }).message_id;
const keyboard = {
  inline_keyboard: [
    [
      { text: "Setuju", callback_data: "yes" },
      { text: "Peta", url: "https://example.org" },
    ],
  ],
};

describe.each(clients)("%s", (_, open) => {
  const opened = (wire: Wire): Client => open(token, wire.url);

  test("learns who it is", async ({ wire }) => {
    expect(await opened(wire).call("getMe", {})).toMatchObject({
      id: bot.id,
      is_bot: true,
      username: bot.username,
    });
  });

  test("gets by polling what is written and pressed, and answers", async ({ wire }) => {
    const stop = await opened(wire).poll();
    await converses(wire);
    await stop();
  });

  test("gets the same by webhook, and refuses who does not know the secret", async ({ wire }) => {
    const client = opened(wire);
    await client.call("getMe", {});
    const server = createServer(client.hook("s3cret")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    await client.call("setWebhook", { url, secret_token: "s3cret" });
    await converses(wire);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
    server.close();
  });

  test("sends HTML with a keyboard, and changes it", async ({ wire }) => {
    const client = opened(wire);
    wire.world.start(ana);
    const text = "<b>Antrean</b> &amp; <a href='https://example.org'>peta</a>";
    const message_id = sent(
      await client.call("sendMessage", { chat_id: ana, text, parse_mode: "HTML", reply_markup: keyboard }),
    );
    expect(last(wire)).toMatchObject({
      text: "Antrean & peta",
      buttons: [[{ text: "Setuju", data: "yes" }, { text: "Peta" }]],
    });
    await client.call("editMessageText", {
      chat_id: ana,
      message_id,
      text: "<i>Selesai</i>",
      parse_mode: "HTML",
    });
    expect(last(wire)).toMatchObject({ id: message_id, html: "<i>Selesai</i>", edited: true });
    expect(last(wire)?.buttons).toBeUndefined();
  });

  test("reacts, and asks who belongs to a group", async ({ wire }) => {
    const client = opened(wire);
    const { message_id } = wire.world.say(ana, group.id, "/ide Kotak saran");
    await client.call("setMessageReaction", {
      chat_id: group.id,
      message_id,
      reaction: [{ type: "emoji", emoji: "👍" }],
    });
    expect(last(wire, ana, group.id)?.reactions).toEqual([{ emoji: "👍", count: 1, mine: false }]);
    const member = (user_id: number) => client.call("getChatMember", { chat_id: group.id, user_id });
    expect(await member(yosef)).toMatchObject({ status: "member", user: { id: yosef } });
    expect(await member(sari)).toMatchObject({ status: "left" });
  });

  test("uploads a picture and a file", async ({ wire }) => {
    const client = opened(wire);
    wire.world.start(ana);
    await client.upload("sendPhoto", ana, pixel);
    expect(last(wire)?.photo).toBeDefined();
    const { document } = (await client.upload("sendDocument", ana, pixel)) as {
      document: { file_id: string };
    };
    expect(last(wire)?.document?.name).toBe("titik.png");
    const { file_path } = (await client.call("getFile", { file_id: document.file_id })) as {
      file_path: string;
    };
    const file = await fetch(`${wire.url}/file/bot${token}/${file_path}`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pixel);
  });

  test.for([
    [
      "somebody who never pressed Start",
      sari,
      "Halo",
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    ["a chat that is not there", 5, "Halo", 400, "Bad Request: chat not found"],
    [
      "markup that cannot be read",
      ana,
      "<b>Halo",
      400,
      `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
  ] as const)("is refused %s", async ([, chat_id, text, code, words], { wire }) => {
    wire.world.start(ana);
    const client = opened(wire);
    expect(await refusalOf(client, { chat_id, text })).toEqual({ code, words, wait: undefined });
  });

  test("is told how long to wait when it calls too often", async ({ wire }) => {
    wire.world.start(ana);
    wire.world.fault("too-many", { retryAfter: 61 });
    const refusal = await refusalOf(opened(wire), { chat_id: ana, text: "Halo" });
    expect(refusal).toEqual({ code: 429, words: "Too Many Requests: retry after 61", wait: 61 });
  });
});

/** A person writes, reads the answer and presses its button; the toast is the client's. */
async function converses(wire: Wire) {
  const { world } = wire;
  world.start(ana);
  await expect.poll(() => last(wire)?.text).toBe("Ana menulis /start");
  world.say(ana, ana, "Halo 👋🏽 dunia");
  await expect.poll(() => last(wire)?.html).toBe("<b>Ana</b> menulis <i>Halo 👋🏽 dunia</i>");
  const { text } = await world.press(ana, ana, last(wire)?.id ?? 0, "Setuju");
  expect(text).toBe("Anda menekan yes");
  await expect.poll(() => world.pending()).toBe(0);
}

async function refusalOf(client: Client, message: { chat_id: number; text: string }) {
  const call = client.call("sendMessage", { ...message, parse_mode: "HTML" });
  return call.then(
    () => "was not refused",
    (error: unknown) => client.refusal(error),
  );
}
