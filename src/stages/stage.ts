import type { Idea } from "../generated/prisma/client.ts";
import { isTold } from "../questions/question.ts";
import type { When } from "../telegram/when.ts";
import type { Sheet } from "./show-sheet.ts";

/** The stages that an idea goes through, in order; what comes before, Drum Up, is the lab's. */
export const stages = ["diagnose", "design", "deliver", "display", "documentation"] as const;
export type Stage = (typeof stages)[number];

/** What an idea has, as its gates ask for it. */
export type Record_ = {
  idea: Pick<Idea, "text" | "affected" | "difference" | "result" | "benefit">;
  /** How many mentors' answers were answered in turn. */
  answered: number;
  steps: number;
  stepsDone: number;
  /** How many steps are done and have something to show for it. */
  proved: number;
  commitments: number;
};

type Need = { name: string; met: (has: Record_) => boolean };

/**
 * What must be there before an idea leaves a stage. Gates are advice with teeth: a facilitator may pass them with a
 * reason. Source: the 5D + 1 of LAN's Laboratorium Inovasi, as the programme words it. The one-page card of Display
 * needs no line of its own: it can always be shown, and says what is written.
 */
export const gates: Record<Stage, Need[]> = {
  diagnose: [
    { name: "affected", met: ({ idea }) => isTold(idea, "affected") },
    { name: "difference", met: ({ idea }) => isTold(idea, "difference") },
  ],
  design: [
    { name: "feedback", met: ({ answered }) => answered > 0 },
    { name: "plan", met: ({ steps }) => steps > 0 },
  ],
  deliver: [
    { name: "commitment", met: ({ commitments }) => commitments > 0 },
    { name: "firstStep", met: ({ stepsDone }) => stepsDone > 0 },
    { name: "evidence", met: ({ proved }) => proved > 0 },
  ],
  display: [
    { name: "result", met: ({ idea }) => idea.result !== null },
    { name: "benefit", met: ({ idea }) => idea.benefit !== null },
  ],
  // Nothing can be exported yet.
  documentation: [{ name: "export", met: () => false }],
};

export const isStage = (name: string): name is Stage => stages.some((stage) => stage === name);

export const stageIn = ({ stage }: Pick<Idea, "stage">): Stage => (isStage(stage) ? stage : "diagnose");

/** Whether an idea in this stage may be in use, so that what came of it can be told. */
export const isInUse = (stage: string) => ["deliver", "display", "documentation"].includes(stage);

/** The stage after this one; nothing after the last. */
export const nextOf = (stage: Stage): Stage | undefined => stages[stages.indexOf(stage) + 1];

/** So long a move can be taken back before the author is thanked, in milliseconds. */
export const GRACE = 60_000;
/** What takes that back. */
export const thanksKey = ({ id }: { id: number }) => `stage:${id}`;

type Moved = { from: string; to: string };

/** Whether a move went on, rather than back. */
export const isAhead = ({ from, to }: Moved) =>
  stages.indexOf(stageIn({ stage: to })) > stages.indexOf(stageIn({ stage: from }));

/** The moves that still stand: without those that were taken back. */
export function standing<M extends Moved>(moves: M[]): M[] {
  const kept: M[] = [];
  for (const move of moves) {
    if (isAhead(move)) kept.push(move);
    else kept.pop();
  }
  return kept;
}

type Empty = Record<string, never>;
export type StageSayings = {
  "stage.shown": {
    idea: number;
    code: string;
    title: string;
    stage: string;
    launched: { at: When }[];
    met: { name: string }[];
    missing: { name: string }[];
    next: { stage: string }[];
  };
  "stage.funnel": { lab: string; at: { at: When }[]; stages: { stage: string; count: number }[] };
  /** `/tahap` with words that are neither an idea nor a day. */
  "stage.noDay": { text: string; why: string };
  "stage.askReason": { code: string; to: string };
  /** `launched`: whether it is in use since this move. */
  "stage.moved": { change: number; code: string; title: string; to: string; launched: boolean };
  "stage.movedBack": { code: string; title: string; to: string };
  /** To its author. */
  "stage.thanked": { code: string; title: string; to: string };
  "stage.already": { code: string };
  /** When it went into use; `launched` where that was said before. */
  "stage.askLaunch": { idea: number; code: string; title: string; launched: { at: When }[] };
  "stage.wrongLaunch": { idea: number; code: string; text: string; why: string; launched: Empty[] };
  "stage.launched": { idea: number; code: string; title: string; at: When };
  "stage.notLaunched": { code: string; title: string };
  "stage.launchTold": { code: string; title: string; at: When };
  /** What came of it: result | benefit. */
  "stage.askOutcome": { code: string; kind: string; text: { text: string }[] };
  "stage.outcomeKept": { idea: number; code: string; kind: string; missing: { kind: string }[] };
  "stage.notYours": Empty;
  /** One page that can be shown. */
  "stage.sheet": Sheet;
};
