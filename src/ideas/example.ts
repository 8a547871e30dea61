import type { Within } from "../sayings.ts";

type Empty = Record<string, never>;

/** Good ideas to show to who is asked for one: a problem, for whom, what changes. */
const EXAMPLES = 6;
export type ExampleKeys = `idea.example${1 | 2 | 3 | 4 | 5 | 6}`;
export type Example = Within<Record<ExampleKeys, Empty>>;

/** Another one each time. */
export const exampleFor = (n: number): Example[] => [
  { key: `idea.example${(n % EXAMPLES) + 1}` as ExampleKeys, args: {} },
];
