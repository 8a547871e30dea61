import { ApiError } from "./api-error.ts";
import type { Update } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { confirmUpdates } from "./taken-updates.ts";
import { waitingUpdates } from "./updates.ts";

/** One long poll: `timeout` in seconds; `gone` aborts when the poller hung up. */
export type Poll = { offset: number; limit: number; timeout: number; gone: AbortSignal };

export type Polls = {
  take(poll: Poll): Promise<Update[]>;
  /** Ends the waiting poll: with nothing, or with a conflict. */
  end(conflict?: string): void;
};

/** Updates for the one poller; a second one makes the first fail. Waits in real time, whatever the clock says. */
export function openPolls(g: Ground): Polls {
  let end: (conflict?: string) => void = () => {};
  const take = ({ limit }: Poll) => waitingUpdates(g, limit).map(({ update }) => update);

  const wait = (poll: Poll) =>
    new Promise<Update[]>((resolve, reject) => {
      const look = () => {
        const updates = take(poll);
        if (updates.length > 0) finish(() => resolve(updates));
      };
      const empty = () => finish(() => resolve([]));
      const timer = setTimeout(empty, poll.timeout * 1000);
      const forget = g.onUpdate(look);
      poll.gone.addEventListener("abort", empty);
      end = (conflict) =>
        finish(() => (conflict ? reject(new ApiError(409, `Conflict: ${conflict}`)) : resolve([])));
      function finish(answer: () => void) {
        clearTimeout(timer);
        forget();
        poll.gone.removeEventListener("abort", empty);
        end = () => {};
        answer();
      }
    });

  return {
    end: (conflict) => end(conflict),
    async take(poll) {
      end("terminated by other getUpdates request; make sure that only one bot instance is running");
      confirmUpdates(g, poll.offset);
      const updates = take(poll);
      return updates.length > 0 || poll.timeout === 0 || poll.gone.aborted ? updates : wait(poll);
    },
  };
}
