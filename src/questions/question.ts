import type { FileGiven } from "../files/file.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { namesDifference, namesPeople } from "../language/answered.ts";

/** What makes an idea better, asked one by one: whom the problem concerns, what would be different, what comes of it. */
export const questions = ["affected", "difference", "benefit"] as const;
export type Question = (typeof questions)[number];

export const isQuestionKind = (kind: string): kind is Question => questions.some((one) => one === kind);

/** A question about one idea; with the words of a model, where one wrote it. */
export type Asked = { kind: Question; text: string };

/**
 * What an open question keeps: its idea; whether it stands under the idea that was just told, or alone; a model's words
 * for it; what is asked after it. Once it was answered, the answer, and what stood there before.
 */
export type QuestionState = {
  idea: number;
  host: "kept" | "alone";
  text: string;
  rest: Asked[];
  /** The question that stands in its place since it was waved away there. */
  next?: number;
  answer?: string;
  before?: string | null;
  /** The message that it came from. */
  message?: number;
  /** What came with the answer, and is kept with the idea. */
  files?: FileGiven[];
};

type Told = Pick<Idea, "text" | "affected" | "difference">;

/** Whether it is known of an idea, from its author's answer or from its words. */
export const isTold = (idea: Told, kind: "affected" | "difference") =>
  idea[kind] !== null || (kind === "affected" ? namesPeople(idea.text) : namesDifference(idea.text));

/** The questions that come by themselves: of the first two, what neither the text nor its author answered yet. */
export function openQuestions(idea: Told): Asked[] {
  return (["affected", "difference"] as const)
    .filter((kind) => !isTold(idea, kind))
    .map((kind) => ({ kind, text: "" }));
}

type Empty = Record<string, never>;

/** A question as part of another sentence. */
export type Asks = { key: "idea.asks"; args: { draft: number; kind: string; text: string } };

export type QuestionSayings = {
  "idea.asks": Asks["args"];
  "idea.question": { code: string; asks: Asks[] };
  /** `over` where nothing more is asked; `unsent` where others do not see the idea yet. */
  "idea.noted": {
    id: number;
    code: string;
    draft: number;
    kind: string;
    text: string;
    asks: Asks[];
    over: Empty[];
    unsent: Empty[];
  };
  /** A file that came while something was asked about an idea. */
  "idea.illustrated": { code: string; draft: number };
  "idea.skipped": { id: number; code: string; title: string; state: string; asks: Asks[]; over: Empty[] };
};
