import type { Ground } from "../ground.ts";
import type { Armed, MetCall } from "./armed.ts";

/** Counts one stroke of a fault; the last one lifts it. */
export function strike(g: Ground, fault: Armed) {
  g.faults.struck.set(fault.name, (g.faults.struck.get(fault.name) ?? 0) + 1);
  fault.left -= 1;
  if (fault.left <= 0) fault.lift();
  else g.emit({ kind: "faults" });
}

/** Whether an armed fault says yes to this, in which case it has struck. */
export function strikes(g: Ground, says: (fault: Armed) => boolean | undefined): boolean {
  const fault = [...g.faults.armed].find(says);
  if (fault) strike(g, fault);
  return fault !== undefined;
}

/** Applies a call through every fault that meets it, the one armed first outermost. */
export function throughFaults(g: Ground, call: MetCall, apply: () => Promise<unknown>): Promise<unknown> {
  const meeting = [...g.faults.armed].filter((fault) => fault.meets?.(call));
  const next = async (at: number): Promise<unknown> => {
    const fault = meeting[at];
    if (!fault) return apply();
    if (fault.left <= 0 || !fault.around) return next(at + 1);
    strike(g, fault);
    return fault.around(call, () => next(at + 1));
  };
  return next(0);
}
