import { Refused } from "../outbox/outcome.ts";

/** A poll is held for 50 s; after so many milliseconds without one that ended well, updates do not flow. */
const SILENCE = 90_000;

/** Whether updates come from Telegram to this process. */
export type Flow = {
  /** A poll ended well, and what it brought is stored. */
  came(): void;
  failed(error: unknown): void;
  /** Milliseconds since updates last came, or since the start; `undefined` where they are brought by webhook. */
  silence(): number | undefined;
  /** What is wrong, in words for the operator. */
  trouble(): string | undefined;
};

/** @param now milliseconds of a clock that nobody moves: Telegram's holding is real time */
export function watchFlow({ polls }: { polls: boolean }, now = () => performance.now()): Flow {
  let last = now();
  let refusal: number | undefined;
  const silence = () => (polls ? now() - last : undefined);

  return {
    came() {
      last = now();
      refusal = undefined;
    },
    failed(error) {
      if (error instanceof Refused && REFUSALS[error.code]) refusal = error.code;
    },
    silence,
    trouble() {
      if (refusal !== undefined) return REFUSALS[refusal];
      const ms = silence() ?? 0;
      return ms > SILENCE ? `no updates could be fetched for ${Math.floor(ms / 1000)} s` : undefined;
    },
  };
}

/** What Telegram's refusals of a poll mean; others pass. */
const REFUSALS: Record<number, string> = {
  401: "Telegram does not accept the token",
  404: "Telegram does not accept the token",
  409: "another instance fetches the updates of this token",
};
