import cron, { type Logger } from "node-cron";
import type { App } from "./app.ts";
import { runChallenges } from "./challenges/run-challenges.ts";
import { remindCommitments } from "./commitments/remind-commitments.ts";
import { tellDecisions } from "./decisions/tell-decisions.ts";
import { closePeriods } from "./digests/close-periods.ts";
import { copyFiles } from "./files/copy-files.ts";
import { transcribeVoices } from "./files/transcribe-voices.ts";
import { tellFollowers } from "./follows/tell-followers.ts";
import { remindPlans } from "./plans/remind-plans.ts";
import { askPulses } from "./pulses/ask-pulses.ts";
import { askInquiries } from "./questions/ask-inquiries.ts";
import { indexTexts } from "./search/index-texts.ts";
import { writeSummaries } from "./threads/write-summaries.ts";

type Bot = { username: string };
type Job = { name: string; cron: string; run: (app: App, bot: Bot) => Promise<void> };

/** Everything the bot does by the clock. Every job may run twice, late, or after a crash, and does no harm. */
export const jobs: Job[] = [
  { name: "close-periods", cron: "* * * * *", run: closePeriods },
  { name: "tell-decisions", cron: "* * * * * *", run: tellDecisions },
  { name: "tell-followers", cron: "* * * * * *", run: tellFollowers },
  { name: "write-summaries", cron: "* * * * * *", run: writeSummaries },
  { name: "ask-inquiries", cron: "* * * * * *", run: askInquiries },
  { name: "run-challenges", cron: "*/5 * * * * *", run: runChallenges },
  { name: "remind-plans", cron: "* * * * *", run: remindPlans },
  { name: "remind-commitments", cron: "* * * * *", run: remindCommitments },
  { name: "copy-files", cron: "* * * * *", run: copyFiles },
  { name: "transcribe-voices", cron: "*/5 * * * * *", run: transcribeVoices },
  { name: "ask-pulses", cron: "*/10 * * * *", run: askPulses },
  { name: "index-texts", cron: "* * * * *", run: indexTexts },
];

export type Schedule = {
  /** Runs every job now, one after the other: the clock was moved. */
  runAll(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Lets node-cron wake the jobs; what is due they ask the store. `done` is called after each run.
 * Two runs of one job never overlap in a process.
 */
export function startSchedule(
  app: App,
  done: () => void,
  { bot, ticking = true }: { bot: Bot; ticking?: boolean },
): Schedule {
  const running = new Map<string, Promise<void>>();
  const run = ({ name, run }: Job) => {
    const under = running.get(name);
    if (under) return under;
    const work = run(app, bot);
    app.count?.working(name, work);
    const now = work
      .catch((err: unknown) => app.log.error({ err, job: name }, "job failed"))
      .finally(() => {
        running.delete(name);
        done();
      });
    running.set(name, now);
    return now;
  };
  const tasks = ticking
    ? jobs.map((job) =>
        cron.schedule(job.cron, () => run(job), {
          name: job.name,
          timezone: "UTC",
          logger: loggerOf(app, job),
        }),
      )
    : [];

  return {
    async runAll() {
      for (const job of jobs) await run(job);
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running.values());
    },
  };
}

/** What node-cron has to say goes into our log, as all else does: a beat that it missed is made up for by the next. */
const loggerOf = ({ log }: App, { name: job }: Job): Logger => ({
  info: (said) => log.info({ job }, said),
  warn: (said) => log.warn({ job }, said),
  error: (said, err) => log.error({ job, err: err ?? said }, "schedule failed"),
  debug: (said) => log.debug({ job }, String(said)),
});
