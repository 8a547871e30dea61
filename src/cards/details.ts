import type { InCategory } from "../completion/completion.ts";
import type { Shown } from "../exchange/exchange.ts";
import type { FileItem } from "../files/file-item.ts";
import type { When } from "../telegram/when.ts";
import type { IdeaCard } from "./card.ts";

/** So many of the newest of each are read; nobody turns more pages. */
export const MOST = 500;
/** What an idea's details consist of, besides their head. */
type PartSayings = {
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
      experience: { id: number; who: string; text: string; files: number }[];
      card: { link: string }[];
      mine: boolean;
      /** Whether its words can be others now. */
      changes: boolean;
      /** Whether this person may take it back. */
      withdraws: boolean;
      /** Whether this person wrote it along with its author. */
      along: boolean;
      /** The idea that it came of, where this person may take that back. */
      origins: { id: number; code: string }[];
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
