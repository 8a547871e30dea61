/** What is counted as it happens. Labels name their values where those are known; each then starts at 0. */
export type Meter = {
  name: string;
  help: string;
  labels: Readonly<Record<string, readonly string[]>>;
  /** The upper bounds of a histogram's buckets, in seconds; a counter has none. */
  buckets?: readonly number[];
};

/** Values that are known only when they come; there are few of them. */
const unlisted: readonly string[] = [];
const update = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction", "other"];
const quick = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const slow = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300];

/** What became of something that was to go out; the first two are successes. */
export const outcomes = [
  ...["sent", "unchanged", "again", "held", "moved"],
  ...["failed", "uncertain", "unreachable", "left"],
] as const;

export const meters = {
  updatesReceived: {
    name: "lumbung_updates_received_total",
    help: "Updates that Telegram brought, by kind; one that it brought again counts again.",
    labels: { kind: update },
  },
  updatesRepeated: {
    name: "lumbung_updates_repeated_total",
    help: "Updates that were stored already when Telegram brought them.",
    labels: {},
  },
  updateWork: {
    name: "lumbung_update_duration_seconds",
    help: "How long the work on an update took, by the update's kind.",
    labels: { kind: unlisted },
    buckets: quick,
  },
  updateLag: {
    name: "lumbung_update_lag_seconds",
    help: "How long an update took from its arrival until it was worked off.",
    labels: {},
    buckets: [...quick, 30, 60, 300],
  },
  updateFailures: {
    name: "lumbung_update_failures_total",
    help: "Tries to work an update off that failed; it is tried three times.",
    labels: { kind: update },
  },
  updatesGivenUp: {
    name: "lumbung_updates_given_up_total",
    help: "Updates that failed for good and are kept, to be replayed.",
    labels: { kind: update },
  },
  webhookRequests: {
    name: "lumbung_webhook_requests_total",
    help: "Requests to the webhook, by the status of HTTP that they were answered with.",
    labels: { status: ["200", "400", "401", "500", "503"] },
  },
  calls: {
    name: "lumbung_telegram_calls_total",
    help: "Calls of the Bot API, by method, and by what came of them: ok, unreachable, or the error's code.",
    labels: { method: unlisted, status: unlisted },
  },
  callTime: {
    name: "lumbung_telegram_call_duration_seconds",
    help: "How long calls of the Bot API took, by method; without polls, which Telegram holds on purpose.",
    labels: { method: unlisted },
    buckets: quick,
  },
  sends: {
    name: "lumbung_sends_total",
    help: "Tries to send, by what it was and what came of it; again and held are followed by another try.",
    labels: { kind: ["message", "reaction", "edit", "card"], outcome: outcomes },
  },
  ambiguous: {
    name: "lumbung_sends_ambiguous_total",
    help: "Tries to send that were cut, so that the message may have arrived or not, by what cut them; without cards.",
    labels: { cause: ["line", "kill"] },
  },
  takeovers: {
    name: "lumbung_delivery_takeovers_total",
    help: "How often this process became the one that delivers.",
    labels: {},
  },
  jobs: {
    name: "lumbung_job_runs_total",
    help: "Runs of what is done by the clock, by job and by how they ended: done or failed.",
    labels: { job: unlisted, outcome: unlisted },
  },
  jobItems: {
    name: "lumbung_job_items_failed_total",
    help: "Single pieces of a job's work that failed while the rest had its turn.",
    labels: {},
  },
  jobTime: {
    name: "lumbung_job_duration_seconds",
    help: "How long the runs of each job took.",
    labels: { job: unlisted },
    buckets: slow,
  },
  modelCalls: {
    name: "lumbung_model_calls_total",
    help: "Questions to the language model, by purpose and outcome: answered, or why there was no answer.",
    labels: { purpose: unlisted, outcome: unlisted },
  },
  modelTime: {
    name: "lumbung_model_call_duration_seconds",
    help: "How long the language model took to answer, or to fail, by purpose.",
    labels: { purpose: unlisted },
    buckets: slow,
  },
  modelTokens: {
    name: "lumbung_model_tokens_total",
    help: "Tokens that the language model read or wrote, by purpose.",
    labels: { purpose: unlisted, direction: unlisted },
  },
} as const satisfies Record<string, Meter>;

export type MeterName = keyof typeof meters;
