import { request as requestPlainly } from "node:http";
import { request } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Config } from "../config.ts";

/** How long the answer may take, in milliseconds. */
const PATIENCE = 8_000;

/** What time it is at the Bot API server, to the second; no token is needed. Rejects when it does not answer. */
export function askTime({ apiRoot = "https://api.telegram.org", proxy }: Config["telegram"]): Promise<Date> {
  const isSecure = apiRoot.startsWith("https:");
  const ask = isSecure ? request : requestPlainly;
  const agent = proxy && isSecure ? new HttpsProxyAgent(proxy) : undefined;
  return new Promise((resolve, reject) => {
    const asked = ask(apiRoot, { method: "HEAD", agent, signal: AbortSignal.timeout(PATIENCE) }, (answer) => {
      answer.resume();
      const at = new Date(answer.headers.date ?? "");
      if (Number.isNaN(at.getTime())) reject(new Error("no date"));
      else resolve(at);
    });
    asked.on("error", reject).end();
  });
}
