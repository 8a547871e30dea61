import type { ServerResponse } from "node:http";
import type { App } from "../app.ts";
import type { Pulse } from "../bot.ts";
import type { Metrics } from "../metrics.ts";
import { questionsFor } from "./ask-store.ts";
import { troublesOf } from "./readiness.ts";

/** Answers a request for one of the three pages about health; false when it is for something else. */
export type Health = (path: string, response: ServerResponse) => Promise<boolean>;

type Parts = {
  app: Pick<App, "db" | "clock">;
  /** How the bot is now; nothing before it has started. */
  pulse: () => Pulse | undefined;
  /** Without it there is no page for Prometheus. */
  metrics?: Metrics | undefined;
};

type Page = { status: number; text: string; type?: string };

/** `/healthz` answers while the process lives, `/readyz` whether it serves people, `/metrics` with all figures. */
export function openHealth({ app, pulse, metrics }: Parts): Health {
  const ask = questionsFor(app);
  const facts = async () => {
    const ping = await ask.ping();
    const [figures, poison] = ping === undefined ? [] : await Promise.all([ask.figures(), ask.poison()]);
    return { now: app.clock.now(), pulse: pulse(), pool: app.db.pool(), ping, figures, poison };
  };
  const pages: Record<string, (() => Promise<Page>) | undefined> = {
    "/healthz": async () => ({ status: 200, text: "ok\n" }),
    async "/readyz"() {
      const moving = await ask.moving();
      const troubles = troublesOf({ pulse: pulse(), moving, now: app.clock.now() });
      if (troubles.length === 0) return { status: 200, text: "ready\n" };
      return { status: 503, text: `${troubles.join("; ")}\n` };
    },
    "/metrics": metrics && scrapes(metrics, async () => metrics.textOf(await facts())),
  };

  return async (path, response) => {
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (!page) return false;
    const { status, text, type = "text/plain; charset=utf-8" } = await page();
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(text);
    return true;
  };
}

/** One at a time: who asks while another is answered gets the same answer. */
function scrapes({ type }: Metrics, look: () => Promise<string>): () => Promise<Page> {
  let under: Promise<string> | undefined;
  return async () => {
    under ??= look().finally(() => {
      under = undefined;
    });
    return { status: 200, text: await under, type };
  };
}
