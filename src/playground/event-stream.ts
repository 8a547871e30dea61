import type { ServerResponse } from "node:http";
import type { World } from "./world.ts";

/** Server-sent events of what changes, until the page closes. */
export function streamEvents(world: World, response: ServerResponse) {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.write("retry: 1000\n\n");
  const forget = world.on((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const beat = setInterval(() => response.write(": still here\n\n"), 15_000);
  response.on("close", () => {
    forget();
    clearInterval(beat);
  });
}
