import groups from "./glossary.json" with { type: "json" };
import themeWords from "./themes.json" with { type: "json" };
import { englishRoot, indonesianRoot, stems, tokens } from "./words.ts";

const LONGEST = 4;
const meanings = new Map<string, string>();
const themeOf = new Map<string, string>();

for (const group of groups) for (const phrase of group) learn(phrase, `=${group[0]}`);
for (const [theme, words] of Object.entries(themeWords)) {
  for (const word of words) for (const concept of concepts(word)) themeOf.set(concept, `~${theme}`);
}

/**
 * What a text speaks of: its stems, and for what the glossary knows one name for every way to say it, so that
 * "lewat SMS" and "pakai WhatsApp" meet. A glossary's name begins with "=".
 */
export function concepts(text: string): string[] {
  const roots = stems(text);
  const found: string[] = [];
  for (let at = 0; at < roots.length; ) {
    const [concept, length] = longestAt(roots, at);
    found.push(concept);
    at += length;
  }
  return found;
}

/** The wide subjects that these concepts belong to: health, sea, school … Each begins with "~". */
export function themes(found: string[]): string[] {
  return [...new Set(found.flatMap((concept) => themeOf.get(concept) ?? []))];
}

function longestAt(roots: string[], at: number): [string, number] {
  for (let length = Math.min(LONGEST, roots.length - at); length > 0; length--) {
    const meaning = meanings.get(roots.slice(at, at + length).join(" "));
    if (meaning !== undefined) return [meaning, length];
  }
  return [roots[at] ?? "", 1];
}

/** A phrase is known by its stems in both languages, since an English word may stand in an Indonesian sentence. */
function learn(phrase: string, meaning: string) {
  const words = tokens(phrase);
  const asIs = stems(phrase).join(" ");
  const both = [indonesianRoot, englishRoot].map((stem) => words.map(stem).join(" "));
  for (const key of [asIs, ...both]) if (key !== "" && !meanings.has(key)) meanings.set(key, meaning);
}
