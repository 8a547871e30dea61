import { fine, wrong } from "./finding.ts";
import type { Check } from "./installation.ts";

/** Indonesia's three zones, and how far each is from UTC. */
const ZONES = [
  ["WIB", "Asia/Jakarta", "+07:00"],
  ["WITA", "Asia/Makassar", "+08:00"],
  ["WIT", "Asia/Jayapura", "+09:00"],
] as const;

/** Whether Node knows the zones of Indonesia. */
export const checkZones: Check = async ({ clock, machine: { offsetOf } }) => {
  const off = ZONES.filter(([, zone, offset]) => offsetOf(zone, clock.now()) !== offset);
  if (off.length === 0) return [fine(ZONES.map(([name]) => name).join(", "))];
  return [
    wrong(
      `${off.map(([name, zone]) => `${name} (${zone})`).join(", ")} not known as it should be`,
      'use a Node with full time zone data, as "npm install" brings along',
    ),
  ];
};
