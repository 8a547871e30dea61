import type { ServerResponse } from "node:http";

type Poll = { offset?: unknown; limit?: unknown; timeout?: unknown };

const FIRST = 800_000_001;

/** What waits at Telegram for the one who polls: an offset confirms all that is below it, and nothing else does. */
export function openQueue() {
  let first = FIRST;
  let waiting: string[] = [];
  let answer: (() => void) | undefined;

  const confirm = (offset: number) => {
    const known = Math.min(Math.max(0, offset - first), waiting.length);
    waiting = waiting.slice(known);
    first += known;
  };

  return {
    send(updates: object[]) {
      for (const update of updates) {
        const id = first + waiting.length;
        waiting.push(`{"update_id":${id},${JSON.stringify(update).slice(1)}`);
      }
      answer?.();
    },
    waiting: () => waiting.length,
    drop() {
      confirm(first + waiting.length);
    },
    /** A long poll: at once where something waits, else when something comes, or after its time. */
    poll({ offset, limit = 100, timeout = 0 }: Poll, response: ServerResponse) {
      answer?.(); // A second poll ends the first.
      confirm(Number(offset ?? 0));
      const timer = setTimeout(end, waiting.length > 0 ? 0 : Number(timeout) * 1000);
      answer = end;
      response.on("close", forget);
      if (waiting.length > 0) end();

      function forget() {
        clearTimeout(timer);
        if (answer === end) answer = undefined;
      }
      function end() {
        forget();
        response.end(`{"ok":true,"result":[${waiting.slice(0, Number(limit)).join(",")}]}`);
      }
    },
  };
}
