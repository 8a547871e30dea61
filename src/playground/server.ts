import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { MovableClock } from "../clock.ts";
import type { Health } from "../health/answer-health.ts";
import { call, type Desk } from "./call.ts";
import { answer } from "./front-door.ts";
import { isoNow } from "./page-clock.ts";
import { openPolls } from "./poll.ts";
import { openPusher } from "./push.ts";
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
  /** Answers what asks how the bot is; false for anything else. */
  health?: Health;
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
  g.on((event) => event.kind === "faults" && pusher.pump());
  g.onClose(() => polls.end());
  g.onClose(() => pusher.close());
  // Longer than any client keeps a connection, so that none is closed while a call is on its way.
  server.keepAliveTimeout = 75_000;
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
