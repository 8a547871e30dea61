import type { Ground } from "../ground.ts";
import type { Params } from "../params.ts";

/** Lifts a fault; doing it again changes nothing. */
export type Lift = () => void;

/** A call on its way; `gone` aborts when the caller hung up. */
export type MetCall = { name: string; params: Params; gone: AbortSignal };

/** An update that waits for the bot. */
export type Queued = { id: number; kind: string; lane: string };

/** What a fault changes while it is armed. */
export type Hooks = {
  /** Whether it is for this call; `around` then refuses it, delays it, or drops it. */
  meets?(call: MetCall): boolean;
  around?(call: MetCall, apply: () => Promise<unknown>): Promise<unknown>;
  /** Whether an update that was taken comes again. */
  comesAgain?(update: Queued): boolean;
  /** Told of every new update, before the bot is; true when that was a stroke. */
  queued?(update: Queued): boolean;
  /** Whether an update is kept from the bot for now. */
  holds?(update: Queued): boolean;
  /** Whether this person's press is too old to be answered. */
  expires?(person: number): boolean;
};

/** How long it stays: for so many calls or updates, for so many milliseconds of the world's clock, or until lifted. */
export type Limit = { times?: number; ms?: number };

export type Armed = Hooks & { name: string; left: number; lift: Lift };

/** The faults that are armed, and how often each has struck; never stored. */
export type Faults = { armed: Set<Armed>; struck: Map<string, number> };

export const openFaults = (): Faults => ({ armed: new Set(), struck: new Map() });

/** Arms a fault; when the world closes it is lifted. */
export function arm(
  g: Ground,
  name: string,
  { times = Number.POSITIVE_INFINITY, ms, ...hooks }: Hooks & Limit,
): Lift {
  const over = new AbortController();
  const fault: Armed = { ...hooks, name, left: times, lift };
  const forget = g.onClose(lift);
  function lift() {
    if (!g.faults.armed.delete(fault)) return;
    forget();
    over.abort();
    g.emit({ kind: "faults" });
    g.updateQueued();
  }
  g.faults.armed.add(fault);
  g.faults.struck.delete(name);
  g.emit({ kind: "faults" });
  if (ms !== undefined) void g.clock.sleep(ms, over.signal).then(lift);
  return lift;
}

export const isArmed = (g: Ground, name: string) => [...g.faults.armed].some((fault) => fault.name === name);

export function liftAll(g: Ground, name: string) {
  for (const fault of [...g.faults.armed]) if (fault.name === name) fault.lift();
}
