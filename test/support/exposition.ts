/** One line of figures in Prometheus' text format. */
export type Sample = { name: string; labels: Record<string, string>; value: number };
export type Family = { type: string; help: string; samples: Sample[] };
export type Figures = Map<string, Family>;

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const HELP = /^# HELP (\S+) (.+)$/;
const TYPE = /^# TYPE (\S+) (counter|gauge|histogram|summary|untyped)$/;
const SAMPLE = /^([^\s{]+)(?:\{(.*)\})? (\S+)$/;
const PAIR = /([^=,]+)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;
const FLOAT = /^(?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?)|[+-]Inf|Nan)$/;

/**
 * Reads Prometheus' text format, version 0.0.4, strictly.
 * @throws Error with the line that is not as it should be
 */
export function readFigures(text: string): Figures {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const figures: Figures = new Map();
  let family: (Family & { name: string }) | undefined;
  let help: RegExpExecArray | null = null;
  for (const line of text.slice(0, -1).split("\n")) {
    const wrong = (why: string) => new Error(`${why}: ${line}`);
    if (line === "") continue;
    if (line.startsWith("# HELP")) {
      help = HELP.exec(line);
      if (!help || !NAME.test(help[1] ?? "")) throw wrong("no help");
    } else if (line.startsWith("#")) {
      const [, name = "", type = ""] = TYPE.exec(line) ?? [];
      if (!type || help?.[1] !== name) throw wrong("no type, or none after its help");
      if (figures.has(name)) throw wrong("twice");
      family = { name, type, help: help[2] ?? "", samples: [] };
      figures.set(name, family);
    } else {
      const sample = readSample(line);
      if (!family || !namesOf(family).includes(sample.name)) throw wrong("of no family");
      if (family.samples.some((other) => keyOf(other) === keyOf(sample))) throw wrong("twice");
      family.samples.push(sample);
    }
  }
  for (const [name, found] of figures) checkFamily(name, found);
  return figures;
}

function readSample(line: string): Sample {
  const [, name = "", pairs = "", value = ""] = SAMPLE.exec(line) ?? [];
  if (!NAME.test(name) || !FLOAT.test(value)) throw new Error(`no figure: ${line}`);
  const labels: Record<string, string> = {};
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < pairs.length) {
    const [, label = "", text = ""] = PAIR.exec(pairs) ?? [];
    if (!LABEL.test(label) || label in labels) throw new Error(`no label: ${line}`);
    labels[label] = text;
  }
  return { name, labels, value: Number(value.replace("Inf", "Infinity").replace("Nan", "NaN")) };
}

const namesOf = ({ name, type }: { name: string; type: string }) =>
  type === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

const keyOf = ({ name, labels }: Sample) => JSON.stringify([name, Object.entries(labels).sort()]);

function checkFamily(name: string, { type, samples }: Family) {
  if (type === "counter" && samples.some(({ value }) => !(value >= 0)))
    throw new Error(`${name} counts less than nothing`);
  if (type !== "histogram") return;
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...rest } }) => JSON.stringify(rest));
  for (const group of groups.values()) {
    const buckets = group.filter(({ labels }) => labels.le !== undefined);
    const counted = buckets.map(({ value }) => value);
    const count = group.find((sample) => sample.name === `${name}_count`)?.value;
    const rises = counted.every((value, n) => value >= (counted[n - 1] ?? 0));
    if (!rises || buckets.at(-1)?.labels.le !== "+Inf" || counted.at(-1) !== count)
      throw new Error(`${name} is no histogram`);
  }
}

/** The sum of the figures of this name whose labels are among others these; nothing where there is none. */
export function figureOf(
  figures: Figures,
  name: string,
  labels: Record<string, string> = {},
): number | undefined {
  const found = [...figures.values()]
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value));
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}
