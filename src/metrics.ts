import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Counts } from "./counts.ts";
import { countWith, type Meters } from "./health/count-with.ts";
import { type Facts, valuesOf } from "./health/gauge.ts";
import { gauges } from "./health/gauges.ts";
import { type Meter, type MeterName, meters } from "./health/meters.ts";

/** The door to Prometheus. */
export type Metrics = {
  counts: Counts;
  /** All figures in Prometheus' text format. What is not known in `facts` is left out. */
  textOf(facts: Facts): Promise<string>;
  /** The format's name for HTTP. */
  type: string;
};

/** @param process whether the process itself is measured too: memory, the event loop, garbage collection */
export function openMetrics({ process = true } = {}): Metrics {
  const registry = new Registry();
  if (process) collectDefaultMetrics({ register: registry });
  const fill = gaugesIn(registry);

  return {
    counts: countWith(metersIn(registry)),
    textOf(facts) {
      fill(facts);
      return registry.metrics();
    },
    type: registry.contentType,
  };
}

type Labels = Record<string, string>;

function metersIn(registry: Registry): Meters {
  const open = ({ name, help, labels, buckets }: Meter) => {
    const common = { name, help, labelNames: Object.keys(labels), registers: [registry] };
    if (buckets) {
      const histogram = new Histogram({ ...common, buckets: [...buckets] });
      return (given: Labels, amount: number) => histogram.observe(given, amount);
    }
    const counter = new Counter(common);
    for (const known of combinations(labels)) counter.inc(known, 0);
    return (given: Labels, amount: number) => counter.inc(given, amount);
  };
  const all = Object.fromEntries(Object.entries(meters).map(([name, meter]) => [name, open(meter)]));
  return (name: MeterName, labels, amount) => all[name]?.(labels, amount);
}

/** Every way to choose one known value for each label. */
const combinations = (labels: Meter["labels"]): Labels[] =>
  Object.entries(labels).reduce<Labels[]>(
    (some, [label, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );

/** Sets every gauge to what is known, and takes away what is not. */
function gaugesIn(registry: Registry): (facts: Facts) => void {
  const opened = gauges.map((row) => {
    const labelNames = "label" in row ? [row.label] : [];
    const { name, help } = row;
    return { row, gauge: new Gauge({ name, help, labelNames, registers: [registry] }) };
  });
  return (facts) => {
    for (const { row, gauge } of opened) {
      gauge.reset();
      if (!("label" in row)) gauge.remove();
      for (const [value, number] of valuesOf(row, facts))
        gauge.set("label" in row ? { [row.label]: value } : {}, number);
    }
  };
}
