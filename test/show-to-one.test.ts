import { describe } from "vitest";
import type { Due } from "../src/outbox/due.ts";
import { Refused } from "../src/outbox/outcome.ts";
import type { Call } from "../src/telegram/api.ts";
import { createShowToOne } from "../src/telegram/show-to-one.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";

/** Servers that answer so to what only they know: null is a yes. */
const servers = [
  {
    name: "does not know of such messages",
    edit: new Refused(404, "Not Found: method not found"),
    send: null,
    heard: "door",
  },
  {
    name: "refuses it",
    edit: new Refused(400, "Bad Request: message not found"),
    send: new Refused(400, "USER_NOT_PARTICIPANT"),
    heard: "door",
  },
  { name: "takes it", edit: new Refused(400, "Bad Request: message not found"), send: null, heard: "answer" },
] as const;

describe("what only one member of a group may see", () => {
  for (const { name, edit, send, heard } of servers)
    test(`where the server ${name}: ${heard}`, async ({ chat }) => {
      const { sent, call } = serverOf(edit, send);
      await (await shows(chat, call, true))();
      const open = sent.filter((payload) => !("ephemeral_message_parameters" in payload));
      expect(open.map(({ text }) => text)).toEqual(
        heard === "door" ? [expect.stringContaining("hanya untuk Anda")] : [],
      );
      expect(sent.filter((payload) => "ephemeral_message_parameters" in payload)).toHaveLength(
        heard === "door" && !send ? 0 : 1,
      );
    });

  test("is not said at all after a press, where it cannot be shown so", async ({ chat }) => {
    const { sent, call } = serverOf(new Refused(404, "Not Found: method not found"), null);
    await (await shows(chat, call, false))();
    expect(sent).toEqual([]);
  });

  test("waits where the server is busy", async ({ chat }) => {
    const { call } = serverOf(new Refused(429, "Too Many Requests: retry after 3", { retryAfter: 3 }), null);
    await expect((await shows(chat, call, true))()).rejects.toThrow("Too Many Requests");
  });
});

function serverOf(edit: Refused, send: Refused | null) {
  const sent: Record<string, unknown>[] = [];
  const call = (async (method: string, payload: Record<string, unknown>) => {
    if (method !== "sendMessage") throw edit;
    sent.push(payload);
    if (send && "ephemeral_message_parameters" in payload) throw send;
    return { message_id: 1 };
  }) as Call;
  return { sent, call };
}

async function shows(chat: Chat, call: Call, typed: boolean) {
  await chat.opens();
  await chat.starts("ana");
  const { id: personId } = await chat.app.db.person.findUniqueOrThrow({
    where: { telegramId: BigInt(who.ana) },
  });
  const { id: chatId } = await chat.app.db.chat.findUniqueOrThrow({ where: { telegramId: BigInt(lab) } });
  const said = { key: "person.door", args: {} } as const;
  const row = { chatId, personId, telegramId: BigInt(lab), group: true, topicId: null, replyTo: 7 };
  const otherwise = typed ? { chatId, said } : null;
  const show = createShowToOne(call, { app: chat.app, bot: { username: "lumbung_bot" } });
  return show({ ...row, otherwise } as unknown as Due, { key: "idea.mineEmpty", args: { lab: "Lab" } });
}
