import type { Saying } from "../sayings.ts";

/** What is said to an answer; `again` where it is not taken, so that the question stays open. */
export type Answered = Saying[] | { again: Saying[] };
