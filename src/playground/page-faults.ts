import { isArmed, liftAll } from "./faults/armed.ts";
import type { Mishap, Place, Rule } from "./faults/fault.ts";
import { faults, findFault, startFault } from "./faults/table.ts";
import type { Ground } from "./ground.ts";
import { movedTo } from "./migration.ts";

/** A fault as the page shows it where the visitor is. */
export type FaultView = {
  name: string;
  part: Rule<object>["part"];
  armed: boolean;
  /** Whether it can be armed, or lifted, here and now. */
  possible: boolean;
  /** How often it has struck since it was armed last. */
  struck: number;
};

/** All faults, for one person in one chat. */
export const faultsAt = (g: Ground, place: Place): FaultView[] =>
  Object.keys(faults).map((name) => ({
    name,
    struck: g.faults.struck.get(name) ?? 0,
    ...stateOf(g, name, place),
  }));

function stateOf(g: Ground, name: string, place: Place) {
  const fault = findFault(name);
  const { part } = fault;
  if (!("happen" in fault)) return { part, armed: isArmed(g, name), possible: true };
  const armed = fault.happened(g, place);
  return { part, armed, possible: armed ? fault.mend !== undefined : fault.here(g, place) !== undefined };
}

/**
 * Arms a fault or lifts it, as the page does. Answers the chat where it goes on, when that is another.
 * @throws Error when there is no such fault, or it cannot be there
 */
export function switchFault(g: Ground, { name, on, ...place }: Place & { name: string; on: boolean }) {
  const fault = findFault(name);
  if ("happen" in fault) switchMishap(g, fault, { on, place });
  else {
    liftAll(g, name);
    if (on) startFault(g, name, fault.here);
  }
  const chat = movedTo(g, place.chat);
  return chat === undefined ? {} : { chat };
}

function switchMishap(g: Ground, fault: Mishap<object>, { on, place }: { on: boolean; place: Place }) {
  const scope = on ? fault.here(g, place) : undefined;
  if (scope) fault.happen(g, scope);
  else if (!on && fault.mend && fault.happened(g, place)) fault.mend(g, place);
  else throw new Error("this cannot happen here");
}
