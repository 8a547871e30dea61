import type { IncomingMessage } from "node:http";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : "");

/** Whether a page of this server, opened on this machine, asks: no other site's page, and no foreign name for us. */
export function isOurOwnPage({ headers }: IncomingMessage) {
  return loopback.has(hostOf(`http://${headers.host ?? ""}`)) && isOurOrigin(headers);
}

/** Programs send no origin; pages of other sites must not reach the bot's API either. */
export function isOurOrigin({ origin, host }: IncomingMessage["headers"]) {
  return origin === undefined || origin === `http://${host ?? ""}`;
}
