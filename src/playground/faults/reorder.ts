import { putLast } from "../updates.ts";
import { liftAll, type Queued } from "./armed.ts";
import { isUpdateIn, type Rule, type UpdateScope } from "./fault.ts";

/** How long an update waits to be overtaken, in real milliseconds. */
const PATIENCE = 2_000;

/**
 * An update is overtaken by the next one of another queue. Within a queue the order stays: a chat's messages, a
 * person's presses, the bot's own coming and going.
 *
 * Source: core.telegram.org/bots/api#update (updates may "get out of order"); the queues are the `webhook_queue_id` of
 * tdlib/telegram-bot-api, Client.cpp, `add_update`.
 */
export const reorder: Rule<UpdateScope & { patience?: number }> = {
  part: "updates",
  here: {},
  hooks(g, { patience = PATIENCE, ...scope }) {
    liftAll(g, "reorder");
    let held: Queued | undefined;
    let timer: NodeJS.Timeout | undefined;
    const release = () => {
      clearTimeout(timer);
      held = undefined;
      g.updateQueued();
    };
    return {
      holds: (update) => held !== undefined && update.lane === held.lane && update.id >= held.id,
      queued(update) {
        if (held === undefined && isUpdateIn(scope, update)) {
          held = update;
          timer = setTimeout(release, patience).unref();
        }
        if (held === undefined || update.lane === held.lane) return false;
        putLast(g, held);
        release();
        return true;
      },
    };
  },
};
