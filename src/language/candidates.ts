import { isChatter, isProposal, isQuestion, nextStepScore, SURE } from "./intent.ts";
import type { Line } from "./point.ts";
import { sentences } from "./sentences.ts";
import { isNegation, tokens } from "./words.ts";

/** A sentence, or a few short ones of one message, that may stand in a summary. */
export type Candidate = {
  text: string;
  line: Line;
  /** Its place in the discussion, from 0. */
  at: number;
  words: string[];
  negated: boolean;
  asks: boolean;
  proposes: boolean;
  /** How sure it is that it says what is to be done next. */
  doing: number;
};

/** Sentences of one message are read together up to so many characters. */
const PASSAGE = 160;

/** What a discussion's lines say, in order; greetings, thanks and mere agreement are left out. */
export function candidatesOf(lines: Line[]): Candidate[] {
  return lines.flatMap(passages).map((candidate, at) => ({ ...candidate, at }));
}

function passages(line: Line): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of sentences(line.text)) {
    const next = candidate(sentence, line);
    if (isChatter(sentence, next.words)) continue;
    const last = found.at(-1);
    if (last && isPlain(last) && isPlain(next) && last.text.length + sentence.length < PASSAGE) {
      found[found.length - 1] = together(last, next);
    } else found.push(next);
  }
  return found;
}

function candidate(text: string, line: Line): Candidate {
  const words = tokens(text);
  return {
    text,
    line,
    at: 0,
    words,
    negated: words.filter(isNegation).length % 2 === 1,
    asks: isQuestion(text, words),
    proposes: isProposal(words),
    doing: nextStepScore(text, words),
  };
}

const isPlain = ({ asks, doing }: Candidate) => !asks && doing < SURE;

function together(first: Candidate, second: Candidate): Candidate {
  const stop = /[\p{L}\p{N}]$/u.test(first.text) ? "." : "";
  return {
    ...first,
    text: `${first.text}${stop} ${second.text}`,
    words: [...first.words, ...second.words],
    negated: first.negated !== second.negated,
    proposes: first.proposes || second.proposes,
    doing: Math.max(first.doing, second.doing),
  };
}
