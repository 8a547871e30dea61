import background from "./background.json" with { type: "json" };
import { spellingOf } from "./spelling.ts";
import { cosine, type Features, featuresOf, occurrences, rarity, weighed } from "./vectors.ts";

/** From this likeness on, two ideas are shown as alike: below it, unrelated ones would be shown too. */
export const ALIKE = 0.16;

const CONCEPTS = 0.85;

/** Texts that share one concept only are rarely about the same. */
const ONE_SHARED = 0.6;

/** How much the same letters bring an idea forward; whether it is alike at all they do not decide. */
const SPELLED = 0.2;
/** From so many same letters on it is the same sentence, spelled as people talk: those go first. */
const SAME_SENTENCE = 0.65;

/** What ideas usually speak of, so that a word's rarity is known even where there are two or three texts only. */
const usual = background.map(featuresOf);
const usually = both((side) => occurrences(usual.map((features) => features[side])));
const usualWeights = both((side) => rarity(usually[side]));

/** How alike two texts are, 0 (nothing in common) to 1 (the same words). */
export function similarity(a: string, b: string): number {
  return likeness(weigh(featuresOf(a), usualWeights), weigh(featuresOf(b), usualWeights));
}

/**
 * The texts most like `text`, most alike first, `limit` at the most, none below `least`. What many of `others` speak of
 * tells little, so a score depends on the others too.
 */
export function mostSimilar(
  text: string,
  others: { id: number; text: string }[],
  { limit = 3, least = ALIKE }: { limit?: number; least?: number } = {},
): { id: number; score: number }[] {
  const documents = others.map((other) => ({ ...other, features: featuresOf(other.text) }));
  const weights = weightsAmong(documents.map(({ features }) => features));
  const asked = weigh(featuresOf(text), weights);
  const spelling = spellingOf(text);
  return documents
    .map((one) => ({ ...one, score: likeness(asked, weigh(one.features, weights)) }))
    .filter(({ score }) => score >= least)
    .map((one) => ({ ...one, place: one.score + nearness(cosine(spelling, spellingOf(one.text))) }))
    .sort((a, b) => b.place - a.place || a.id - b.id)
    .slice(0, limit)
    .map(({ id, score }) => ({ id, score }));
}

const nearness = (spelled: number) => (spelled > SAME_SENTENCE ? 1 + SPELLED : SPELLED) * spelled;

type Weights = Record<keyof Features, (feature: string) => number>;

function weightsAmong(all: Features[]): Weights {
  return both((side) =>
    rarity(
      occurrences(
        all.map((features) => features[side]),
        usually[side],
      ),
    ),
  );
}

const weigh = (features: Features, weights: Weights): Features =>
  both((side) => weighed(features[side], weights[side]));

function likeness(a: Features, b: Features): number {
  const whole = CONCEPTS * cosine(a.concepts, b.concepts) + (1 - CONCEPTS) * cosine(a.letters, b.letters);
  return shareOne(a.concepts, b.concepts) ? ONE_SHARED * whole : whole;
}

function shareOne(a: Map<string, number>, b: Map<string, number>): boolean {
  const own = (all: Map<string, number>) => [...all.keys()].filter((concept) => !concept.startsWith("~"));
  const mine = own(a);
  return Math.min(mine.length, own(b).length) > 2 && mine.filter((concept) => b.has(concept)).length <= 1;
}

function both<T>(of: (side: keyof Features) => T): Record<keyof Features, T> {
  return { concepts: of("concepts"), letters: of("letters") };
}
