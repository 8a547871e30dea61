import type { FileSayings } from "../files/file.ts";
import { cut } from "../language/cut.ts";
import type { Within } from "../sayings.ts";

type Empty = Record<string, never>;

/** An experience has no code; where other files bear one, its files bear this. */
export const SIGN = "📘";

type Shown = {
  id: number;
  who: string;
  text: string;
  place: { place: string }[];
  worked: { text: string }[];
  failed: { text: string }[];
  /** How many files it has. */
  files: number;
};

/** An experience in a few lines, within what else is said. */
export type ExperiencePart = Within<{ "experience.shown": Shown }>;

/** What is asked after an experience was shared, in this order: where it was, what worked there, what did not. */
export const questions = ["place", "worked", "failed"] as const;
export type Question = (typeof questions)[number];

export type ExperienceSayings = {
  "experience.ask": Empty;
  /** `open` where something can still be asked, and is not asked at once. */
  "experience.kept": { id: number; title: string; files: { count: number }[]; open: Empty[]; held: string };
  "experience.question": { draft: number; kind: string };
  "experience.skipped": Empty;
  "experience.complete": { title: string };
  "experience.withdrawn": { id: number; title: string };
  "experience.missing": Empty;
  /** To a facilitator; it `waits`, or is `shown`. */
  "experience.toScreen": {
    id: number;
    who: string;
    text: string;
    state: string;
    read: number;
    files: number;
  };
  /** To its writer. */
  "experience.screened": { title: string; state: string };
  /** More was added since the facilitator read it. */
  "experience.grown": Empty;
  "experience.gone": Empty;
  /** To whoever may not open its files, or no more. */
  "experience.unseen": Empty;
  /** Words under a file of it. */
  "experience.file": FileSayings["file.sent"];
  "experience.shown": Shown;
};

/** An experience's own words, and what was asked of it. */
export type Told = { text: string; place: string | null; worked: string | null; failed: string | null };

/** What stands beside its words where it is shown. */
type Beside = Pick<Shown, "id" | "who" | "files">;

/** Shown are so many letters of its words, and so many of an answer. */
const LETTERS = 240;
const ANSWER = 120;

export function partOf({ id, who, files, text, place, worked, failed }: Told & Beside): ExperiencePart {
  const answer = (words: string | null) => (words ? [{ text: cut(words, ANSWER) }] : []);
  const args = {
    ...{ id, who, files, text: cut(text, LETTERS), worked: answer(worked), failed: answer(failed) },
    place: place ? [{ place: cut(place, ANSWER) }] : [],
  };
  return { key: "experience.shown", args };
}

/** All that it says, for the search. */
export const wordsOf = ({ text, place, worked, failed }: Told) =>
  [text, place, worked, failed].filter(Boolean).join("\n");

/** How people say it by themselves: a place with its name; that something worked; that something did not. */
const SAYS: Record<Question, RegExp> = {
  place:
    /\b(?:[Dd]i|[Dd]ari|[Pp]ada|[Ii]n|[Aa]t|[Ff]rom)\s+\p{Lu}|\b(?:puskesmas|posyandu|desa|kelurahan|kecamatan|distrik|kampung|kota|kabupaten|dinas|kantor|sekolah|SD|SMP|SMA|RSUD)\s+\p{Lu}/u,
  worked:
    /\b(?:berhasil|jalan|berjalan|lancar|sukses|efektif|terbantu|membaik|works?|worked|success\w*|helped)\b/iu,
  failed:
    /\b(?:tidak|tak|belum|gagal|tapi|tetapi|namun|sayangnya|kendala\w*|hambatan\w*|kurang|sulit|not|but|fail\w*|however|hard|n't)\b/iu,
};

/** What can still be asked: what the words do not tell, and nobody answered. */
export const openQuestions = (told: Told, after: readonly Question[] = questions): Question[] =>
  after.filter((kind) => told[kind] === null && !SAYS[kind].test(told.text));

/** How many files it has, where it has some. */
export const countOf = ({ length: count }: unknown[]) => (count > 0 ? [{ count }] : []);

/** What a query of experiences includes, to count them. */
export const withFiles = { attachments: { select: { id: true } } } as const;
