import type { Step } from "../../plans/plan.ts";
import type { Button, Keyboards } from "../keyboard.ts";

/** So many ticks stand in a row. */
const ROW = 4;

export const planKeyboards: Keyboards = {
  "plan.shown": ({ idea, items, mine }) => ({
    rows: mine ? [...rowsOf(items.map(tick)), [more(idea)]] : [],
  }),
  "plan.empty": ({ idea, mine }) => ({ rows: mine ? [[more(idea)]] : [] }),
  "stage.shown": ({ idea, missing, next }) => ({
    rows: next.map(({ stage }) => [
      { label: `${missing.length > 0 ? "pass" : "next"}.${stage}`, press: ["move", idea, stage] as const },
    ]),
  }),
};

const tick = ({ id, n, state }: Step): Button =>
  state === "done"
    ? { label: "untick", args: { n }, press: ["tick", id, "no"] }
    : { label: "tick", args: { n }, press: ["tick", id, "yes"] };

const more = (idea: number): Button => ({ label: "addSteps", press: ["steps", idea] });

const rowsOf = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => buttons.slice(n * ROW, (n + 1) * ROW));
