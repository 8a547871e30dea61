import common from "./common.json" with { type: "json" };
import { concepts, themes } from "./glossary.ts";
import { isNegation, trigrams } from "./words.ts";

/** Features and their weights. */
export type Vector = Map<string, number>;

/** A text, seen by what it speaks of (concepts and themes) and by its letters (trigrams). */
export type Features = { concepts: Vector; letters: Vector };

const THEME = 0.5;
const COMMON = 0.5;
const everywhere = new Set(common.flatMap(concepts));

const REMEMBERED = 3000;
const memory = new Map<string, Features>();

/** How often each feature occurs; what every idea speaks of ("layanan", "warga", "aplikasi") counts half. */
export function featuresOf(text: string): Features {
  const before = memory.get(text);
  if (before !== undefined) return before;
  const found = concepts(text).filter((concept) => !isNegation(concept));
  const counted = counts(found);
  for (const concept of found) if (everywhere.has(concept)) counted.set(concept, COMMON);
  for (const theme of themes(found)) counted.set(theme, THEME);
  const features = { concepts: counted, letters: counts(trigrams(text)) };
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(text, features);
  return features;
}

/** In how many of `total` documents each feature occurs. */
export type Occurrences = { total: number; seen: Map<string, number> };

/** Counts documents, on top of what was counted `before`. */
export function occurrences(documents: Map<string, number>[], before?: Occurrences): Occurrences {
  const seen = new Map(before?.seen);
  for (const document of documents) {
    for (const feature of document.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  return { total: documents.length + (before?.total ?? 0), seen };
}

/** Inverse document frequencies, squared: rare features tell much more. */
export function rarity({ total, seen }: Occurrences): (feature: string) => number {
  return (feature) => Math.log(1 + (total + 1) / ((seen.get(feature) ?? 0) + 1)) ** 2;
}

export function weighed(features: Vector, weight: (feature: string) => number): Vector {
  const vector: Vector = new Map();
  for (const [feature, count] of features) vector.set(feature, Math.sqrt(count) * weight(feature));
  return vector;
}

/** The cosine of two vectors, 0 to 1; 0 when one is empty. */
export function cosine(a: Vector, b: Vector): number {
  const norms = length(a) * length(b);
  return norms === 0 ? 0 : Math.min(1, dot(a, b) / norms);
}

export function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, value] of small) sum += value * (large.get(feature) ?? 0);
  return sum;
}

export function length(vector: Vector): number {
  let sum = 0;
  for (const value of vector.values()) sum += value * value;
  return Math.sqrt(sum);
}

function counts(features: string[]): Vector {
  const counted: Vector = new Map();
  for (const feature of features) counted.set(feature, (counted.get(feature) ?? 0) + 1);
  return counted;
}
