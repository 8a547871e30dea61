import { Unreachable } from "../outbox/outcome.ts";
import { type Finding, wrong } from "./finding.ts";

const UNKNOWN = "check this machine's network and DNS; where there is only a proxy, set HTTPS_PROXY";
const BARRED = "check the network and the firewall; where there is only a proxy, set HTTPS_PROXY";

/** What a failure of the line is called, and what to do about it. */
const FAILURES: [RegExp, what: string, todo: string][] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, "its name is not known here", UNKNOWN],
  [/^ECONNREFUSED$/, "the connection is refused", BARRED],
  [/^(AbortError|TimeoutError|ETIMEDOUT)$/, "there is no answer in time", BARRED],
  [
    /CERT|SSL|TLS|SIGNED/,
    "its certificate is not trusted",
    "set this machine's clock, and look for a proxy that opens what is encrypted",
  ],
];

type Line = { host: string; proxy: string | undefined };

/** Why `host` cannot be reached, and what to do. */
export function explainLine(error: unknown, { host, proxy }: Line): Finding {
  const name = error instanceof Unreachable ? error.message : "unknown";
  const known = FAILURES.find(([pattern]) => pattern.test(name));
  const way = proxy ? ` through the proxy ${proxy}` : "";
  const what = `${host} cannot be reached${way}: ${known ? `${known[1]} (${name})` : name}`;
  return wrong(
    what,
    proxy ? `check HTTPS_PROXY and that proxy, which must allow CONNECT to ${host}` : (known?.[2] ?? BARRED),
  );
}
