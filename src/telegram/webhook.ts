import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Update } from "telegraf/types";
import type { Call } from "./api.ts";
import { allowedUpdates } from "./poll.ts";

export type Webhook = { url: string; secret: string };

/** Telegram bodies are small; what is larger is not Telegram's. In bytes. */
const LIMIT = 1024 * 1024;

/** Tells Telegram where to bring updates. */
export const registerWebhook = (call: Call, { url, secret }: Webhook) =>
  call("setWebhook", { url, secret_token: secret, allowed_updates: allowedUpdates, max_connections: 40 });

/** Whether a request carries the secret that only Telegram was told. */
export function isTelegram({ headers }: IncomingMessage, { secret }: Webhook): boolean {
  const given = Buffer.from(String(headers["x-telegram-bot-api-secret-token"] ?? ""));
  const ours = Buffer.from(secret);
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** The update in a request's body; `undefined` when it is none, or too large. Read as bytes, then as UTF-8. */
export async function updateIn(request: IncomingMessage): Promise<Update | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LIMIT) return undefined;
    chunks.push(chunk as Buffer);
  }
  try {
    const update = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Update;
    return Number.isSafeInteger(update.update_id) ? update : undefined;
  } catch {
    return undefined;
  }
}
