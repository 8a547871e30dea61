import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson } from "./answer.ts";
import { ApiError, GatewayError } from "./api-error.ts";
import { paramsOf } from "./body.ts";
import { call, type Desk } from "./call.ts";
import { Dropped } from "./faults/dropped.ts";
import { isOut } from "./faults/outage.ts";
import { findFile } from "./files.ts";
import type { Ground } from "./ground.ts";
import { token } from "./people.ts";

/** Answers `/bot<token>/METHOD` as Telegram does; while the network is cut, not at all. */
export async function answerBot(desk: Desk, request: IncomingMessage, response: ServerResponse, url: URL) {
  const gone = new AbortController();
  const silence = () => isOut(desk.g) && response.destroy();
  const forget = desk.g.on(silence);
  response.on("close", () => {
    forget();
    gone.abort();
  });
  if (silence()) return;
  try {
    const [, secret, name] = /^\/bot([^/]+)\/([^/]*)\/?$/.exec(url.pathname.replaceAll(/%3a/gi, ":")) ?? [];
    if (secret !== token) throw new ApiError(401, "Unauthorized");
    const params = await paramsOf(request, url.searchParams);
    if (silence()) return;
    const result = await call(desk, { name: name ?? "", params, gone: gone.signal });
    answerJson(response, 200, { ok: true, result });
  } catch (error) {
    if (error instanceof Dropped) response.destroy();
    else refuse(response, error);
  }
}

function refuse(response: ServerResponse, error: unknown) {
  const known = error instanceof ApiError ? error : new ApiError(500, "Internal Server Error");
  if (known.parameters?.retry_after !== undefined)
    response.setHeader("retry-after", String(known.parameters.retry_after));
  if (known instanceof GatewayError) return answerPage(response, known);
  if (known.code === 413) response.setHeader("connection", "close");
  answerJson(response, known.code, {
    ok: false,
    error_code: known.code,
    description: known.message,
    ...(known.parameters ? { parameters: known.parameters } : {}),
  });
}

/** What nginx says when Telegram does not. */
function answerPage(response: ServerResponse, { code, message }: GatewayError) {
  const name = `${code} ${message}`;
  const page = `<html>\r\n<head><title>${name}</title></head>\r\n<body>\r\n<center><h1>${name}</h1></center>\r\n</body>\r\n</html>\r\n`;
  response.writeHead(code, { "content-type": "text/html", "content-length": Buffer.byteLength(page) });
  response.end(page);
}

/** Answers `/file/bot<token>/<path>`. */
export function answerFile(g: Ground, response: ServerResponse, path: string) {
  if (isOut(g)) return void response.destroy();
  const [, secret, id] =
    /^\/file\/bot([^/]+)\/(?:photos|documents|voice|music|videos|video_notes)\/([A-Za-z0-9_-]+)(?:\.\w+)?$/.exec(
      path,
    ) ?? [];
  const file = secret === token && id ? findFile(g, id) : undefined;
  if (!file) return answerJson(response, 404, { ok: false, error_code: 404, description: "Not Found" });
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": file.bytes.length,
  });
  response.end(file.bytes);
}
