import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../src/clock.ts";

/** A clock that says `from` now and runs so many times as fast as the real one. */
export function fastClock(from: Date, factor: number): Clock {
  const began = performance.now();
  return {
    now: () => new Date(from.getTime() + (performance.now() - began) * factor),
    sleep: (ms, signal) => sleep(ms / factor, undefined, { signal, ref: false }).catch(() => {}),
  };
}
