/** Something that happened to an idea, and that its followers are told of. */
export type News = { kind: "feedback" | "decision" | "stage"; id: number };

/** Nobody hears of one idea more often than this, in milliseconds. */
export const REST = 3_600_000;

/** What happened, as one notice tells it: in each item, one of the three. */
export type NewsItem = {
  feedback: { who: string; role: string; text: string }[];
  decision: { who: string; kind: string; reason: { text: string }[] }[];
  stage: { to: string; way: "on" | "back" }[];
};

export type FollowSayings = {
  "follow.news": { code: string; title: string; items: NewsItem[]; more: { count: number }[] };
};
