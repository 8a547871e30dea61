/** One thing that was said, and the ids of the lines that say it, the best wording first. */
export type Point = { text: string; lines: number[] };

/** A line of a discussion. `replyTo` is the id of the line that it answers. */
export type Line = { id: number; author: string; text: string; replyTo?: number | undefined };

/** What a discussion came to. */
export type Summary = { points: Point[]; questions: Point[]; nextSteps: Point[] };
