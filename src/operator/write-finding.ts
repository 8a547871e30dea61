import type { Finding } from "./finding.ts";

/** As wide as the longest name of a check. */
const WIDTH = 12;

/** A check's findings as lines for a terminal: what each begins with is its sign. */
export function writeFindings(name: string, findings: Finding[], secrets: string[]): string {
  const lines = findings.flatMap(({ sign, what, more = [], todo }) => [
    `${sign} ${name.padEnd(WIDTH)} ${what}`,
    ...[...more, ...(todo ? [`→ ${todo}`] : [])].map((line) => `  ${" ".repeat(WIDTH)} ${line}`),
  ]);
  return lines.map((line) => `${clean(line, secrets)}\n`).join("");
}

/** Without a secret, and without what could move a terminal's cursor: some of it was told by others. */
const clean = (line: string, secrets: string[]): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, "<secret>"), line).replace(/\p{Cc}/gu, " ");
