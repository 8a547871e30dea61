import { cut } from "../language/cut.ts";
import type { Point } from "../language/point.ts";
import { sentences } from "../language/sentences.ts";
import { isEnglish, isNegation, tokens } from "../language/words.ts";
import { letterLikeness, SUPPORTED } from "./likeness.ts";

/** What a model says that was said: its own words, words that it copied, and the numbers of the lines. */
export type Claim = { text: string; quote: string; messages: number[] };

type Line = { id: number; text: string };
type Likeness = (a: string, b: string) => number;

/**
 * The claims that rest on the lines they cite. Numbers of lines that do not exist are left out, a claim that its lines
 * do not bear is dropped, and one that turns their meaning (a "tidak" or a number more or less) becomes their own words.
 */
export function checkCitations(claims: Claim[], lines: Line[]): Point[] {
  const likeness = letterLikeness(lines.map(({ text }) => text));
  const textOf = new Map(lines.map(({ id, text }) => [id, text]));
  return claims.flatMap((claim) => {
    const cited = [...new Set(claim.messages)].filter((id) => textOf.has(id));
    const said = cited.map((id) => textOf.get(id) ?? "");
    const text = checked(claim, said, likeness);
    return text === undefined ? [] : [{ text, lines: cited }];
  });
}

/** The text to show, or nothing. A claim in another language than its lines is checked by the words it copied. */
function checked({ text, quote }: Claim, said: string[], likeness: Likeness): string | undefined {
  const translated = isEnglish(tokens(text)) !== isEnglish(said.flatMap(tokens));
  const probe = translated ? quote : text;
  const ranked = [...said.flatMap(sentences), said.join(" ")]
    .map((sentence) => ({ sentence, score: likeness(probe, sentence) }))
    .filter(({ score }) => score >= SUPPORTED)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.sentence;
  if (best === undefined || text.trim() === "") return undefined;
  const alike = ranked.map(({ sentence }) => sentence);
  return turns(text, best, alike) || inventsNumber(text, said.join(" ")) ? cut(best) : cut(text);
}

/** Whether the text denies what no line denies, or affirms what its best line denies. */
function turns(text: string, best: string, alike: string[]): boolean {
  return denies(text) ? !alike.some(denies) : denies(best);
}

/** "Tidak hanya" and "kurang lebih" deny nothing. */
const HARMLESS =
  /\b(?:tidak|bukan|gak|nggak) (?:hanya|cuma|saja|sekadar)\b|\bkurang lebih\b|\blebih kurang\b|\bnot only\b/giu;

const denies = (text: string) => tokens(text.replace(HARMLESS, " ")).some(isNegation);

function inventsNumber(text: string, said: string): boolean {
  const numbers = (words: string) => tokens(words).filter((word) => /^\p{N}+$/u.test(word));
  const known = new Set(numbers(said));
  return numbers(text).some((number) => !known.has(number));
}
