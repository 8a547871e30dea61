import type { Candidate } from "./candidates.ts";
import type { Likeness } from "./rank.ts";

/** Sentences so alike say the same. */
const SAME = 0.42;

/** What several sentences say alike: places in the list, the best wording first. */
export type Topic = { places: number[]; score: number };

/**
 * Sentences that say the same become one topic, which weighs more the more people say it. "Setuju" and "tidak setuju"
 * never meet.
 */
export function topicsOf(candidates: Candidate[], scores: number[], likeness: Likeness): Topic[] {
  const byScore = [...candidates.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const topics: Topic[] = [];
  for (const place of byScore) {
    const same = topics.find(({ places: [first] }) => first !== undefined && saysTheSame(first, place));
    if (same) same.places.push(place);
    else topics.push({ places: [place], score: scores[place] ?? 0 });
  }
  return topics
    .map(({ places, score }) => ({ places, score: score * (1 + 0.5 * Math.log(people(places))) }))
    .sort((a, b) => b.score - a.score);

  function saysTheSame(a: number, b: number) {
    return candidates[a]?.negated === candidates[b]?.negated && likeness(a, b) >= SAME;
  }
  function people(places: number[]) {
    return new Set(places.map((place) => candidates[place]?.line.author)).size;
  }
}

/** The `most` best topics, each as unlike those taken before as may be (maximal marginal relevance). */
export function diverse(topics: Topic[], most: number, likeness: Likeness): Topic[] {
  const left = [...topics];
  const taken: Topic[] = [];
  while (taken.length < most && left.length > 0) {
    const worth = left.map((topic) => topic.score * (1 - nearest(topic)) ** 2);
    taken.push(...left.splice(worth.indexOf(Math.max(...worth)), 1));
  }
  return taken;

  function nearest({ places: [place = 0] }: Topic) {
    return Math.max(0, ...taken.map(({ places: [other = 0] }) => likeness(place, other)));
  }
}
