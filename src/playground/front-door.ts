import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson } from "./answer.ts";
import { answerBot, answerFile } from "./bot-endpoint.ts";
import type { Desk } from "./call.ts";
import { isOurOwnPage } from "./guard.ts";
import { answerPageApi } from "./page-api.ts";
import { answerPage } from "./page-files.ts";
import type { Playground } from "./server.ts";

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Shows every request its way: the Bot API, its files, the page, or the page's API. */
export async function answer(playground: Playground, desk: Desk, { request, response }: Exchange) {
  response.on("error", () => {});
  try {
    if (!isOurOwnPage(request)) return refuse(response);
    const url = new URL(`http://localhost${request.url ?? "/"}`);
    if (url.pathname.startsWith("/bot") || url.pathname.startsWith("/file/bot")) {
      if (url.pathname.startsWith("/bot")) return await answerBot(desk, request, response, url);
      return answerFile(desk.g, response, decodeURIComponent(url.pathname));
    }
    if (url.pathname.startsWith("/api/")) return await answerPageApi(playground, { request, response, url });
    if (url.pathname === "/" || url.pathname.startsWith("/page/"))
      return await answerPage(response, url.pathname);
    if (await playground.health?.(url.pathname, response)) return;
    answerJson(response, 404, { ok: false, error_code: 404, description: "Not Found" });
  } catch {
    answerJson(response, 400, { ok: false, error_code: 400, description: "Bad Request" });
  }
}

const refuse = (response: ServerResponse) =>
  answerJson(response, 403, { ok: false, error: "only pages of this machine may ask" });
