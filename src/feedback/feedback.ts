import type { Writer } from "../cards/find-authors.ts";

type Empty = Record<string, never>;

/** What is said about mentors' and leaders' answers, and about comments. */
export type FeedbackSayings = {
  /** To the author, with the words. */
  "feedback.given": { id: number; code: string; title: string; who: string; role: string; text: string };
  /** In the group, to an author who never pressed Start: without the words. */
  "feedback.mention": { name: string; telegramId: number; code: string; idea: number };
  /** To who gave it. */
  "feedback.noted": { feedback: number; code: string };
  "feedback.withdrawn": { code: string };
  "feedback.notYours": Empty;
  "comment.given": { code: string; title: string; who: string; text: string };
  /** To the mentors whose feedback it may answer. */
  "comment.ofAuthor": { code: string; title: string; name: { name: string }[]; text: string };
  "desk.idea": {
    id: number;
    code: string;
    text: string;
    waiting: number;
    days: number;
    author: Writer[];
    anonymous: Empty[];
    similar: { codes: string }[];
  };
  "desk.empty": { lab: string };
  "desk.emptyForNow": { waiting: number };
};
