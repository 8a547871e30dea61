import type { Said } from "../sayings.ts";
import type { Paragraph, Period } from "./digest.ts";

/** Whether nothing happened that is worth a list. */
export const isQuiet = ({ ideas, votes, feedback, decisions, changed }: Period) =>
  ideas + votes + feedback + decisions + changed.length === 0;

type Private = Said<"digest.private" | "digest.quiet">;

/** A period in a leader's or a facilitator's words; a quiet one is a line. `choices` ideas to decide on follow. */
export function privateDigest(period: Period, paragraphs: Paragraph[], choices: number): Private {
  const count = choices > 0 ? [{ count: choices }] : [];
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), paragraphs, waiting: count } };
  return { key: "digest.private", args: { ...period, paragraphs, choices: count } };
}

/** A period in a group's words: the numbers, three ideas, and what else is told there. */
export function groupDigest(period: Period, paragraphs: Paragraph[]): Said<"digest.group" | "digest.quiet"> {
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), paragraphs, waiting: [] } };
  const fresh = period.fresh.map(({ items }) => {
    const more = period.ideas - SHORT;
    return { items: items.slice(0, SHORT), more: more > 0 ? [{ count: more }] : [] };
  });
  return { key: "digest.group", args: { ...period, fresh, paragraphs } };
}

const SHORT = 3;

const quiet = ({ lab, from, to, soFar }: Period) => ({ lab, from, to, soFar });
