import type { Pulse } from "../bot.ts";
import type { PoolUse } from "../db.ts";
import type { Figures } from "./ask-store.ts";

/** What is known at a scrape. What nobody could tell is missing, and so is its figure then. */
export type Facts = {
  now: Date;
  pulse: Pulse | undefined;
  pool: PoolUse;
  ping: number | undefined;
  figures: Figures | undefined;
  poison: number | undefined;
};

type Value = number | undefined;

/** What is looked at when somebody asks: one figure, or one for each value of a label. */
export type Gauge = { name: string; help: string } & (
  | { of: (facts: Facts) => Value }
  | { label: string; each: (facts: Facts) => Record<string, Value> }
);

export const is = (yes: boolean | undefined): Value => (yes === undefined ? undefined : Number(yes));

/** Seconds that something waits; nothing waits for 0. Without `figures` nobody knows. */
export const age = ({ figures, now }: Facts, at: (figures: Figures) => Date | null): Value => {
  const since = figures && at(figures);
  return figures && (since ? Math.max(0, now.getTime() - since.getTime()) / 1000 : 0);
};

/** A gauge's figures: its label's value, "" where it has no label, and the number. */
export function valuesOf(gauge: Gauge, facts: Facts): [string, number][] {
  const values = "label" in gauge ? Object.entries(gauge.each(facts)) : [["", gauge.of(facts)] as const];
  return values.flatMap(([label, value]) =>
    value === undefined ? [] : [[label, value] as [string, number]],
  );
}
