import { isAgreement } from "./intent.ts";
import type { Line } from "./point.ts";

/** How many answers each line got, by its id; who merely agrees counts twice. One's own answers do not count. */
export function supportOf(lines: Line[]): Map<number, number> {
  const authors = new Map(lines.map(({ id, author }) => [id, author]));
  const support = new Map<number, number>();
  for (const { author, text, replyTo } of lines) {
    if (replyTo === undefined || authors.get(replyTo) === author) continue;
    support.set(replyTo, (support.get(replyTo) ?? 0) + (isAgreement(text) ? 2 : 1));
  }
  return support;
}
