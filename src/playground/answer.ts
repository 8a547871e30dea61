import type { ServerResponse } from "node:http";

/** Sends JSON, unless the other side has gone. */
export function answerJson(response: ServerResponse, status: number, body: unknown) {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}
