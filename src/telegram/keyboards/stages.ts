import { isInUse } from "../../stages/stage.ts";
import { type At, type Button, inGroups, type Keyboard, type Keyboards } from "../keyboard.ts";

export const stageKeyboards: Keyboards = {
  "stage.shown": ({ idea, stage, launched, missing, next }) => ({
    rows: [
      ...next.map(({ stage: to }): Button[] => [
        { label: `${missing.length > 0 ? "pass" : "next"}.${to}`, press: ["move", idea, to] },
      ]),
      isInUse(stage) ? [{ label: launched.length > 0 ? "relaunch" : "launch", press: ["launch", idea] }] : [],
      ...outcomeButtons(idea, stage, true),
    ],
  }),
  "stage.askReason": (_, at) => inGroups(at, "writeWhy"),
  "stage.askOutcome": (_, at) => inGroups(at, "writeOutcome"),
  "stage.askLaunch": ({ idea, launched }, at) => sinceWhen(idea, launched.length > 0, at),
  "stage.wrongLaunch": ({ idea, launched }, at) => sinceWhen(idea, launched.length > 0, at),
  "stage.moved": ({ change, launched }) => ({
    rows: [[{ label: "undo", press: ["unmove", change, launched ? "yes" : "no"] }]],
  }),
  "stage.launched": ({ idea }) => ({ rows: [[{ label: "relaunch", press: ["launch", idea] }]] }),
  "stage.outcomeKept": ({ idea, missing }) => ({
    rows: [[...missing.map(({ kind }) => outcome(idea, kind)), sheet(idea)]],
  }),
};

/** What can be told, and shown, of an idea that is in use. */
export const outcomeButtons = (idea: number, stage: string, mayWrite: boolean): Button[][] =>
  isInUse(stage)
    ? [[...(mayWrite ? [outcome(idea, "result"), outcome(idea, "benefit")] : []), sheet(idea)]]
    : [];

const outcome = (idea: number, kind: string): Button => ({ label: kind, press: ["outcome", idea, kind] });
const sheet = (idea: number): Button => ({ label: "sheet", press: ["sheet", idea] });

/** In a group the day is written, unless one is there already, which may have to go. */
const sinceWhen = (idea: number, launched: boolean, { group }: At): Keyboard =>
  group && !launched
    ? { ask: "writePastDay" }
    : {
        rows: [
          [{ label: "launchToday", press: ["launchToday", idea] }],
          launched ? [{ label: "unlaunch", press: ["unlaunch", idea] }] : [],
        ],
      };
