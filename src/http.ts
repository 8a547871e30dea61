import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { App } from "./app.ts";
import type { Bot } from "./bot.ts";
import type { Config } from "./config.ts";
import { isTelegram, updateIn } from "./telegram/webhook.ts";

/** The bot's own HTTP: health, and the webhook where there is one. */
export async function startServer(
  app: App,
  bot: Pick<Bot, "take">,
  config: Pick<Config, "http" | "webhook">,
) {
  const { host, port } = config.http;
  const server = createServer((request, response) => {
    answer(app, { bot, webhook: config.webhook }, { request, response }).catch((err: unknown) => {
      app.log.error({ err }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const address = server.address() as AddressInfo;

  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Parts = { bot: Pick<Bot, "take">; webhook: Config["webhook"] };
type Exchange = { request: IncomingMessage; response: ServerResponse };

async function answer(app: App, { bot, webhook }: Parts, { request, response }: Exchange) {
  const path = request.url?.split("?")[0] ?? "/";
  if (path === "/healthz") return end(response, 200, "ok");
  if (path === "/readyz") return end(response, ...(await readiness(app)));
  if (!webhook || request.method !== "POST" || path !== new URL(webhook.url).pathname)
    return end(response, 404, "not found");

  if (!isTelegram(request, webhook)) return end(response, 401, "not Telegram");
  const update = await updateIn(request);
  if (!update) return end(response, 400, "no update");
  await bot.take([update]);
  return end(response, 200, "ok");
}

/** 200 when the database answers. */
const readiness = ({ db }: App): Promise<[number, string]> =>
  db.$queryRaw`select 1 as one`.then(
    () => [200, "ready"],
    () => [503, "the database does not answer"],
  );

function end(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
