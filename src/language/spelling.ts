import { cosine, type Vector } from "./vectors.ts";
import { tokens } from "./words.ts";

/** From this likeness on a word may be another one, misspelled. */
const MISSPELLED = 0.45;

/** A text's pieces of three letters and how often each comes, its small words too. */
export function spellingOf(text: string): Vector {
  const found: Vector = new Map();
  for (const word of tokens(text)) {
    const edged = ` ${word} `;
    for (let at = 0; at + 3 <= edged.length; at++) {
      const piece = edged.slice(at, at + 3);
      found.set(piece, (found.get(piece) ?? 0) + 1);
    }
  }
  return found;
}

/** The ids of those texts in which each word that was asked for stands, perhaps spelled otherwise; best first. */
export function mostSpelledAlike(asked: string, others: { id: number; text: string }[]): number[] {
  const wanted = tokens(asked).filter(isLong).map(spellingOf);
  if (wanted.length === 0) return [];
  return others
    .map(({ id, text }) => ({ id, score: worst(wanted, tokens(text).filter(isLong).map(spellingOf)) }))
    .filter(({ score }) => score >= MISSPELLED)
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .map(({ id }) => id);
}

const isLong = (word: string) => word.length > 3;

/** How well the word that fits worst fits any of these. */
const worst = (wanted: Vector[], words: Vector[]) =>
  Math.min(...wanted.map((one) => Math.max(0, ...words.map((word) => cosine(one, word)))));
