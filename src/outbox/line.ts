import { Unreachable } from "./outcome.ts";

/** The line to Telegram. While it is down nothing is sent: each try may have arrived, and be one too many. */
export type Line = {
  /** Notes what became of a call. */
  tried(error: unknown): void;
  /** Whether the line is up, after a harmless call where it was down. */
  isUp(): Promise<boolean>;
};

/** @param probe a call that changes nothing; rejects when Telegram cannot be reached */
export function watchLine(probe: () => Promise<unknown>): Line {
  let down = false;
  return {
    tried(error) {
      if (error instanceof Unreachable) down = true;
    },
    async isUp() {
      if (!down) return true;
      down = await probe().then(
        () => false,
        (error: unknown) => error instanceof Unreachable,
      );
      return !down;
    },
  };
}
