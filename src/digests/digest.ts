import type { When } from "../telegram/when.ts";

/** An idea recorded from somebody else's message has this long to be disowned before a digest shows it, in milliseconds. */
export const SETTLING = 24 * 3_600_000;

const earlier = (at: Date) => new Date(at.getTime() - SETTLING);

/** The ideas that a digest may show at `now`. */
export const settledBefore = (now: Date) => ({
  OR: [{ recordedById: null }, { postedAt: { lt: earlier(now) } }],
});

/** The ideas that enter a digest in this period: when they were posted, or, recorded ones, when they settled. */
export const entering = ({ from, to }: { from: Date; to: Date }) => ({
  OR: [
    { recordedById: null, postedAt: { gte: from, lt: to } },
    { recordedById: { not: null }, postedAt: { gte: earlier(from), lt: earlier(to) } },
  ],
});

type Empty = Record<string, never>;

/** An idea in one line of a digest. `link` leads to its card, for who is in the group. */
export type DigestItem = {
  code: string;
  title: string;
  author: { name: string }[];
  card: { link: string; code: string }[];
  bare: { code: string }[];
  votes: number;
  feedback: number;
};

/** What happened in a lab from one moment to another. */
export type Period = {
  lab: string;
  from: When;
  to: When;
  /** Whether it still runs. */
  soFar: Empty[];
  ideas: number;
  votes: number;
  feedback: number;
  decisions: number;
  /** Ideas that wait for a first answer at its end. */
  unanswered: number;
  fresh: { items: DigestItem[]; more: { count: number }[] }[];
  changed: { items: DigestItem[] }[];
};

/** What is said about a period. */
export type DigestSayings = {
  /** To a leader or a facilitator; `choices` ideas to decide on follow. */
  "digest.private": Period & { choices: { count: number }[] };
  "digest.group": Period;
  "digest.quiet": Pick<Period, "lab" | "from" | "to" | "soFar"> & { waiting: { count: number }[] };
  /** In the group, to a leader who never pressed Start. */
  "digest.mention": { name: string; telegramId: number };
};
