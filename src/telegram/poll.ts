import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { backoff, Refused } from "../outbox/outcome.ts";
import type { Api } from "./api.ts";
import type { Flow } from "./flow.ts";
import type { Intake } from "./intake.ts";

/** What the bot needs to hear of. Telegram sends reactions and members' changes only when they are named. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "message_reaction",
];

/** How long Telegram may hold a poll, in seconds, and how much later we give it up, in milliseconds. */
const HOLD = 50;
const GRACE = 10_000;
/** How often a poll may meet another poller before it is clear that a second instance runs: one minute in all. */
const CONFLICTS = 12;

/** Where updates go, who is told, and what ends it all. */
export type Hearing = {
  intake: Intake;
  arrived: (lanes: bigint[]) => void;
  flow: Flow;
  signal: AbortSignal;
};

/**
 * Fetches updates until `signal` aborts. Each batch is stored before the next poll confirms it.
 * @throws Refused when the token is wrong (401), or when another instance polls (409) for a minute
 */
export async function poll(
  { clock, log }: Pick<App, "clock" | "log">,
  { call }: Api,
  { intake, arrived, flow, signal }: Hearing,
) {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await call<Update[]>(
        "getUpdates",
        { offset, timeout: HOLD, limit: 100, allowed_updates: allowedUpdates },
        { timeout: HOLD * 1000 + GRACE, signal },
      );
      arrived(await intake(updates));
      offset = (updates.at(-1)?.update_id ?? (offset ?? 0) - 1) + 1 || undefined;
      failures = 0;
      flow.came();
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      flow.failed(error);
      if (error instanceof Refused && (error.code === 401 || error.code === 404)) throw error;
      if (error instanceof Refused && error.code === 409 && failures >= CONFLICTS) throw error;
      log.warn({ why: error instanceof Error ? error.message : "unknown", failures }, "poll failed");
      const asked = error instanceof Refused ? error.retryAfter : undefined;
      await clock.sleep(asked ? asked * 1000 : Math.min(backoff(failures), 5_000), signal);
    }
  }
}
