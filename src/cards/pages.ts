import type { Part } from "./details.ts";

/** A page holds so many characters of what people wrote, so that it fits a message with everything around it. */
const PAGE = 3_000;
/** Longer texts go on in a part of their own; what stands around one counts as so many characters. */
const SLICE = 1_400;
const AROUND = 60;

/** Long texts cut into parts of their own. */
export const sliced = (parts: Part[]): Part[] =>
  parts.flatMap((part) => {
    const [first = "", ...rest] = slices(textOf(part));
    if (rest.length === 0) return [part];
    const begun = { ...part, args: { ...part.args, text: first } } as Part;
    return [begun, ...rest.map((text): Part => ({ key: "details.text", args: { text } }))];
  });

/** A text in slices, cut between words. */
export function slices(text: string, most = SLICE): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(" ", most);
    const at = space > most / 2 ? space : wholeAt(rest, most);
    found.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...found, rest];
}

/** Not within a character that takes two units. */
const wholeAt = (text: string, at: number) => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? "") ? at - 1 : at);

/** Parts in pages; `taken` characters of the first one are its head's. What is `history` begins a page. */
export function pagesOf(now: Part[], history: Part[], taken: number): Part[][] {
  return [...filled(now, PAGE - taken), ...(history.length > 0 ? filled(history, PAGE) : [])];
}

function filled(parts: Part[], room: number): Part[][] {
  const pages: Part[][] = [[]];
  let left = room;
  for (const part of parts) {
    if (sizeOf(part) > left && (pages.at(-1)?.length || left < PAGE)) {
      pages.push([]);
      left = PAGE;
    }
    pages.at(-1)?.push(part);
    left -= sizeOf(part);
  }
  return pages;
}

const textOf = ({ args }: Part) => ("text" in args ? args.text : "");
const sizeOf = (part: Part) => AROUND + textOf(part).length + ("who" in part.args ? part.args.who.length : 0);

/** About so many characters a head takes: its words, and what stands around each. */
export function weightOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + AROUND / 2 + weightOf(one), 0);
  if (value && typeof value === "object")
    return Object.values(value).reduce((sum: number, one) => sum + weightOf(one), 0);
  return 0;
}
