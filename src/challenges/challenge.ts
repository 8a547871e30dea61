import type { IdeaItem } from "../lists/list.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** A session's length, and what is added to it at a press; in milliseconds. */
export const SESSION = 10 * MINUTE;
/** How long a challenge lasts that people answer when they find the time. */
export const LONG = 3 * DAY;
/** The longest that it may become by presses. */
export const LONGEST = 31 * DAY;

/** Whether people had days to answer: then its end is worth a picture. */
export const isLong = ({ startedAt, endsAt }: { startedAt: Date; endsAt: Date }) =>
  endsAt.getTime() - startedAt.getTime() >= DAY;

/** When a group is reminded, once: two minutes before a session's end, a day before that of a longer one. */
export function nudgeOf(start: Date, end: Date): Date | null {
  const lasts = end.getTime() - start.getTime();
  const before = lasts >= 2 * DAY ? DAY : 2 * MINUTE;
  return lasts >= 5 * MINUTE ? new Date(end.getTime() - before) : null;
}

/** How long it still is, in the largest unit that tells it: minutes, hours or days, rounded up. */
export function leftUntil(end: Date, now: Date): { value: number; unit: "minute" | "hour" | "day" }[] {
  const ms = end.getTime() - now.getTime();
  if (ms <= 0) return [];
  if (ms > 2 * DAY) return [{ value: Math.ceil(ms / DAY), unit: "day" }];
  if (ms > 120 * MINUTE) return [{ value: Math.ceil(ms / (60 * MINUTE)), unit: "hour" }];
  return [{ value: Math.ceil(ms / MINUTE), unit: "minute" }];
}

type Mine = "yes" | "no";
type Empty = Record<string, never>;

/** What is asked: the facilitator's words, a problem that was found before, or the lab's own question. */
export type Question = {
  lab: string;
  text: { text: string }[];
  problem: { code: string; title: string }[];
  own: { lab: string; kind: string }[];
  kind: string;
};

type Left = { value: number; unit: string };

export type ChallengeSayings = {
  "challenge.ask": Empty;
  "challenge.inGroupOnly": Empty;
  "challenge.running": { kind: string };
  /** The message that people reply to; it follows what comes in. */
  "challenge.board": Question & {
    id: number;
    ideas: number;
    people: number;
    units: { count: number }[];
    left: Left[];
    /** Its results are hidden until it ends. */
    secret: Empty[];
  };
  /** Its answers so far, to one person who may vote for them. */
  "challenge.answers": Question & {
    id: number;
    total: number;
    page: number;
    pages: number;
    /** `mine`: whether that person supports it. */
    items: (IdeaItem & { id: number; mine: Mine })[];
  };
  "challenge.askAnswer": Question;
  /** The same in the group, where everybody reads the answer. */
  "challenge.askHere": Question;
  /** Answers bear a name. */
  "challenge.withName": Empty;
  "challenge.secret": Empty;
  "challenge.noAnswers": Empty;
  "challenge.hidden": Empty;
  "challenge.revealed": Empty;
  "challenge.nudge": { kind: string; ideas: number; left: Left[] };
  "challenge.harvest": Question & {
    id: number;
    ideas: number;
    people: number;
    units: { count: number }[];
    page: number;
    pages: number;
    items: IdeaItem[];
    twins: { one: string; other: string }[];
  };
  /** By votes, with a picture: its words are short enough for one. */
  "challenge.ranking": Question & {
    id: number;
    ideas: number;
    people: number;
    units: { count: number }[];
    top: (IdeaItem & { rank: number })[];
    more: { count: number }[];
    twins: { one: string; other: string }[];
  };
  "challenge.pictured": Empty;
  "challenge.noPicture": Empty;
  "challenge.empty": Question;
  "challenge.over": Empty;
  /** The sentence about a photo came in private. */
  "challenge.counted": { code: string; title: string; files: Empty[] };
  "challenge.longer": { left: Left[] };
  "challenge.asksForProblems": Empty;
  "challenge.tooLate": Empty;
};
