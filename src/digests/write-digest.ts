import type { Said } from "../sayings.ts";
import type { Period } from "./digest.ts";

/** Whether nothing happened that is worth a list. */
export const isQuiet = ({ ideas, votes, feedback, decisions, changed }: Period) =>
  ideas + votes + feedback + decisions + changed.length === 0;

type Private = Said<"digest.private" | "digest.quiet">;

/** A period in a leader's or a facilitator's words; a quiet one is a line. `choices` ideas to decide on follow. */
export function privateDigest(period: Period, choices: number): Private {
  const count = choices > 0 ? [{ count: choices }] : [];
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), waiting: count } };
  return { key: "digest.private", args: { ...period, choices: count } };
}

/** A period in a group's words: the numbers and three ideas. */
export function groupDigest(period: Period): Said<"digest.group" | "digest.quiet"> {
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), waiting: [] } };
  const fresh = period.fresh.map(({ items }) => {
    const more = period.ideas - SHORT;
    return { items: items.slice(0, SHORT), more: more > 0 ? [{ count: more }] : [] };
  });
  return { key: "digest.group", args: { ...period, fresh } };
}

const SHORT = 3;

const quiet = ({ lab, from, to, soFar }: Period) => ({ lab, from, to, soFar });
