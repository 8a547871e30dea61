import type { Asks } from "../questions/question.ts";

type Empty = Record<string, never>;
/** What its author told besides. */
type More = { kind: string; text: string };

/** What is said of ideas that wait: for a facilitator's yes, or for tomorrow; and of whom is trusted. */
export type ScreeningSayings = {
  /** To a facilitator, who does not learn the author. */
  "idea.toApprove": { id: number; code: string; text: string; more: More[]; files: { count: number }[] };
  "idea.approved": { code: string; group: string; anonymous: Empty[]; trusted: Empty[] };
  "idea.declined": { code: string; title: string; reason: string; named: Empty[]; anonymous: Empty[] };
  "idea.approvedHere": { code: string; anonymous: Empty[]; trusted: { who: string }[] };
  "idea.askDecline": { id: number; code: string; text: string };
  "idea.declinedHere": { id: number; code: string; reason: string };
  /** To a facilitator: an idea of somebody who is not trusted yet. */
  "idea.toScreen": {
    id: number;
    code: string;
    who: string;
    recorder: { name: string }[];
    text: string;
    more: More[];
  };
  /** To a facilitator: what its author added to an idea that was posted by a yes. */
  "idea.addedSince": { id: number; code: string; kind: string; words: { text: string }[] };
  /** To its owners: what somebody else added to it. */
  "idea.completedFor": {
    id: number;
    code: string;
    kind: string;
    text: string;
    who: string;
    before: { text: string }[];
  };
  /** To its author: it waits for that. */
  "idea.screened": { code: string; title: string; asks: Asks[] };
  /** To its author, who edited its message meanwhile. */
  "idea.waitsUnchanged": { id: number; code: string };
  /** To its author: it is one too many today, and kept. */
  "idea.full": { id: number; code: string; title: string; most: number; how: "name" | "anonymous" };
  "idea.fullToday": { code: string; most: number };
  "author.trusted": { who: string };
  "author.untrusted": { who: string };
};
