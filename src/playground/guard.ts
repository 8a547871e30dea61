import type { IncomingMessage } from "node:http";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : "");

/** Whether a program on this machine, which sends no origin, or a page of ours asks: no other site's page, no foreign name for us. */
export function isOurOwnPage({ headers }: IncomingMessage) {
  const { host = "", origin } = headers;
  return loopback.has(hostOf(`http://${host}`)) && (origin === undefined || origin === `http://${host}`);
}
