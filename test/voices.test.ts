import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { describe } from "vitest";
import { type Llm, LlmError, type Speech } from "../src/llm/llm.ts";
import { openaiLlm } from "../src/llm/openai.ts";
import { who } from "../src/playground/cast.ts";
import { test as base, type Chat, expect, lab } from "./support/chat.ts";
import { forgedPress } from "./support/forge.ts";
import { labels, last, opens, presses } from "./support/opens.ts";

const SPOKEN = "Papan antrean di depan loket";
const voice = { kind: "voice", bytes: Buffer.from("Suara"), seconds: 12 } as const;

/** What the model was given to hear. */
const heard: Speech[] = [];
let answer: () => Promise<string> = async () => SPOKEN;

const listening: Llm = {
  ask: async () => ({ questions: [] }) as never,
  async transcribe(speech) {
    heard.push(speech);
    return answer();
  },
};

const test = base.extend({
  llm: async ({ task: _ }, use) => {
    heard.length = 0;
    answer = async () => SPOKEN;
    await use(listening as Llm | undefined);
  },
});

async function begins(chat: Chat) {
  await opens(chat);
  await chat.app.db.lab.updateMany({ data: { usesModel: true } });
}

describe("a voice note, where a model for speech is set and the lab turned models on", () => {
  test("without words is written down below the question: one press makes it the idea", async ({ chat }) => {
    await begins(chat);
    await chat.sends("ana", voice);
    await chat.pass(6_000);
    expect(heard.map(({ bytes, mime }) => [String(Buffer.from(bytes)), mime])).toEqual([
      ["Suara", "audio/ogg"],
    ]);
    expect(last(chat, "ana")).toContain(SPOKEN);
    await presses(chat, "ana", "Pakai sebagai isi ide");
    expect(chat.heard("ana").join("\n")).toContain(`TNB-2 tersimpan: ${SPOKEN}`);
    await chat.pass(60_000);
    expect(heard).toHaveLength(1);
    expect(chat.errors).toEqual([]);
  });

  test("with an idea is written down, and its author asked; the old words stay as a version", async ({
    chat,
  }) => {
    await begins(chat);
    await chat.sends("ana", voice, { in: lab, text: "/ide Rekaman saya" });
    await chat.pass(6_000);
    expect(last(chat, "ana")).toContain("Begini yang terdengar");
    expect(labels(chat, "ana")).toEqual(["Pakai sebagai isi ide", "Ubah"]);
    const { id } = await chat.app.db.attachment.findFirstOrThrow();
    const forged = await forgedPress(chat, who.yosef, { data: `useHeard:2:${id}`, chat: who.yosef });
    expect(forged).toBeDefined();
    expect(await chat.app.db.idea.findUnique({ where: { id: 2 } })).toMatchObject({ text: "Rekaman saya" });
    await presses(chat, "ana", "Pakai sebagai isi ide");
    expect(last(chat, "ana")).toContain(`sudah diubah: ${SPOKEN}`);
    await presses(chat, "ana", "Pakai sebagai isi ide");
    expect(await chat.app.db.version.findMany()).toMatchObject([{ ideaId: 2, text: "Rekaman saya" }]);
    expect(chat.errors).toEqual([]);
  });

  test("that the model cannot hear is tried once, kept and playable", async ({ chat }) => {
    await begins(chat);
    answer = () => Promise.reject(new LlmError("transcribe", "failed"));
    await chat.sends("ana", voice, { in: lab, text: "/ide Rekaman saya" });
    await chat.pass(6_000);
    await chat.restart();
    await chat.pass(60_000);
    expect(heard).toHaveLength(1);
    expect(chat.heard("ana").join()).not.toContain("terdengar");
  });

  test("of an anonymous idea is given to no model", async ({ chat }) => {
    await begins(chat);
    await chat.tells("ana", "/ide");
    await presses(chat, "ana", "Anonim");
    await chat.sends("ana", voice);
    await chat.pass(6_000);
    await chat.tells("ana", "Kotak saran di kecamatan");
    await chat.pass(6_000);
    expect(heard).toEqual([]);
  });
});

describe("a voice note elsewhere", () => {
  test("is kept and playable, and no model hears it while the lab has it off", async ({ chat }) => {
    await opens(chat);
    await chat.sends("ana", voice, { in: lab, text: "/ide Rekaman saya" });
    await chat.sends("ana", voice);
    await chat.pass(6_000);
    expect(heard).toEqual([]);
    expect(await chat.app.db.attachment.findMany()).toMatchObject([
      { kind: "voice", seconds: 12, transcript: null },
    ]);
  });
});

describe("the model's client", () => {
  test("brings the whole recording to the server, and its words back", async () => {
    const bytes = Buffer.alloc(1024 * 1024, "suara ");
    const asked: { path: string | undefined; type: string | undefined; body: Buffer }[] = [];
    const server = createServer(async (request, response) => {
      asked.push({ path: request.url, type: request.headers["content-type"], body: await buffer(request) });
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ text: ` ${SPOKEN} ` }));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const llm = openaiLlm({ baseURL, model: "small", transcriptionModel: "ears" });
    const text = await llm.transcribe?.({ bytes: new Uint8Array(bytes), mime: "audio/ogg" });
    server.close();

    expect(text).toBe(SPOKEN);
    expect(asked).toHaveLength(1);
    const { path, type, body } = asked[0] ?? {};
    expect([path, type]).toEqual([
      "/v1/audio/transcriptions",
      expect.stringContaining("multipart/form-data"),
    ]);
    expect(body?.includes(bytes)).toBe(true);
    expect(String(body)).toContain('filename="suara.ogg"');
    expect(String(body)).toContain("ears");
  });

  test("has no ears where no model for speech is set; its trouble is ours", async () => {
    const where = { baseURL: "http://127.0.0.1:9/v1", model: "small" };
    expect(openaiLlm(where).transcribe).toBeUndefined();
    const deaf = openaiLlm({ ...where, transcriptionModel: "ears", timeout: 3_000 });
    await expect(deaf.transcribe?.({ bytes: new Uint8Array(3), mime: "audio/ogg" })).rejects.toThrow(
      LlmError,
    );
  });
});
