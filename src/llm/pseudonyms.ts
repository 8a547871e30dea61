import type { Line } from "../language/point.ts";
import { carriesMeaning } from "../language/words.ts";

/** A discussion without its people's names, and the way back. */
export type Pseudonyms = { lines: Line[]; back(text: string): string };

const HONORIFIC = /^(?:pak|bapak|bu|ibu|mas|mbak|kak|kakak|dr|drg|prof)\.?\s+/iu;

/** Longest first: an 18-digit NIP holds a 16-digit NIK, and both hold telephone numbers. */
const MASKS: [RegExp, string][] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, "[e-mail]"],
  [/(?<!\p{N})\p{N}{8}[ .]?\p{N}{6}[ .]?\p{N}[ .]?\p{N}{3}(?!\p{N})/gu, "[NIP]"],
  [/(?<!\p{N})\p{N}{4}[ .-]?\p{N}{4}[ .-]?\p{N}{4}[ .-]?\p{N}{4}(?!\p{N})/gu, "[NIK]"],
  [
    /(?<![\p{N}+])(?:\+\s?62|62|0)[ .-]?(?:\(?\p{N}{2,4}\)?)(?:[ .-]?\p{N}{2,5}){1,4}(?!\p{N})/gu,
    "[telepon]",
  ],
  [/(?<![\p{L}\p{N}_])@\w{4,}/gu, "[akun]"],
];

/**
 * Calls people P1, P2 … in the order in which they speak, also where others name them, and hides telephone numbers,
 * e-mail addresses, NIK, NIP and @names. Names that are no writer's stay.
 */
export function pseudonyms(lines: Line[]): Pseudonyms {
  const names = [...new Set(lines.map(({ author }) => author))];
  const taken = new Set(
    lines.flatMap(({ text }) => text.match(/\bP\d+\b/gi) ?? []).map((name) => name.toUpperCase()),
  );
  const free = Array.from({ length: names.length + taken.size }, (_, at) => `P${at + 1}`).filter(
    (p) => !taken.has(p),
  );
  const called = new Map(names.map((name, at) => [name, free[at] as string]));
  const real = new Map([...called].map(([name, pseudonym]) => [pseudonym, name]));
  const hide = hider(called);
  return {
    lines: lines.map((line) => ({
      ...line,
      author: called.get(line.author) as string,
      text: hide(masked(line.text)),
    })),
    back: (text) => text.replace(/\bP\d+\b/g, (pseudonym) => real.get(pseudonym) ?? pseudonym),
  };
}

const masked = (text: string) => MASKS.reduce((done, [pattern, mask]) => done.replace(pattern, mask), text);

function hider(called: Map<string, string>): (text: string) => string {
  const forms = [...called].flatMap(([name, pseudonym]) =>
    formsOf(name).map((form) => [form, pseudonym] as const),
  );
  if (forms.length === 0) return (text) => text;
  const known = new Map(forms.map(([form, pseudonym]) => [form.toLowerCase(), pseudonym]));
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replace(pattern, (form) => known.get(form.toLowerCase()) ?? form);
}

/** A person is called by the whole name, without the honorific, or by one of its parts. */
function formsOf(name: string): string[] {
  const bare = name.replace(HONORIFIC, "");
  const parts = bare.split(/\s+/u).filter((part) => part.length > 2 && carriesMeaning(part.toLowerCase()));
  return [
    ...new Set(
      [name, `Bu ${bare}`, `Pak ${bare}`]
        .filter((form) => form === name || bare !== name)
        .concat(bare, parts),
    ),
  ];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
