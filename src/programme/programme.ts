type Empty = Record<string, never>;

/** A lab without an idea or a line for so many days is called silent. */
export const SILENT = 14;

/** Which labs are listed. */
export const filters = ["all", "outside", "inside"] as const;
export type Filter = (typeof filters)[number];

/** How a lab stands, in numbers. */
export type Standing = {
  id: number;
  name: string;
  code: string;
  ideas: number;
  /** Ideas that wait for a mentor's answer. */
  waiting: number;
  /** Ideas that a digest was about, and no leader has decided on. */
  undecided: number;
  silent: { days: number }[];
  /** Whether it takes part in the exchange between labs. */
  inside: Empty[];
};

/** What is said to an admin of the programme, and by one. */
export type ProgrammeSayings = {
  "program.adminsOnly": Empty;
  "program.labs": {
    filter: Filter;
    page: number;
    pages: number;
    total: number;
    joined: number;
    items: Standing[];
  };
  "program.found": { words: string; total: number; items: Standing[] };
  "program.notFound": { words: string };
  "program.noLabs": { filter: Filter };
  "program.lab": Standing & {
    outside: Empty[];
    groups: number;
    shared: number;
    facilitators: { name: string }[];
    nobody: Empty[];
    contact: { contact: string }[];
  };
  "program.missing": Empty;
  "program.already": { lab: string; answer: string };
  "program.askNotice": { lab: string };
  "program.noticeSent": { lab: string; reached: number; unreached: { count: number }[] };
  /** Nobody can be reached; what was written is said again. */
  "program.noticeToNobody": { lab: string; text: string };
  /** To a lab's facilitators. */
  "program.notice": { lab: string; who: string; text: string };
  "program.admitted": { lab: string };
  "program.dismissed": { lab: string };
};
