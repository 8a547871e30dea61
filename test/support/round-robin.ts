import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type RoundRobin = Awaited<ReturnType<typeof openRoundRobin>>;

/** One address for several servers: each request goes to the next one, and is not tried again where that one is gone. */
export async function openRoundRobin() {
  const targets: string[] = [];
  let turn = 0;
  const server = createServer((request, response) => {
    turn = (turn + 1) % Math.max(1, targets.length);
    pass(targets[turn], request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Puts a server at a place of the round. */
    put(place: number, url: string) {
      targets[place] = url;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pass(target: string | undefined, request: IncomingMessage, response: ServerResponse) {
  const refuse = () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  };
  if (!target) return refuse();
  const { method, headers, url = "/" } = request;
  const on = ask(new URL(url, target), { method, headers, agent: false, timeout: 5_000 }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on("error", refuse);
  });
  on.on("timeout", () => on.destroy());
  on.on("error", refuse);
  request.pipe(on);
}
