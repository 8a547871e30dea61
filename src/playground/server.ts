import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { MovableClock } from "../clock.ts";
import { answerJson } from "./answer.ts";
import { answerBot, answerFile } from "./bot-endpoint.ts";
import { call, type Desk } from "./call.ts";
import { isOurOrigin, isOurOwnPage } from "./guard.ts";
import { answerPageApi } from "./page-api.ts";
import { isoNow } from "./page-clock.ts";
import { answerPage } from "./page-files.ts";
import { openPolls } from "./poll.ts";
import { openPusher } from "./webhook.ts";
import type { World } from "./world.ts";

export type CastMember = { key: string; id: number; name: string; role: string };

export type Playground = {
  world: World;
  clock: MovableClock;
  /** Those whom the page can play. */
  cast: readonly CastMember[];
  /** Which steps of the tour are reached: "send", "answer", "decide", "hear". */
  progress?: () => string[];
  /** Prepared inputs for a person in a chat. */
  ready?: (as: number, chat: number) => { label: string; text: string }[];
  restartBot?: () => Promise<void>;
};

export type Running = { url: string; port: number; close(): Promise<void> };

/** Serves the Bot API, the page and the page's API. Port 0 takes a free one. The world stays open on close. */
export async function startPlayground(
  options: Playground & { host?: string; port: number },
): Promise<Running> {
  const { world, clock, host = "127.0.0.1", port } = options;
  const { ground: g, presses } = world.inside;
  const polls = openPolls(g);
  const desk: Desk = { g, polls, presses, pump: () => pusher.pump() };
  const pusher = openPusher(g, (body) => answerFromHook(desk, body));
  const server = createServer((request, response) => void answer(options, desk, { request, response }));
  clock.onMove(() => {
    if (g.closed()) return;
    world.setMeta("clock.offset", String(clock.offset()));
    g.emit({ kind: "clock", now: isoNow(clock) });
  });
  g.on((event) => event.kind === "network" && pusher.pump());
  g.onClose(() => polls.end());
  await listen(server, { host, port });
  pusher.pump();

  return {
    url: urlOf(server, host),
    port: (server.address() as AddressInfo).port,
    async close() {
      pusher.close();
      polls.end();
      await new Promise((resolve) => {
        server.close(resolve);
        setImmediate(() => server.closeAllConnections());
      });
    },
  };
}

/** A webhook may answer with a call; its result is lost, as at Telegram. */
async function answerFromHook(desk: Desk, { method, ...values }: Record<string, unknown>) {
  const params = { values, files: new Map() };
  await call(desk, { name: String(method), params, gone: AbortSignal.timeout(1000) }).catch(() => {});
}

const listen = (server: Server, { host, port }: { host: string; port: number }) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

function urlOf(server: Server, host: string) {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

async function answer(playground: Playground, desk: Desk, { request, response }: Exchange) {
  response.on("error", () => {});
  try {
    const url = new URL(`http://localhost${request.url ?? "/"}`);
    if (url.pathname.startsWith("/bot") || url.pathname.startsWith("/file/bot")) {
      if (!isOurOrigin(request.headers)) return refuse(response);
      if (url.pathname.startsWith("/bot")) return await answerBot(desk, request, response, url);
      return answerFile(desk.g, response, decodeURIComponent(url.pathname));
    }
    if (!isOurOwnPage(request)) return refuse(response);
    if (url.pathname.startsWith("/api/")) return await answerPageApi(playground, { request, response, url });
    if (url.pathname === "/" || url.pathname.startsWith("/page/"))
      return await answerPage(response, url.pathname);
    answerJson(response, 404, { ok: false, error_code: 404, description: "Not Found" });
  } catch {
    answerJson(response, 400, { ok: false, error_code: 400, description: "Bad Request" });
  }
}

const refuse = (response: ServerResponse) =>
  answerJson(response, 403, { ok: false, error: "only pages of this machine may ask" });
