import { fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** The oldest Node that has what the bot needs, such as Temporal. */
const OLDEST = 26;

export const checkNode: Check = async ({ machine: { node } }) =>
  Number.parseInt(node, 10) >= OLDEST
    ? [fine(node)]
    : [wrong(`${node} is too old`, `use Node ${OLDEST} or newer: "npm install" brings one along`)];
