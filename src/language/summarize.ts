import { type Candidate, candidatesOf } from "./candidates.ts";
import { cut } from "./cut.ts";
import { isCommand, leansOn, PERHAPS, SURE } from "./intent.ts";
import { openQuestions } from "./open-questions.ts";
import type { Line, Point, Summary } from "./point.ts";
import { preselect } from "./preselect.ts";
import { centrality, type Likeness, likenessAmong } from "./rank.ts";
import { supportOf } from "./support.ts";
import { diverse, type Topic, topicsOf } from "./topics.ts";

export type { Line, Point, Summary } from "./point.ts";

const POINTS = 5;
const QUESTIONS = 3;
const STEPS = 3;
/** So many sentences are ranked against each other. */
const RANKED = 250;

/**
 * What a discussion came to, in its own words: at most `points` points, three open questions and three next steps, each
 * in the discussion's order and with the lines that say it. Up to three lines are given back as they are.
 */
export function summarize(lines: Line[], { points = POINTS }: { points?: number } = {}): Summary {
  const said = lines.filter(({ text }) => text.trim() !== "" && !isCommand(text));
  if (said.length <= 3) {
    return {
      points: said.map(({ id, text }) => ({ text: cut(text), lines: [id] })),
      questions: [],
      nextSteps: [],
    };
  }
  const all = candidatesOf(said);
  const support = supportOf(said);
  const asked = openQuestions(all.filter(({ asks }) => asks).slice(-RANKED), said);
  const doing = steps(all);
  const nextSteps = told(doing, support, STEPS);
  const shown = new Set(nextSteps.flatMap((topic) => topic.map(({ at }) => at)));
  const open = new Set(asked.map(({ at }) => at));
  const tells = ({ asks, proposes, at }: Candidate) => (!asks || proposes) && !open.has(at) && !shown.has(at);
  const telling = all.filter((candidate) => candidate.words.length > 3 && tells(candidate));
  return {
    points: told(telling, support, points).map(pointOf),
    questions: told(asked, support, QUESTIONS).map(pointOf),
    nextSteps: nextSteps.map(pointOf),
  };
}

/** The sentences that surely say what is next; where there is none, those that perhaps do. */
function steps(all: Candidate[]): Candidate[] {
  const sure = all.filter(({ doing }) => doing >= SURE);
  return sure.length > 0 ? sure : all.filter(({ doing }) => doing >= PERHAPS);
}

/** The best of these sentences, those that say the same together, in the discussion's order. */
function told(candidates: Candidate[], support: Map<number, number>, most: number): Candidate[][] {
  if (candidates.length === 0) return [];
  const ranked = preselect(candidates, support, RANKED);
  const likeness = likenessAmong(ranked);
  const topics = topicsOf(ranked, scores(ranked, likeness, support), likeness);
  const topic = ({ places }: Topic) => places.flatMap((place) => ranked[place] ?? []);
  return diverse(topics, most, likeness)
    .map(topic)
    .sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0));
}

function scores(candidates: Candidate[], likeness: Likeness, support: Map<number, number>): number[] {
  return centrality(candidates, likeness).map((rank, place) => {
    const { line, words, proposes } = candidates[place] as Candidate;
    const answered = 1 + 0.4 * Math.log1p(support.get(line.id) ?? 0);
    const long = Math.min(1, words.length / 8) * Math.min(1, 40 / words.length);
    return rank * answered * long * (proposes ? 1.3 : 1) * (leansOn(words) ? 0.5 : 1);
  });
}

function pointOf(topic: Candidate[]): Point {
  return { text: cut(topic[0]?.text ?? ""), lines: [...new Set(topic.map(({ line }) => line.id))] };
}
