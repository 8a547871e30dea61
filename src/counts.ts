import type { Outcome } from "./outbox/outcome.ts";

/** What goes out: a message, a sign on one, a change of one; or a card, drawn anew. */
export type Kind = "message" | "reaction" | "edit" | "ephemeral" | "card";

/** How many tokens a model read and wrote. */
export type Tokens = { read: number; written: number };

/**
 * Told of what happens, so that it can be counted. Nothing waits for it, and it never throws. It is told kinds and
 * outcomes, of which there are few; never ids, names or words. Times are milliseconds.
 */
export type Counts = {
  /** A batch of updates was stored: the kind of each, and how many of them had been there already. */
  updatesTaken(kinds: string[], known: number): void;
  /** An update was worked off: `ms` is the work alone, `lag` reaches from its arrival to the end. */
  updateDone(kind: string, times: { ms: number; lag: number }): void;
  /** A try to work an update off failed. */
  updateFailed(kind: string): void;
  /** An update failed for good. */
  updateGivenUp(kind: string): void;
  /** A request came to the webhook and was answered with this status of HTTP. */
  webhookAnswered(status: number): void;
  /** A method of the Bot API was called. */
  calling(method: string, call: Promise<unknown>): void;
  sent(kind: Kind): void;
  /** Something did not go out; `outcome` is what follows. */
  notSent(kind: Kind, outcome: Outcome, error: unknown): void;
  /** So many messages a killed process left in the middle of their sending. */
  cutByKill(messages: number): void;
  /** This process became the one that delivers. */
  leaseTaken(): void;
  /** A job runs. */
  working(job: string, run: Promise<unknown>): void;
  /** One piece of a job's work failed, and the rest has its turn. */
  itemFailed(): void;
  /** A model was asked. `purpose` is the prompt's name. */
  asking(purpose: string, answer: Promise<unknown>): void;
  tokensUsed(purpose: string, tokens: Tokens): void;
};
