import type { InCategory } from "../completion/completion.ts";
import type { Shown } from "../exchange/exchange.ts";
import type { FileItem } from "../files/file.ts";
import type { When } from "../telegram/when.ts";
import type { IdeaCard } from "./card.ts";

/** So many of the newest of each are read; nobody turns more pages. */
export const MOST = 500;
/** A page holds so many characters of what people wrote, so that it fits a message with everything around it. */
const PAGE = 3_000;
/** Longer texts go on in a part of their own; what stands around one counts as so many characters. */
const SLICE = 1_400;
const AROUND = 60;

/** What an idea's details consist of, besides their head. */
export type PartSayings = {
  "details.text": { text: string };
  /** An idea that was joined to it. */
  "details.joined": { code: string; text: string };
  "details.field": { kind: string; text: string };
  "details.categories": { names: InCategory[] };
  "details.file": FileItem;
  /** Its words follow. */
  "details.evidence": { what: string; files: { count: number }[] };
  "details.decision": { who: string; kind: string; text: string };
  "details.answer": { who: string; role: string; text: string };
  "details.reply": { who: string; text: string };
  "details.version": { number: number; until: When; text: string };
  "details.stage": { from: string; to: string; at: When; who: string; text: string };
};
export type Part = { [K in keyof PartSayings]: { key: K; args: PartSayings[K] } }[keyof PartSayings];

export type DetailSayings = PartSayings & {
  /** The first page of everything about one idea, to one person, with what he or she may do. */
  "idea.details": IdeaCard &
    Shown & {
      state: string;
      page: number;
      pages: number;
      parts: Part[];
      /** Why it is no longer in use. */
      why: { why: string; text: string }[];
      /** One of the lab that resembles it, in one line. */
      experience: { who: string; text: string }[];
      card: { link: string }[];
      mine: boolean;
      /** Whether its words can be others now. */
      changes: boolean;
      /** Whether this person may take it back. */
      withdraws: boolean;
      /** Whether this person wrote it along with its author. */
      along: boolean;
      /** The ideas that were joined to it, where this person may part them. */
      held: { join: number; code: string }[];
      facilitates: boolean;
      leads: boolean;
      /** Whether its author is trusted, where that matters and is this person's to say. */
      trust: { on: string }[];
      /** Whether it has files that this person may open. */
      opensFiles: boolean;
      /** Whether nobody told yet whom its problem concerns, while that is what it is about. */
      unclear: boolean;
    };
  "idea.detailsPage": { id: number; code: string; title: string; page: number; pages: number; parts: Part[] };
};

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
