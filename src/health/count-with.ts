import type { Counts } from "../counts.ts";
import { LlmError } from "../llm/llm.ts";
import { type Outcome, Refused, Unreachable } from "../outbox/outcome.ts";
import type { MeterName } from "./meters.ts";

/** Adds an amount to a counter, or observes it in a histogram; of the labels each meter says which it has. */
export type Meters = (name: MeterName, labels: Record<string, string>, amount: number) => void;

/** Turns what happens into amounts. */
export function countWith(meters: Meters): Counts {
  // What others measured may be no number; a counter neither falls nor breaks for that.
  const add: Meters = (name, labels, amount) => {
    if (Number.isFinite(amount)) meters(name, labels, Math.max(0, amount));
  };
  const timed = (work: Promise<unknown>, done: (seconds: number, error?: unknown) => void) => {
    const from = performance.now();
    const seconds = () => (performance.now() - from) / 1000;
    work.then(
      () => done(seconds()),
      (error: unknown) => done(seconds(), error ?? "unknown"),
    );
  };

  return {
    updatesTaken(kinds, known) {
      for (const kind of kinds) add("updatesReceived", { kind }, 1);
      if (known > 0) add("updatesRepeated", {}, known);
    },
    updateDone(kind, { ms, lag }) {
      add("updateWork", { kind }, ms / 1000);
      add("updateLag", {}, lag / 1000);
    },
    updateFailed: (kind) => add("updateFailures", { kind }, 1),
    updateGivenUp: (kind) => add("updatesGivenUp", { kind }, 1),
    webhookAnswered: (status) => add("webhookRequests", { status: String(status) }, 1),
    calling: (method, call) =>
      timed(call, (seconds, error) => {
        add("calls", { method, status: statusOf(error) }, 1);
        if (method !== "getUpdates") add("callTime", { method }, seconds);
      }),
    sent: (kind) => add("sends", { kind, outcome: "sent" }, 1),
    notSent(kind, outcome, error) {
      add("sends", { kind, outcome: nameOf(outcome) }, 1);
      // A card drawn twice is the same card.
      const mayBeThere = error instanceof Unreachable && error.mayHaveArrived && kind !== "card";
      if (mayBeThere) add("ambiguous", { cause: "line" }, 1);
    },
    cutByKill: (messages) => add("ambiguous", { cause: "kill" }, messages),
    leaseTaken: () => add("takeovers", {}, 1),
    working: (job, run) =>
      timed(run, (seconds, error) => {
        add("jobs", { job, outcome: error ? "failed" : "done" }, 1);
        add("jobTime", { job }, seconds);
      }),
    itemFailed: () => add("jobItems", {}, 1),
    asking: (purpose, answer) =>
      timed(answer, (seconds, error) => {
        add("modelCalls", { purpose, outcome: error ? reasonOf(error) : "answered" }, 1);
        add("modelTime", { purpose }, seconds);
      }),
    tokensUsed(purpose, { read, written }) {
      add("modelTokens", { purpose, direction: "read" }, read);
      add("modelTokens", { purpose, direction: "written" }, written);
    },
  };
}

const reasonOf = (error: unknown) => (error instanceof LlmError ? error.reason : "failed");

function nameOf(outcome: Outcome): string {
  if (outcome.next === "done") return "unchanged";
  return outcome.next === "again" && outcome.hold ? "held" : outcome.next;
}

/** The codes that Telegram gives; from another server any number may come. */
const CODES = new Set([400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504]);

function statusOf(error: unknown): string {
  if (error === undefined) return "ok";
  if (!(error instanceof Refused)) return "unreachable";
  return CODES.has(error.code) ? String(error.code) : "other";
}
