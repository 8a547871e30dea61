import type { Candidate } from "./candidates.ts";
import { carriesMeaning, indonesianRoot } from "./words.ts";

/**
 * The `most` sentences that speak of what many sentences speak of, in their order, so that long discussions stay quick
 * to rank; answered ones come first.
 */
export function preselect(candidates: Candidate[], support: Map<number, number>, most: number): Candidate[] {
  if (candidates.length <= most) return candidates;
  const roots = candidates.map(({ words }) => [...new Set(words.filter(carriesMeaning).map(indonesianRoot))]);
  const seen = new Map<string, number>();
  for (const root of roots.flat()) seen.set(root, (seen.get(root) ?? 0) + 1);
  const worth = ({ line }: Candidate, place: number) => {
    const own = roots[place] ?? [];
    const common = own.reduce((sum, root) => sum + Math.log(seen.get(root) ?? 1), 0);
    return (common / (own.length + 3)) * (1 + 0.25 * Math.log1p(support.get(line.id) ?? 0));
  };
  return candidates
    .map((candidate, place) => ({ candidate, worth: worth(candidate, place) }))
    .sort((a, b) => b.worth - a.worth || a.candidate.at - b.candidate.at)
    .slice(0, most)
    .map(({ candidate }) => candidate)
    .sort((a, b) => a.at - b.at);
}
