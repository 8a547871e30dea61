/** An idea has so many co-authors at the most. */
export const MOST_COAUTHORS = 10;

export type Named = { id: number; name: string };

/** What is said about those who wrote an idea together. */
export type CoAuthorSayings = {
  /** `people`: the co-authors; `found`: others of the lab, who can be added; `typed` where several bear a name. */
  "coauthor.shown": {
    id: number;
    code: string;
    names: { names: string }[];
    typed: Record<string, never>[];
    people: Named[];
    found: Named[];
  };
  /** `talk`: what was typed, should it be no name. */
  "coauthor.unknown": { id: number; words: string; talk: number };
  "coauthor.full": { most: number };
  "coauthor.already": { name: string };
  /** To the person who was named. */
  "coauthor.added": { id: number; code: string; title: string; who: string };
  "coauthor.left": { code: string; title: string };
  /** To the author. */
  "coauthor.declined": { code: string; title: string; who: string };
};
