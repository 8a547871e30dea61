import type { By } from "./filter.ts";

/** An idea in one line of a list. */
export type IdeaItem = { code: string; title: string; votes: number; feedback: number; link: string };

export type ListSayings = {
  "idea.list": {
    lab: string;
    filter: string;
    by: By[];
    /** new | top | old */
    order: string;
    page: number;
    pages: number;
    total: number;
    items: IdeaItem[];
  };
  /** `why`: none | unanswered | filtered */
  "idea.listEmpty": { lab: string; filter: string; by: By[]; why: string };
  "idea.mine": {
    lab: string;
    page: number;
    pages: number;
    total: number;
    items: (IdeaItem & { state: string; decisions: { who: string; kind: string }[] })[];
  };
  "idea.mineEmpty": { lab: string };
};
