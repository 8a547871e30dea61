import type { Within } from "../sayings.ts";

type Empty = Record<string, never>;

/** Questions that fit any lab in any week. */
export type OpenKeys = `spark.open${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** What is asked, by what the lab is at. */
type QuestionSayings = {
  "spark.first": Empty;
  "spark.problem": { count: number };
  "spark.plan": { count: number };
  "spark.running": { count: number };
  "spark.unit": { name: string };
} & Record<OpenKeys, Empty>;

export type SparkSayings = QuestionSayings & {
  /** The weekly question, the last paragraph of a group's digest. `asked` is by what it is known again. */
  "spark.asked": { asked: string; question: Within<QuestionSayings>[] };
  "spark.off": Empty;
  "spark.whoMay": { names: string };
  "spark.set": { on: string };
  "spark.state": { on: string };
};

/** What a lab's question is chosen by: its ideas by what they lack, and the units that were quiet for long. */
export type Facts = {
  ideas: number;
  diagnose: number;
  withoutProblem: number;
  design: number;
  withoutPlan: number;
  running: number;
  quiet: { id: number; name: string }[];
};

/** A question that was asked before, and when. */
export type Asked = { asked: string; at: Date };
export type Spark = SparkSayings["spark.asked"];
