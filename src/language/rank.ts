import graphology from "graphology";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import type { Candidate } from "./candidates.ts";
import { dot, featuresOf, length, occurrences, rarity, weighed } from "./vectors.ts";

/** The module is the function itself; only its types speak of a default. */
const rankNodes = pagerank as unknown as typeof pagerank.default;

/** Sentences less alike than this are no neighbours. */
const NEIGHBOURS = 0.08;
const CONCEPTS = 0.8;

/** The likeness of two of the sentences, by their places in the list, 0 to 1. */
export type Likeness = (a: number, b: number) => number;

/** Prepares the likeness of any two of these sentences: rare words count more, letters help against spelling. */
export function likenessAmong(candidates: Candidate[]): Likeness {
  const features = candidates.map(({ text }) => featuresOf(text));
  const concepts = units(features.map((each) => each.concepts));
  const letters = units(features.map((each) => each.letters));
  return (a, b) => {
    const meaning = dot(concepts[a] ?? EMPTY, concepts[b] ?? EMPTY);
    if (meaning === 0) return 0;
    return Math.min(1, CONCEPTS * meaning + (1 - CONCEPTS) * dot(letters[a] ?? EMPTY, letters[b] ?? EMPTY));
  };
}

/** How central each sentence is to the discussion (PageRank over likeness), as multiples of the average. */
export function centrality(candidates: Candidate[], likeness: Likeness): number[] {
  const graph = new graphology.UndirectedGraph();
  for (const at of candidates.keys()) graph.addNode(at);
  for (const a of candidates.keys()) {
    for (let b = a + 1; b < candidates.length; b++) {
      const weight = candidates[a]?.line === candidates[b]?.line ? 0 : likeness(a, b);
      if (weight >= NEIGHBOURS) graph.addEdge(a, b, { weight });
    }
  }
  const ranks = rankNodes(graph, { getEdgeWeight: "weight", maxIterations: 500, tolerance: 1e-5 });
  return [...candidates.keys()].map((at) => (ranks[at] ?? 0) * candidates.length);
}

const EMPTY = new Map<string, number>();

function units(all: Map<string, number>[]): Map<string, number>[] {
  const weight = rarity(occurrences(all));
  return all.map((features) => {
    const vector = weighed(features, weight);
    const size = length(vector) || 1;
    for (const [feature, value] of vector) vector.set(feature, value / size);
    return vector;
  });
}
