import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { lineOf } from "../src/charts/chart.ts";
import type { Due } from "../src/outbox/due.ts";
import { Refused, Unreachable } from "../src/outbox/outcome.ts";
import type { Api } from "../src/telegram/api.ts";
import { sendPhoto } from "../src/telegram/send-photo.ts";
import { createTransfer } from "../src/telegram/transfer.ts";

const token = "123456:SECRET-token-of-the-bot";
const file = { field: "photo", name: "gambar.png", mime: "image/png", bytes: new Uint8Array([1, 2, 3]) };

describe("words in a picture", () => {
  test.for([
    ["Bank sampah 🌾 sekolah 👨‍👩‍👧", 40, "Bank sampah sekolah"],
    ["dua\nbaris", 40, "dua baris"],
    ["Antrean puskesmas", 8, "Antrean…"],
    ["Jumat 27/11: é, ü, “ya”", 40, "Jumat 27/11: é, ü, “ya”"],
  ] as const)("%s is %s letters at the most", ([text, most, line]) => expect(lineOf(text, most)).toBe(line));
});

describe("an upload", () => {
  const answering = async (status: number, body: string) => {
    const heard: string[] = [];
    const server = createServer(async (request, response) => {
      heard.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { apiRoot, heard, [Symbol.asyncDispose]: async () => void server.close() };
  };

  test("sends what is no text as JSON, and leaves out what is not there", async () => {
    await using site = await answering(200, `{"ok":true,"result":{"message_id":7}}`);
    const { upload } = createTransfer({ token, apiRoot: site.apiRoot });
    const reply_parameters = { message_id: 3, allow_sending_without_reply: true };
    const sent = await upload("sendPhoto", { chat_id: -1, reply_parameters, text: undefined }, file);
    expect(sent).toEqual({ message_id: 7 });
    expect(site.heard.join()).toContain(`name="reply_parameters"\r\n\r\n${JSON.stringify(reply_parameters)}`);
    expect(site.heard.join()).toContain(`name="photo"; filename="gambar.png"`);
    expect(site.heard.join()).not.toContain('name="text"');
  });

  test("fails as any call does, and never tells the token", async () => {
    const wrong: unknown[] = [];
    for (const [status, body] of [
      [400, `{"ok":false,"error_code":400,"description":"Bad Request: bot${token} not found"}`],
      [502, "<html>Bad Gateway</html>"],
      [429, `{"ok":false,"parameters":{"retry_after":4}}`],
    ] as const) {
      await using site = await answering(status, body);
      wrong.push(
        await createTransfer({ token, apiRoot: site.apiRoot })
          .upload("sendPhoto", {}, file)
          .catch((e) => e),
      );
    }
    const { upload: nowhere } = createTransfer({ token, apiRoot: "http://127.0.0.1:1" });
    wrong.push(await nowhere("sendPhoto", {}, file).catch((e) => e));
    expect(wrong).toMatchObject([{ code: 400 }, { mayHaveArrived: true }, { code: 429, retryAfter: 4 }, {}]);
    expect(wrong[3]).toBeInstanceOf(Unreachable);
    expect(inspect(wrong, { depth: 9, showHidden: true })).not.toContain("SECRET");
  });
});

describe("a picture that Telegram does not take", () => {
  const sends = (error: Error) => {
    const upload = () => Promise.reject(error);
    const call = async (_: string, payload: object = {}) => ({ message_id: "text" in payload ? 5 : 0 });
    const row = { topicId: null, replyTo: null, silent: false, pin: false } as unknown as Due;
    const photo = { caption: "Hasil", file };
    return sendPhoto({ call, upload } as unknown as Api, row, { photo, payload: { text: "Hasil" } });
  };
  test("is left out, and its words go", async () => {
    expect(await sends(new Refused(400, "Bad Request: IMAGE_PROCESS_FAILED"))).toBe(5);
    expect(await sends(new Refused(400, "Bad Request: not enough rights to send photos"))).toBe(5);
  });
  test.for([
    new Refused(429, "Too Many Requests: retry after 3", { retryAfter: 3 }),
    new Refused(502, "Bad Gateway"),
    new Refused(400, "Bad Request: message thread not found"),
    new Unreachable("ECONNRESET", { mayHaveArrived: true }),
  ])("waits for its turn again: %s", async (error) => {
    await expect(sends(error)).rejects.toBe(error);
  });
});
