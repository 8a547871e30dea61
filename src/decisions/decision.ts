/** What a leader may decide. */
export const kinds = ["support", "ask", "schedule", "notYet"] as const;
export type DecisionKind = (typeof kinds)[number];

/** How long a decision can be undone before anybody hears of it, in milliseconds. */
export const UNDO = 10_000;

/** What is said about decisions. */
export type DecisionSayings = Record<never, never>;
