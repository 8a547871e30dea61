import type { Idea } from "../generated/prisma/client.ts";

/** The stages that an idea goes through, in order; what comes before, Drum Up, is the lab's. */
export const stages = ["diagnose", "design", "deliver", "display", "documentation"] as const;
export type Stage = (typeof stages)[number];

/** What an idea has, as its gates ask for it. */
export type Record_ = {
  idea: Pick<Idea, "affected" | "difference">;
  mentorFeedback: number;
  steps: number;
  stepsDone: number;
  commitments: number;
};

type Need = { name: string; met: (has: Record_) => boolean };

/**
 * What must be there before an idea leaves a stage. Gates are advice with teeth: a facilitator may pass them with a
 * reason. Source: the 5D + 1 of LAN's Laboratorium Inovasi, as the programme words it.
 */
export const gates: Record<Stage, Need[]> = {
  diagnose: [
    { name: "affected", met: ({ idea }) => idea.affected !== null },
    { name: "difference", met: ({ idea }) => idea.difference !== null },
  ],
  design: [
    { name: "feedback", met: ({ mentorFeedback }) => mentorFeedback > 0 },
    { name: "plan", met: ({ steps }) => steps > 0 },
  ],
  deliver: [
    { name: "commitment", met: ({ commitments }) => commitments > 0 },
    { name: "firstStep", met: ({ stepsDone }) => stepsDone > 0 },
  ],
  // Nothing is written down yet of an idea's result and benefit, so this gate is passed with a reason.
  display: [{ name: "result", met: () => false }],
  documentation: [],
};

export const isStage = (name: string): name is Stage => stages.some((stage) => stage === name);

/** The stage after this one; nothing after the last. */
export const nextOf = (stage: Stage): Stage | undefined => stages[stages.indexOf(stage) + 1];

export type StageSayings = {
  "stage.shown": {
    idea: number;
    code: string;
    title: string;
    stage: string;
    met: { name: string }[];
    missing: { name: string }[];
    next: { stage: string }[];
  };
  "stage.funnel": { lab: string; stages: { stage: string; count: number }[] };
  "stage.askReason": { code: string; to: string };
  "stage.moved": { code: string; title: string; to: string };
  /** To its author. */
  "stage.thanked": { code: string; title: string; to: string };
  "stage.told": { code: string; title: string; to: string };
  "stage.already": { code: string };
};
