import type { Ground } from "../ground.ts";
import { arm, type Lift, type Limit } from "./armed.ts";
import { blocked } from "./blocked.ts";
import { dropAfter } from "./drop-after.ts";
import { dropBefore } from "./drop-before.ts";
import { expiredPress } from "./expired-press.ts";
import type { Mishap, Rule } from "./fault.ts";
import { kicked } from "./kicked.ts";
import { migrate } from "./migrate.ts";
import { outage } from "./outage.ts";
import { redeliver } from "./redeliver.ts";
import { reorder } from "./reorder.ts";
import { serverError } from "./server-error.ts";
import { slow } from "./slow.ts";
import { tooMany } from "./too-many.ts";

/** Everything that can go wrong, in the order in which the page shows it. */
export const faults = {
  outage,
  "drop-before": dropBefore,
  "drop-after": dropAfter,
  slow,
  "too-many": tooMany,
  "server-error": serverError,
  redeliver,
  reorder,
  "expired-press": expiredPress,
  blocked,
  kicked,
  migrate,
};

type Table = typeof faults;

export type FaultName = keyof Table;

/** What a fault may be told: whom it meets, how often. */
export type Scope<Name extends FaultName> = Table[Name] extends Rule<infer S> | Mishap<infer S> ? S : never;

/** A scope may be left out where everything in it may. */
export type Given<Name extends FaultName> =
  Partial<Scope<Name>> extends Scope<Name> ? [scope?: Scope<Name>] : [scope: Scope<Name>];

/** A fault of any scope. @throws Error when there is none of that name */
export function findFault(name: string): Rule<object> | Mishap<object> {
  if (!Object.hasOwn(faults, name)) throw new Error(`there is no fault "${name}"`);
  return faults[name as FaultName] as Rule<object> | Mishap<object>;
}

/** Arms a fault, or lets it happen; what is returned lifts it. */
export function startFault(g: Ground, name: string, scope: Limit = {}): Lift {
  const fault = findFault(name);
  if ("happen" in fault) return fault.happen(g, scope);
  return arm(g, name, { ...scope, ...fault.hooks(g, scope) });
}
