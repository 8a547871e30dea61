import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { App } from "./app.ts";
import type { Bot } from "./bot.ts";
import type { Config } from "./config.ts";
import { type Health, openHealth } from "./health/answer-health.ts";
import type { Metrics } from "./metrics.ts";
import { isTelegram, updateIn } from "./telegram/webhook.ts";

/** The bot as far as HTTP needs it; nothing until it has started. */
type Started = () => Pick<Bot, "take" | "pulse"> | undefined;

type Options = Pick<Config, "http" | "webhook"> & { metrics?: Metrics | undefined };

/** The bot's own HTTP: health, also while the bot is still starting, and the webhook where there is one. */
export async function startServer(app: App, bot: Started, { http, webhook, metrics }: Options) {
  const { host, port } = http;
  const health = openHealth({ app, metrics, pulse: () => bot()?.pulse() });
  const server = createServer((request, response) => {
    answer(app, { bot, webhook, health }, { request, response }).catch((err: unknown) => {
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

type Parts = { bot: Started; webhook: Config["webhook"]; health: Health };
type Exchange = { request: IncomingMessage; response: ServerResponse };

async function answer(app: App, { bot, webhook, health }: Parts, { request, response }: Exchange) {
  const path = request.url?.split("?")[0] ?? "/";
  if (request.method !== "POST" && (await health(path, response))) return;
  if (!webhook || request.method !== "POST" || path !== new URL(webhook.url).pathname)
    return end(response, 404, "not found");

  response.once("finish", () => app.count?.webhookAnswered(response.statusCode));
  if (!isTelegram(request, webhook)) return end(response, 401, "not Telegram");
  const update = await updateIn(request);
  if (!update) return end(response, 400, "no update");
  const started = bot();
  if (!started) return end(response, 503, "the bot is starting");
  await started.take([update]);
  return end(response, 200, "ok");
}

function end(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
