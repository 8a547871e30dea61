import type { Line } from "../language/point.ts";
import { mask } from "./mask.ts";
import lists from "./titles.json" with { type: "json" };

const honorifics = new Set(lists.honorifics);
const titles = new Set(lists.titles);
const everyday = new Set(lists.everyday);

export type Pseudonymous = {
  lines: Line[];
  /** Puts the names back: "P2 setuju" → "Maria setuju". */
  restore(text: string): string;
};

/**
 * The lines as a model may see them: authors and `others` (people who may be spoken of) as P1, P2 …, also where a
 * text names them by a part of their name, and personal numbers and addresses masked.
 */
export function pseudonyms(lines: Line[], others: string[] = []): Pseudonymous {
  const names = [...new Set([...lines.map(({ author }) => author), ...others].map((name) => name.trim()))];
  const first = firstFree(lines);
  const known = names.filter((name) => name !== "").map((name, at) => ({ name, alias: `P${first + at}` }));
  const aliasOf = new Map(known.map(({ name, alias }) => [name, alias]));
  const nameOf = new Map(known.map(({ name, alias }) => [alias, name]));
  const finders = known
    .flatMap(({ name, alias }) => findersOf(name, alias))
    .sort((a, b) => b.length - a.length);
  const hide = (text: string) => finders.reduce((hidden, find) => find.replace(hidden), mask(text));
  return {
    lines: lines.map((line) => ({
      ...line,
      author: aliasOf.get(line.author.trim()) ?? "P?",
      text: hide(line.text),
    })),
    restore: (text) => text.replace(/\bP\d+\b/gu, (alias) => nameOf.get(alias) ?? alias),
  };
}

type Finder = { length: number; replace(text: string): string };

/** The whole name in any spelling of its capitals, then each part that could only be this person. */
function findersOf(name: string, alias: string): Finder[] {
  const parts = name.split(/[\s,]+/u).filter((part) => isNameLike(part) && part !== name);
  const whole = [...name].length > 1 && !everyday.has(name.toLowerCase()) ? [finder(name, alias)] : [];
  const single = everyday.has(name.toLowerCase()) ? [carefulFinder(name, alias)] : whole;
  return [
    ...single,
    ...parts.map((part) => (everyday.has(part.toLowerCase()) ? carefulFinder : finder)(part, alias)),
  ];
}

function isNameLike(part: string): boolean {
  const bare = part.toLowerCase().replace(/\./g, "");
  return [...bare].length >= 3 && !part.includes(".") && !honorifics.has(bare) && !titles.has(bare);
}

function finder(name: string, alias: string): Finder {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${RegExp.escape(name)}(?![\\p{L}\\p{N}_])`, "giu");
  return { length: name.length, replace: (text) => text.replace(pattern, alias) };
}

/** A name that is also a word ("Hari", "Sari") is one after "Pak" or "Bu", or with its capital inside a sentence. */
function carefulFinder(name: string, alias: string): Finder {
  const pattern = new RegExp(`(\\S+)( +)(${RegExp.escape(name)})(?![\\p{L}\\p{N}_])`, "giu");
  const capital = name.charAt(0).toUpperCase();
  const replace = (text: string) =>
    text.replace(pattern, (all: string, before: string, space: string, found: string) => {
      const called = honorifics.has(before.toLowerCase().replace(/[.,]/g, ""));
      const inside = found.startsWith(capital) && !/[.!?:;]$/.test(before);
      return called || inside ? `${before}${space}${alias}` : all;
    });
  return { length: name.length, replace };
}

/** Above every "P3" that somebody wrote, so that putting names back never touches it. */
function firstFree(lines: Line[]): number {
  const taken = lines.flatMap(({ text }) => [...text.matchAll(/\bP(\d{1,4})\b/gu)].map(([, n]) => Number(n)));
  return Math.max(0, ...taken) + 1;
}
