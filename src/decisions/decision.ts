import type { Writer } from "../cards/find-authors.ts";

/** What a leader may decide. */
export const kinds = ["support", "ask", "schedule", "notYet"] as const;
export type DecisionKind = (typeof kinds)[number];

/** How long a decision can be undone before anybody hears of it, in milliseconds. */
export const UNDO = 10_000;

/** The decisions that call for words; for so long, in milliseconds, they wait for them, so that the author hears both at once. */
export const WITH_WORDS: DecisionKind[] = ["ask", "notYet"];
export const WORDS = 300_000;
export const needsWords = (kind: DecisionKind) => WITH_WORDS.includes(kind);

/** A decision that stands, and that its author was told of: nobody sees it before. */
export const seen = { undoneAt: null, toldAt: { not: null } } as const;

type Empty = Record<string, never>;
type Titled = { code: string; title: string };

/** An idea that waits for a leader's decision: one message, with the four buttons. */
export type Choice = Titled & {
  id: number;
  rest: { text: string }[];
  author: Writer[];
  anonymous: Empty[];
  votes: number;
  feedback: number;
  /** Mentors' newest answer. */
  answer: { who: string; text: string }[];
};

/** What is said about decisions. */
export type DecisionSayings = {
  "decision.choice": Choice;
  "decision.first": { lab: string };
  /** To the leader, while it can be undone, and then. */
  "decision.made": Titled & { decision: number; id: number; kind: string };
  "decision.settled": Titled & { id: number; kind: string; author: Empty[]; anonymous: Empty[] };
  "decision.already": { code: string };
  "decision.tooLate": { code: string };
  "decision.undone": { code: string };
  "decision.askReason": { code: string; kind: string; draft: number };
  "decision.noReason": { code: string };
  "decision.reasonKept": { code: string };
  /** To the author. */
  "decision.told": Titled & { who: string; kind: string; reason: { text: string }[] };
  "decision.reasonTold": Titled & { who: string; kind: string; text: string };
  /** In the group, to an author who never pressed Start. */
  "decision.mention": { name: string; telegramId: number; code: string };
};
