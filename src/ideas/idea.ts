import type { ExperiencePart } from "../experiences/experience.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import type { Asks } from "../questions/question.ts";
import type { Example, ExampleKeys } from "./example.ts";

/** What people call an idea: its lab's code and its number. */
export const codeOf = ({ code }: Pick<Lab, "code">, { number }: Pick<Idea, "number">) => `${code}-${number}`;

/** Whether it is out of sight: taken so by its author or a facilitator, or hidden until its challenge ends. */
export const isRemoved = ({ state }: Pick<Idea, "state">) =>
  ["withdrawn", "hidden", "joined", "secret"].includes(state);

/** The states in which more can be told of it. */
export const COMPLETED = ["draft", "waiting", "posted", "secret"];

/** The longest that a title may be, in characters. */
const TITLE = 120;
/** The first half of a character, whose second one was cut off. */
const HALF = /[\uD800-\uDBFF]$/;

/** The first sentence of an idea's text, and what follows it. */
export function titleOf(text: string): { title: string; rest: string } {
  const clean = text.trim();
  const end = /[.!?]\s|\n/.exec(clean)?.index ?? clean.length;
  const sentence = clean.slice(0, clean[end] === "\n" ? end : end + 1).trim();
  if (sentence.length <= TITLE) return { title: sentence, rest: clean.slice(sentence.length).trim() };
  const space = clean.lastIndexOf(" ", TITLE);
  const at = space > TITLE / 2 ? space : TITLE;
  return { title: `${clean.slice(0, at).replace(HALF, "")}…`, rest: clean };
}

/** A vote can be taken back by a second press, but not within this time, in milliseconds: lines stutter. */
export const VOTE_REST = 10_000;

/** Stands for a count of votes that nobody may know yet. */
export const UNTOLD = -1;

type Empty = Record<string, never>;

export type IdeaSayings = Record<ExampleKeys, Empty> & {
  "idea.withdrawnCard": { code: string };
  "idea.fixed": { code: string };
  "idea.hiddenCard": { code: string; reason: string };
  "idea.askChange": { code: string; text: string };
  /** `back`: the answer that it was, to be taken back. */
  "idea.changed": { code: string; title: string; back: { draft: number }[] };
  "idea.unchanged": { code: string };
  /** To whoever answered the old words. */
  "idea.changedSince": {
    id: number;
    code: string;
    changes: { same: { text: string }[]; added: { text: string }[]; removed: { text: string }[] }[];
  };
  "idea.askRemoval": { id: number; code: string; kind: "withdrawn" | "hidden" };
  "idea.removed": {
    id: number;
    code: string;
    title: string;
    kind: string;
    reason: string;
    trust: { on: string }[];
  };
  "idea.restored": { code: string; title: string; state: string };
  "idea.isBack": { code: string; title: string };
  "idea.wasHidden": { code: string; title: string; reason: string };
  "idea.ask": { example: Example[] };
  "idea.askPrivately": { draft: number; lab: string; example: Example[] };
  "idea.askAnonymous": { lab: string };
  "idea.formClosed": Empty;
  "idea.missing": Empty;
  "idea.secret": Empty;
  "idea.noWriter": Empty;
  "idea.noWords": Empty;
  /** The answered message is a file without words. */
  "idea.fileNeedsWords": Empty;
  "idea.isCard": Empty;
  "idea.already": { code: string };
  "idea.ownOnly": Empty;
  /** In private, before anybody else sees it. */
  "idea.kept": {
    id: number;
    code: string;
    title: string;
    /** `origin` where that is noted as what inspired it. */
    similar: { id: number; code: string; title: string; origin: Empty[] }[];
    /** Other labs' ideas: an invitation to take one up. */
    elsewhere: { id: number; code: string; title: string; lab: string }[];
    experiences: ExperiencePart[];
    group: string;
    files: Empty[];
    asks: Asks[];
  };
  /** `id`: one's own that was not sent; `other`: the one that is supported. */
  "idea.supportsInstead": { id: number; other: number; code: string; title: string };
  "idea.contributed": { code: string; title: string };
  "idea.inspired": { code: string };
  "idea.originForgotten": { code: string };
  "idea.sent": { code: string; title: string; group: string; asks: Asks[] };
  "idea.sentNowhere": { code: string; title: string; asks: Asks[] };
  /** `own`: some of its files are for its author alone. */
  "idea.waits": { code: string; title: string; own: Empty[]; asks: Asks[] };
  "idea.waitsNobody": { code: string; title: string; own: Empty[]; asks: Asks[] };
  "idea.withdrawn": { code: string };
  /** Never sent; it can be kept again. */
  "idea.discarded": { id: number; code: string };
  "idea.alreadySent": { code: string };
  "idea.owned": { code: string };
  "idea.recorded": { code: string; recorder: string; title: string; id: number };
  "vote.counted": { code: string };
  "vote.already": Empty;
  "vote.takenBack": { code: string };
  "follow.on": { code: string };
  /** The bot may not write to this person yet. */
  "follow.onUnreached": { code: string };
  "follow.off": { code: string };
};
