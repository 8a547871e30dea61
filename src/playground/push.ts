import type { Update } from "./bot-api.ts";
import { isOut } from "./faults/outage.ts";
import type { Ground } from "./ground.ts";
import { setMeta } from "./meta.ts";
import { forgetUpdate } from "./taken-updates.ts";
import { waitingUpdates } from "./updates.ts";
import { type Answer, deliver, type Hook, hookOf } from "./webhook.ts";

type Lane = { busy: boolean; failures: number; notBefore: number };

const longestWait = 60_000;

/** Pushes updates to the webhook in order within a lane; what fails comes again: at once, then after 2, 4, 8 … s. */
export function openPusher(g: Ground, answer: Answer) {
  const lanes = new Map<string, Lane>();
  const timers = new Set<NodeJS.Timeout>();
  const stopping = new AbortController();
  const forget = g.onUpdate(() => pump());

  function pump() {
    const hook = hookOf(g);
    if (!hook || isOut(g) || stopping.signal.aborted) return;
    const seen = new Set<string>();
    for (const { lane: name, update } of waitingUpdates(g, hook.max * 2)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const lane = lanes.get(name) ?? { busy: false, failures: 0, notBefore: 0 };
      lanes.set(name, lane);
      if (!lane.busy && lane.notBefore <= performance.now() && busy() < hook.max)
        void push(hook, lane, update);
    }
  }

  const busy = () => [...lanes.values()].filter((lane) => lane.busy).length;

  async function push(hook: Hook, lane: Lane, update: Update) {
    lane.busy = true;
    const failure = await deliver(hook, update, { signal: stopping.signal, answer });
    lane.busy = false;
    if (stopping.signal.aborted) return;
    if (failure === undefined) {
      lane.failures = 0;
      forgetUpdate(g, update.update_id);
      return pump();
    }
    setMeta(g, "webhook error", JSON.stringify({ at: g.clock.now().getTime(), words: failure }));
    const wait = lane.failures === 0 ? 10 : Math.min(longestWait, 1000 * 2 ** lane.failures);
    lane.failures += 1;
    lane.notBefore = performance.now() + wait;
    later(wait);
  }

  function later(ms: number) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      pump();
    }, ms + 1);
    timers.add(timer);
  }

  return {
    pump,
    close() {
      stopping.abort();
      forget();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
