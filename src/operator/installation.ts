import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Store } from "../db.ts";
import type { Call } from "../telegram/api.ts";
import type { Me } from "../telegram/meet.ts";
import type { Finding } from "./finding.ts";
import type { Machine } from "./read-machine.ts";

/** What the doctor looks at. What many checks need is asked for once. */
export type Installation = {
  config: Config;
  clock: Clock;
  machine: Machine;
  /** Absent in the playground. `me` rejects with Refused or Unreachable. */
  telegram: { call: Call; me: Promise<Me> } | undefined;
  /** Rejects when it cannot be reached; undefined where the first start will make it. */
  store: Promise<Store | undefined>;
};

/** Looks at one thing, and changes nothing. */
export type Check = (installation: Installation) => Promise<Finding[]>;
