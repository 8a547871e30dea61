import type { FallsDue } from "../commitments/count-commitments.ts";
import type { When } from "../telegram/when.ts";

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
  "digest.private": Period & { choices: { count: number }[]; promises: FallsDue[] };
  "digest.group": Period;
  "digest.quiet": Pick<Period, "lab" | "from" | "to" | "soFar"> & {
    waiting: { count: number }[];
    promises: FallsDue[];
  };
  /** What somebody missed. */
  "digest.catchUp": Period & {
    decided: { who: string; kind: string; code: string; title: string }[];
    mine: { code: string; title: string; feedback: number }[];
    running: { text: { text: string }[]; ideas: number; until: When }[];
  };
  "digest.nothingMissed": Pick<Period, "lab" | "from">;
  /** In the group, to a leader who never pressed Start. */
  "digest.mention": { name: string; telegramId: number };
};

/** Where a message of a supergroup stands; `rawChatId` is Telegram's, which begins with -100. */
export const messageLink = (rawChatId: bigint, messageId: number) =>
  `https://t.me/c/${String(rawChatId).replace(/^-100/, "")}/${messageId}`;
