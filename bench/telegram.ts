import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bot as me } from "../src/playground/people.ts";
import { openQueue } from "./queue.ts";

/** One call of the Bot API; `at` is when it came, by `performance.now()`. */
export type Called = { method: string; chat: number; at: number };

/** A Telegram that is fast and believes everything: what is measured with it is the bot. */
export type FakeTelegram = {
  url: string;
  /** Queues updates for whoever polls; each is told without its id. */
  send(updates: object[]): void;
  /** Resolves with the first call from now on that fits. */
  next(fits: (call: Called) => boolean): Promise<Called>;
  /** How many updates nobody has confirmed. */
  waiting(): number;
  /** Forgets what nobody has taken yet. */
  drop(): void;
  close(): Promise<void>;
};

/** How long the answer to a call takes, in milliseconds; polls apart. */
export type Delay = (call: Called) => number;

const rights = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };

export async function startTelegram(delay: Delay): Promise<FakeTelegram> {
  const queue = openQueue();
  const listeners = new Set<(call: Called) => void>();
  let messages = 1_000_000;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method, params } = await read(request);
    const call = { method, chat: Number(params.chat_id), at: performance.now() };
    for (const listener of listeners) listener(call);
    if (method === "getUpdates") return queue.poll(params, response);
    const result = JSON.stringify(resultOf(call, ++messages));
    setTimeout(() => response.end(`{"ok":true,"result":${result}}`), delay(call));
  };
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    send: queue.send,
    waiting: queue.waiting,
    drop: queue.drop,
    next: (fits) =>
      new Promise((resolve) => {
        const listener = (call: Called) => {
          if (!fits(call)) return;
          listeners.delete(listener);
          resolve(call);
        };
        listeners.add(listener);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The method and its parameters, in whichever way a client sends them. */
async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://telegram");
  const given = body.startsWith("{") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  const params: Record<string, unknown> = { ...Object.fromEntries(searchParams), ...given };
  return { method: pathname.split("/").at(-1) ?? "", params };
}

function resultOf({ method, chat }: Called, message_id: number): unknown {
  if (method === "getMe") return { ...me, ...rights };
  if (method === "getChatMember") return { status: "creator", user: me, is_anonymous: false };
  if (method === "getChatAdministrators") return [];
  if (!/^(send|edit)/.test(method)) return true;
  return { message_id, date: 1_790_000_000, chat: { id: chat, type: "private" }, from: me, text: "…" };
}
