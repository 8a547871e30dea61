import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson } from "./answer.ts";
import { ApiError } from "./api-error.ts";
import { jsonObject, readBody } from "./body.ts";
import { calls } from "./calls.ts";
import { streamEvents } from "./event-stream.ts";
import { findFile } from "./files.ts";
import type { Ground } from "./ground.ts";
import { actOnPage } from "./page-act.ts";
import { moveClock } from "./page-clock.ts";
import { switchFault } from "./page-faults.ts";
import { pageState } from "./page-state.ts";
import type { Playground } from "./server.ts";

/** What the page sends at the most, in bytes: a file of ten megabytes, as text. */
const LARGEST = 14 * 1024 * 1024;

type Body = Record<string, unknown>;

type Post = (playground: Playground, body: Body) => unknown;

const posts: Record<string, Post> = {
  "/api/act": async ({ world }, body) => ({ ok: true, ...(await actOnPage(world, body)) }),
  "/api/clock": ({ clock }, body) => ({ ok: true, now: moveClock(clock, body) }),
  "/api/fault": ({ world }, { name, on, as, chat }) => {
    const what = { name: String(name), on: on === true, as: Number(as), chat: Number(chat) };
    return { ok: true, ...switchFault(world.inside.ground, what) };
  },
  "/api/bot": async ({ restartBot }, body) => {
    if (body.do !== "restart" || !restartBot) throw new Error("the bot cannot be restarted from here");
    await restartBot();
    return { ok: true };
  },
};

/** Answers `/api/…`: what the page asks. */
export async function answerPageApi(
  playground: Playground,
  { request, response, url }: { request: IncomingMessage; response: ServerResponse; url: URL },
) {
  const g = playground.world.inside.ground;
  try {
    if (request.method === "POST") return answerJson(response, 200, await post(playground, request, url));
    if (request.method !== "GET") throw new ApiError(405, "only GET and POST");
    if (url.pathname === "/api/events") return streamEvents(playground.world, response);
    if (url.pathname.startsWith("/api/file/"))
      return sendFile(g, response, url.pathname.slice("/api/file/".length));
    answerJson(response, 200, get(playground, url));
  } catch (error) {
    const status = error instanceof ApiError ? error.code : 400;
    answerJson(response, status, {
      ok: false,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

async function post(playground: Playground, request: IncomingMessage, url: URL) {
  const doing = Object.hasOwn(posts, url.pathname) ? posts[url.pathname] : undefined;
  if (!doing) throw new ApiError(404, "there is nothing here");
  if (!request.headers["content-type"]?.startsWith("application/json"))
    throw new ApiError(415, "JSON is expected");
  const body = jsonObject((await readBody(request, LARGEST)).toString("utf8"));
  return doing(playground, body);
}

function get(playground: Playground, { pathname, searchParams }: URL) {
  const chat = searchParams.get("chat");
  if (pathname === "/api/calls")
    return calls(playground.world.inside.ground, Number(searchParams.get("after")) || 0);
  if (pathname !== "/api/state") throw new ApiError(404, "there is nothing here");
  return pageState(playground, {
    as: Number(searchParams.get("as")) || 0,
    chat: chat ? Number(chat) || undefined : undefined,
    language: searchParams.get("lang") ?? "",
  });
}

/** What may be shown or played where it stands. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/(ogg|mpeg|mp4|webm)|video\/(mp4|webm))$/;

/** Pictures are shown, sound and video are played, everything else is only downloaded, and none may run. */
function sendFile(g: Ground, response: ServerResponse, id: string) {
  const file = findFile(g, id);
  if (!file) throw new ApiError(404, "there is no such file");
  const shown = file.folder !== "documents";
  response.writeHead(200, {
    "content-type": shown && SHOWN.test(file.mime) ? file.mime : "application/octet-stream",
    "content-length": file.bytes.length,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": shown ? "inline" : `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}
