import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** What goes over: the roles, the care of the ideas, or both. */
export const parts = ["all", "roles", "ideas"] as const;
export type Part = (typeof parts)[number];

/** So long it can be taken back, in milliseconds. */
export const UNDO = 24 * 60 * 60 * 1000;

/** Somebody who can be chosen, as a button. */
export type Choice = { id: number; name: string };

/** Who goes, who comes, and what went over between them. */
type Went = {
  leaver: string;
  newcomer: string;
  roles: { role: string }[];
  ideas: { count: number }[];
};

/** An idea as its new keeper first sees it. */
export type Inherited = {
  code: string;
  title: string;
  stage: string;
  step: { what: string; due: When }[];
  unanswered: { count: number }[];
  promises: { who: string; due: When }[];
};

export type HandoverSayings = {
  "handover.askLeaver": { lab: string; id: number; people: Choice[] };
  "handover.askNewcomer": { id: number; leaver: string; from: number; people: Choice[] };
  /** A typed name that fits several people, or nobody. */
  "handover.several": { id: number; from: number; text: string; people: Choice[] };
  "handover.nobody": { text: string };
  "handover.confirm": Went & {
    id: number;
    from: number;
    to: number;
    codes: { code: string }[];
    nothing: Empty[];
  };
  "handover.done": Went & { handover: number; unreachable: { name: string }[] };
  /** Nothing that can be seen to be theirs; whether anybody was asked for anonymous ideas is not told. */
  "handover.nothing": { leaver: string };
  "handover.undone": { leaver: string; newcomer: string };
  "handover.already": Empty;
  "handover.tooLate": Empty;
  "handover.notMember": Empty;
  "handover.notYours": Empty;
  "handover.privately": Empty;
  "handover.briefSent": Empty;
  "handover.unreachable": { name: string };
  /** To the newcomer. */
  "handover.brief": {
    lab: string;
    leaver: string;
    roles: { role: string }[];
    promises: { count: number }[];
    ideas: { items: Inherited[]; more: { count: number }[] }[];
  };
  /** To the one who goes, and to the other facilitators. */
  "handover.left": Went & { lab: string };
  "handover.told": Went & { who: string };
  "handover.undoneTold": { leaver: string; newcomer: string; lab: string };
  /** To the one who goes: nobody else knows that these ideas are theirs. */
  "handover.askAnonymous": { handover: number; newcomer: string; ideas: { code: string; title: string }[] };
  /** To the author of anonymous ideas that somebody else looked after, who goes. */
  "handover.askAuthor": { handover: number; newcomer: string; ideas: { code: string; title: string }[] };
  "handover.gaveAnonymous": { newcomer: string; count: number };
  "handover.keptAnonymous": Empty;
  "handover.noAnonymous": Empty;
};
