import type { FallsDue } from "../commitments/count-commitments.ts";
import type { Said } from "../sayings.ts";
import type { Period } from "./digest.ts";

/** Whether nothing happened that is worth a list. */
export const isQuiet = ({ ideas, votes, feedback, decisions, changed }: Period) =>
  ideas + votes + feedback + decisions + changed.length === 0;

type Private = Said<"digest.private" | "digest.quiet">;

/** What is ahead: how many ideas to decide on follow, and the promises that fall due. */
export type Ahead = { choices: number; promises?: FallsDue | undefined };

/** A period in a leader's or a facilitator's words; a quiet one is a line. */
export function privateDigest(period: Period, ahead: Ahead): Private {
  const choices = ahead.choices > 0 ? [{ count: ahead.choices }] : [];
  const promises = ahead.promises ? [ahead.promises] : [];
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), waiting: choices, promises } };
  return { key: "digest.private", args: { ...period, choices, promises } };
}

/** A period in a group's words: the numbers and three ideas. */
export function groupDigest(period: Period): Said<"digest.group" | "digest.quiet"> {
  if (isQuiet(period)) return { key: "digest.quiet", args: { ...quiet(period), waiting: [], promises: [] } };
  const fresh = period.fresh.map(({ items }) => {
    const more = period.ideas - SHORT;
    return { items: items.slice(0, SHORT), more: more > 0 ? [{ count: more }] : [] };
  });
  return { key: "digest.group", args: { ...period, fresh } };
}

const SHORT = 3;

const quiet = ({ lab, from, to, soFar }: Period) => ({ lab, from, to, soFar });
