import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer as indonesianStem } from "@orama/stemmers/indonesian";
import informal from "./informal.json" with { type: "json" };
import roots from "./roots.json" with { type: "json" };
import stopWords from "./stop-words.json" with { type: "json" };

const formal = new Map(Object.entries(informal));
const root = new Map(Object.entries(roots));
const indonesianStops = new Set(stopWords.id);
const englishStops = new Set(stopWords.en);
const negations = new Set(stopWords.negations);

const NOT_WORDS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|@\w+/gu;
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** A text's words in order: lower case, everyday spelling made formal ("gak" → "tidak"), links and @names left out. */
export function tokens(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(NOT_WORDS, " ")
    .replace(/terima kasih/g, "terimakasih");
  return (plain.match(WORD) ?? []).flatMap(spelledOut);
}

/** The roots of a text's words that carry meaning. Stop words are left out, negations never. */
export function stems(text: string): string[] {
  const words = tokens(text);
  const stem = isEnglish(words) ? englishRoot : indonesianRoot;
  return words.filter(carriesMeaning).map(stem);
}

/** Each word's pieces of `size` letters, its edges marked by a space: likeness that survives spelling. */
export function trigrams(text: string, size = 3): string[] {
  return tokens(text)
    .filter(carriesMeaning)
    .flatMap((word) => pieces(` ${word} `, size));
}

/** Whether more of these words are English function words than Indonesian ones. */
export function isEnglish(words: string[]): boolean {
  const count = (stops: Set<string>) => words.filter((word) => stops.has(word)).length;
  return count(englishStops) > count(indonesianStops);
}

/** Whether the word turns what is said around: tidak, bukan, belum, jangan, tanpa, kurang, not, no … */
export const isNegation = (word: string) => negations.has(word);

export const indonesianRoot = remembered((word) => {
  if (negations.has(word)) return word;
  const stem = indonesianStem(word);
  return root.get(stem) ?? stem;
});
export const englishRoot = remembered((word) => (negations.has(word) ? word : englishStem(word)));

/** Whether a word is no stop word. Negations carry meaning. */
export function carriesMeaning(word: string): boolean {
  if (negations.has(word)) return true;
  return word.length > 1 && !indonesianStops.has(word) && !englishStops.has(word);
}

function spelledOut(word: string): string[] {
  if (/^\p{N}/u.test(word)) return [word.replace(/(?<=\p{N})[.,](?=\p{N}{3})/gu, "")];
  const short = word.replace(/’/g, "'").replace(/(\p{L})\1{2,}/gu, "$1");
  const single = short.replace(/(?<=\p{L}{3})2(?=\p{L}*$)/u, "");
  return (formal.get(short) ?? formal.get(single) ?? single).split(" ");
}

function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));
}

/** The same function with a memory for words; the memory is emptied when it grows large. */
function remembered(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size > 50_000) known.clear();
    const found = stem(word);
    known.set(word, found);
    return found;
  };
}
