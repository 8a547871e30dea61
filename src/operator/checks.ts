import { checkClock } from "./check-clock.ts";
import { checkDatabase } from "./check-database.ts";
import { checkDisk } from "./check-disk.ts";
import { checkMemory } from "./check-memory.ts";
import { checkModel } from "./check-model.ts";
import { checkNode } from "./check-node.ts";
import { checkPrivacy } from "./check-privacy.ts";
import { checkQueues } from "./check-queues.ts";
import { checkSchema } from "./check-schema.ts";
import { checkToken } from "./check-token.ts";
import { checkWebhook } from "./check-webhook.ts";
import { checkZones } from "./check-zones.ts";
import type { Check } from "./installation.ts";
import { listPoison } from "./list-poison.ts";

/** All that the doctor looks at, in the order in which it tells. */
export const checks: [name: string, check: Check][] = [
  ["Node", checkNode],
  ["memory", checkMemory],
  ["disk", checkDisk],
  ["token", checkToken],
  ["privacy mode", checkPrivacy],
  ["webhook", checkWebhook],
  ["database", checkDatabase],
  ["schema", checkSchema],
  ["queues", checkQueues],
  ["failed", listPoison],
  ["model", checkModel],
  ["clock", checkClock],
  ["time zones", checkZones],
];
