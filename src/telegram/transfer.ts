import { type IncomingMessage, request as openly } from "node:http";
import { request as securely } from "node:https";
import { json } from "node:stream/consumers";
import { HttpsProxyAgent } from "https-proxy-agent";
import { Refused, Unreachable } from "../outbox/outcome.ts";
import type { ApiOptions } from "./api.ts";
import { ours } from "./api-error.ts";

/** A file that goes along with a call, as the parameter `field`. */
export type Upload = {
  field: string;
  name: string;
  mime?: string | undefined;
  bytes: Uint8Array<ArrayBuffer>;
};

/** How long an upload or a download may take, in milliseconds. */
const TIMEOUT = 60_000;
const TELEGRAM = "https://api.telegram.org";

type Asked = { method: string; headers?: Record<string, string>; body?: Buffer };
type Answer = {
  ok: boolean;
  result: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

/**
 * Brings files to Telegram and back. Telegraf's own multipart bodies stall on Node 26, and Node's fetch knows no proxy
 * for one client. Errors are `Refused` or `Unreachable`, never with a token.
 */
export function createTransfer({ token, apiRoot = TELEGRAM, proxy }: ApiOptions) {
  const agent = proxy && apiRoot.startsWith("https:") ? new HttpsProxyAgent(proxy) : undefined;
  const ask = (path: string, { body, ...asked }: Asked) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const open = apiRoot.startsWith("https:") ? securely : openly;
      const signal = AbortSignal.timeout(TIMEOUT);
      const sent = open(`${apiRoot}${path}`, { ...asked, signal, ...(agent ? { agent } : {}) }, resolve);
      sent.on("error", reject);
      sent.end(body);
    }).catch((error: unknown) => {
      throw ours(error, token);
    });

  return {
    /** Calls a method with a file; resolves with its result. */
    async upload<T>(method: string, payload: object, file: Upload): Promise<T> {
      const { body, type } = await packed(payload, file);
      const headers = { "content-type": type, "content-length": String(body.length) };
      const response = await ask(`/bot${token}/${method}`, { method: "POST", headers, body });
      const answer = (await json(response).catch(() => undefined)) as Answer | undefined;
      if (!answer) throw new Unreachable(`HTTP ${response.statusCode}`, { mayHaveArrived: true });
      if (answer.ok) return answer.result as T;
      const { error_code: code = response.statusCode ?? 502, description = "", parameters } = answer;
      const more = {
        ...(parameters?.retry_after ? { retryAfter: parameters.retry_after } : {}),
        ...(parameters?.migrate_to_chat_id ? { migrateTo: parameters.migrate_to_chat_id } : {}),
      };
      throw new Refused(code, description.replaceAll(token, "<token>"), more);
    },
    /** What stands at a `file_path` that getFile told. */
    async download(path: string): Promise<IncomingMessage> {
      const where = path.split("/").map(encodeURIComponent).join("/");
      const response = await ask(`/file/bot${token}/${where}`, { method: "GET" });
      if (response.statusCode === 200) return response;
      response.resume();
      throw new Refused(response.statusCode ?? 500, "file not downloaded");
    },
  };
}

async function packed(payload: object, { field, name, mime = "", bytes }: Upload) {
  const form = new FormData();
  for (const [key, value] of Object.entries(payload))
    if (value !== undefined) form.set(key, typeof value === "string" ? value : JSON.stringify(value));
  form.set(field, new Blob([bytes], { type: mime }), name);
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  return { body: Buffer.from(await whole.arrayBuffer()), type };
}
