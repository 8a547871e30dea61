import { sizeOf } from "./figures.ts";
import { doubtful, fine } from "./finding.ts";
import type { Check } from "./installation.ts";

/** What the bot and its embedded database take, in bytes. */
const NEEDED = 200 * 2 ** 20;

export const checkMemory: Check = async ({ machine: { memory } }) => {
  const left = `${sizeOf(memory)} free`;
  return memory >= NEEDED
    ? [fine(left)]
    : [doubtful(left, "the bot and its database take about 200 MB: end other programs, or add memory")];
};
