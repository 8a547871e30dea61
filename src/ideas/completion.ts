import type { Told } from "./find-idea.ts";
import { questions } from "./question.ts";

/** What can be known of an idea besides its text, in the order in which it is shown. */
export const fields = [...questions] as const;
export type Field = (typeof fields)[number];

/** A field, and what stands in it. */
export type Filled = { name: string; done: boolean };

export type CompletionSayings = {
  "idea.completion": {
    id: number;
    code: string;
    title: string;
    fields: Filled[];
    affected: { text: string }[];
    difference: { text: string }[];
    benefit: { text: string }[];
    missing: { name: string }[];
  };
};

export const isFilled = (idea: Told, name: Field) => idea[name] !== null;
