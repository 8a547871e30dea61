/** The only clock. Everything that asks for the time, or waits, does it here, so that a test can move it. */
export type Clock = {
  now(): Date;
  /** Waits `ms` milliseconds of this clock's time. Resolves early, without an error, when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** A clock that can be moved on. Whoever sleeps past the new time wakes at once. */
export type MovableClock = Clock & {
  /** How far this clock is ahead of its source, in milliseconds. */
  offset(): number;
  move(ms: number): void;
  onMove(listener: () => void): void;
  /** When the next sleeper wants to wake, if anybody sleeps. */
  nextWake(): Date | undefined;
};

type Sleeper = { at: number; wake: () => void };

/** How often a ticking clock looks for sleepers that are due, at the longest, in milliseconds. */
const LONGEST_TIMER = 60_000;

/**
 * A clock on top of `source` (milliseconds since 1970), `offset` milliseconds ahead of it.
 * `ticking: false` is for a source that stands still: sleepers then wake only when the clock is moved.
 */
export function movableClock(source: () => number, offset = 0, { ticking = true } = {}): MovableClock {
  const sleepers = new Set<Sleeper>();
  const listeners = new Set<() => void>();
  let ahead = offset;
  const now = () => source() + ahead;

  const wakeDue = () => {
    for (const sleeper of sleepers) if (sleeper.at <= now()) sleeper.wake();
  };

  return {
    now: () => new Date(now()),
    offset: () => ahead,
    nextWake: () => (sleepers.size === 0 ? undefined : new Date(Math.min(...[...sleepers].map((s) => s.at)))),
    onMove: (listener) => void listeners.add(listener),
    move(ms) {
      ahead += ms;
      wakeDue();
      for (const listener of listeners) listener();
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        let timer: NodeJS.Timeout | undefined;
        const sleeper = { at: now() + ms, wake };
        function wake() {
          clearTimeout(timer);
          signal?.removeEventListener("abort", wake);
          sleepers.delete(sleeper);
          resolve();
        }
        const arm = () => {
          const left = sleeper.at - now();
          if (left <= 0) return wake();
          timer = setTimeout(arm, Math.min(left, LONGEST_TIMER));
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wake);
        if (ticking) arm();
      }),
  };
}
