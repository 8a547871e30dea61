import type { Step } from "../../plans/plan.ts";
import { type Button, inGroups, type Keyboards } from "../keyboard.ts";

/** So many ticks stand in a row. */
const ROW = 4;

export const planKeyboards: Keyboards = {
  "plan.shown": ({ idea, items, mine }) => ({
    rows: mine
      ? [...rowsOf(items.map(tick)), ...rowsOf(items.flatMap(prove), 2), [more(idea), remove(idea)]]
      : [],
  }),
  "plan.ask": (_, at) => inGroups(at, "writeSteps"),
  "plan.noDay": (_, at) => inGroups(at, "writeSteps"),
  "plan.noWhat": (_, at) => inGroups(at, "writeSteps"),
  "plan.wrongDay": (_, at) => inGroups(at, "writeSteps"),
  "plan.full": (_, at) => inGroups(at, "writeSteps"),
  "plan.pickStep": ({ idea, items }) => ({ rows: [...rowsOf(items.map(drop)), [plan(idea)]] }),
  "plan.removed": ({ idea, draft }) => ({
    rows: [[{ label: "restore", press: ["restoreStep", draft] }, plan(idea)]],
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

const remove = (idea: number): Button => ({ label: "removeSteps", press: ["pickStep", idea] });
const drop = ({ id, n }: Pick<Step, "id" | "n">): Button => ({
  label: "removeStep",
  args: { n },
  press: ["removeStep", id],
});
const plan = (idea: number): Button => ({ label: "plan", press: ["planOf", idea] });

const rowsOf = (buttons: Button[], width = ROW): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, n) =>
    buttons.slice(n * width, (n + 1) * width),
  );
