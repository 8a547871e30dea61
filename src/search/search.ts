import type { ForeignItem } from "../exchange/exchange.ts";
import type { ExperiencePart } from "../experiences/experience.ts";
import type { IdeaItem } from "../lists/list.ts";

/** What was found, here and elsewhere. */
export type SearchSayings = {
  "search.ask": { lab: string };
  "search.found": {
    search: number;
    lab: string;
    words: string;
    page: number;
    pages: number;
    total: number;
    items: IdeaItem[];
    experiences: ExperiencePart[];
    elsewhere: { items: ForeignItem[] }[];
  };
  "search.onlyElsewhere": { lab: string; words: string; items: ForeignItem[] };
  "search.onlyExperiences": {
    lab: string;
    words: string;
    experiences: ExperiencePart[];
    elsewhere: { items: ForeignItem[] }[];
  };
  "search.nothing": { lab: string; words: string };
};
