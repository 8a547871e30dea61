import { categoryWords, isCategory } from "../completion/category.ts";
import type { InCategory } from "../completion/completion.ts";
import { isStage, stages } from "../stages/stage.ts";

/** So many filters hold at once. */
const MOST = 2;

/**
 * Which ideas a list shows, in which order. A filter is a word: `unanswered`, `mine`, a stage, a field of work, or a
 * unit's id after "u".
 */
export type Filter = { order: "new" | "top"; by: string[] };
export type Kind = "unanswered" | "mine" | "stage" | "category" | "unit";

/** What a filter narrows down; nothing for a word that is none. */
export function kindOf(word: string): Kind | undefined {
  if (word === "unanswered" || word === "mine") return word;
  if (isStage(word)) return "stage";
  if (isCategory(word)) return "category";
  return /^u[1-9]\d{0,8}$/.test(word) ? "unit" : undefined;
}

export const unitIn = (word: string) => Number(word.slice(1));
export const everything: Filter = { order: "new", by: [] };

/** A filter as a button carries it: "top.design.u12". */
export const specOf = ({ order, by }: Filter) => [order, ...by].join(".");

/** What a button carried; nothing where it is no filter. */
export function filterIn(spec: string): Filter | undefined {
  const words = spec.split(".");
  const by = words.filter((word) => word !== "new" && word !== "top");
  const kinds = by.map(kindOf);
  const fits = by.length <= MOST && kinds.every(Boolean) && new Set(kinds).size === kinds.length;
  return fits ? { order: words.includes("top") ? "top" : "new", by } : undefined;
}

/** One filter more, in place of one of its kind, or of the oldest where there are too many. */
export const narrowed = ({ order, by }: Filter, word: string): Filter => ({
  order,
  by: [...by.filter((one) => kindOf(one) !== kindOf(word)), word].slice(-MOST),
});

export const without = ({ order, by }: Filter, word: string): Filter => ({
  order,
  by: by.filter((one) => one !== word),
});

/** What people type for a filter, in both languages. */
const WORDS: Record<string, string> = {
  ...{ saya: "mine", "ide saya": "mine", ideku: "mine", mine: "mine", "my ideas": "mine", me: "mine" },
  ...{ "belum dijawab": "unanswered", "tanpa jawaban": "unanswered", unanswered: "unanswered" },
  ...{ terbanyak: "top", terpopuler: "top", top: "top", terbaru: "new", newest: "new" },
  ...Object.fromEntries(stages.flatMap((one) => ["", "tahap ", "stage "].map((word) => [word + one, one]))),
  ...Object.fromEntries(
    Object.entries(categoryWords).flatMap(([word, category]) =>
      ["", "bidang ", "field "].map((before) => [before + word, category]),
    ),
  ),
};
const LONGEST_FIRST = Object.keys(WORDS).sort((a, b) => b.length - a.length);

/** The filters that a text begins with, and what is left of it. */
export function filtersIn(text: string): { filter: Filter; rest: string } | undefined {
  let filter = everything;
  let rest = plain(text);
  let count = 0;
  for (;;) {
    const found = LONGEST_FIRST.find((word) => rest === word || rest.startsWith(`${word} `));
    const word = found && WORDS[found];
    if (!found || !word) break;
    rest = rest.slice(found.length).trim();
    if (word === "top" || word === "new") filter = { ...filter, order: word };
    else if (++count > MOST) return undefined;
    else filter = narrowed(filter, word);
  }
  return { filter, rest };
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s*&\s*/g, " dan ")
    .replace(/[\s.,;!?]+/g, " ")
    .trim();

/** A filter as part of another sentence. */
export type By = { key: "idea.by"; args: { kind: string; name: string } } | InCategory;

export type FilterSayings = {
  "idea.by": { kind: string; name: string };
  /** What to narrow the list down by; `choices` of that kind, each the filter that it leads to. */
  "idea.sieve": {
    lab: string;
    filter: string;
    kind: string;
    by: By[];
    choices: { filter: string; word: string; name: string }[];
  };
};
