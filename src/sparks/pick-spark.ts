import type { Asked, Facts, OpenKeys, Spark } from "./spark.ts";

/** So many questions fit any lab: more than one rests for, so that there is always one left. */
export const OPEN = 12;
const DAY = 86_400_000;
/** A unit is quiet after so long without an idea; a question is not asked again for so long. In milliseconds. */
export const QUIET = 28 * DAY;
export const REST = 56 * DAY;
/** So many ideas lack the same before a question is about it. */
const MANY = 3;

/**
 * The question for the week that ends at `at`: of the stage, a quiet unit, or any, whichever kind was not asked for the
 * longest time; none that was asked lately (`before`). `seed` lets labs begin at different questions.
 */
export function pickSpark(facts: Facts, before: Asked[], { at, seed }: { at: Date; seed: number }): Spark {
  const week = Math.floor(at.getTime() / (7 * DAY)) + seed;
  const kinds = [stageSparks(facts), from(facts.quiet.map(unitSpark), week), from(openSparks(), week)];
  const names = new Set(before.map(({ asked }) => asked));
  const rested = kinds
    .map((sparks, kind) => ({ kind, spark: sparks.find(({ asked }) => !names.has(asked)) }))
    .sort((a, b) => lastOf(a.kind, before) - lastOf(b.kind, before));
  const found = rested.find(({ spark }) => spark !== undefined)?.spark;
  if (!found) throw new Error("there are fewer questions than weeks in which none is asked again");
  return found;
}

function stageSparks({ ideas, diagnose, withoutProblem, design, withoutPlan, running }: Facts): Spark[] {
  const most = (some: number, of: number) => some >= MANY && 2 * some >= of;
  const sparks: Spark[] = [];
  if (ideas === 0) sparks.push({ asked: "stage.first", question: [{ key: "spark.first", args: {} }] });
  if (most(withoutPlan, design))
    sparks.push({ asked: "stage.plan", question: [{ key: "spark.plan", args: { count: withoutPlan } }] });
  if (most(withoutProblem, diagnose)) {
    const question = { key: "spark.problem", args: { count: withoutProblem } } as const;
    sparks.push({ asked: "stage.problem", question: [question] });
  }
  if (running > 0)
    sparks.push({ asked: "stage.running", question: [{ key: "spark.running", args: { count: running } }] });
  return sparks;
}

const unitSpark = ({ id, name }: { id: number; name: string }): Spark => ({
  asked: `unit.${id}`,
  question: [{ key: "spark.unit", args: { name } }],
});

const openSparks = (): Spark[] =>
  Array.from({ length: OPEN }, (_, n) => ({
    asked: `open.${n + 1}`,
    question: [{ key: `spark.open${n + 1}` as OpenKeys, args: {} }],
  }));

/** The list from another start each week, so that all come round. */
const from = (sparks: Spark[], week: number) => {
  const start = sparks.length > 0 ? week % sparks.length : 0;
  return [...sparks.slice(start), ...sparks.slice(0, start)];
};

const KINDS = ["stage", "unit", "open"];

const lastOf = (kind: number, before: Asked[]) =>
  Math.max(
    0,
    ...before.filter(({ asked }) => asked.startsWith(`${KINDS[kind]}.`)).map(({ at }) => at.getTime()),
  );
