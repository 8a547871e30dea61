import type { Step } from "../../plans/plan.ts";
import type { Button, Keyboards } from "../keyboard.ts";

/** So many ticks stand in a row. */
const ROW = 4;

export const planKeyboards: Keyboards = {
  "plan.shown": ({ idea, items, mine }) => ({
    rows: mine ? [...rowsOf(items.map(tick)), ...rowsOf(items.flatMap(prove), 2), [more(idea)]] : [],
  }),
  "plan.askEvidence": ({ draft }, { group }) =>
    group
      ? { ask: "writeEvidence" }
      : { rows: [[{ label: "skipEvidence", press: ["skipEvidence", draft] }]] },
  "plan.evidenceKept": ({ step }) => ({ rows: [[{ label: "moreEvidence", press: ["evidence", step] }]] }),
  "plan.empty": ({ idea, mine }) => ({ rows: mine ? [[more(idea)]] : [] }),
};

const tick = ({ id, n, state }: Step): Button =>
  state === "done"
    ? { label: "untick", args: { n }, press: ["tick", id, "no"] }
    : { label: "tick", args: { n }, press: ["tick", id, "yes"] };

/** What is done and has nothing to show for it yet. */
const prove = ({ id, n, state, files, note }: Step): Button[] =>
  state === "done" && files.length + note.length === 0
    ? [{ label: "evidence", args: { n }, press: ["evidence", id] }]
    : [];

const more = (idea: number): Button => ({ label: "addSteps", press: ["steps", idea] });

const rowsOf = (buttons: Button[], width = ROW): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, n) =>
    buttons.slice(n * width, (n + 1) * width),
  );
