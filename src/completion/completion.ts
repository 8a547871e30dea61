import { isHiddenOwner, type Owned, owns } from "../authors/own-idea.ts";
import { questions } from "../questions/question.ts";

/** What can be known of an idea besides its text, in the order in which it is shown. */
export const fields = [...questions, "categories", "unit", "coauthors"] as const;
export type Field = (typeof fields)[number];

/** A field, and whether something stands in it. */
export type Filled = { name: string; done: boolean };

/** What this person may see and fill: nothing that would tell a facilitator who wrote an anonymous idea. */
export function fieldsFor(scene: Parameters<typeof owns>[0], idea: Owned): Field[] {
  const hidden = idea.anonymous || isHiddenOwner(scene.person, idea);
  return fields.filter((name) => !hidden || (name !== "coauthors" && (name !== "unit" || owns(scene, idea))));
}

/** A field of work as part of another sentence. */
export type InCategory = { key: "idea.category"; args: { name: string; place: "first" | "next" } };

/** One that follows something else. */
export const inCategory = (name: string, place: "first" | "next" = "next"): InCategory => ({
  ...{ key: "idea.category", args: { name, place } },
});

export const inCategories = (names: string[]): InCategory[] =>
  names.map((name, n) => inCategory(name, n === 0 ? "first" : "next"));

type Empty = Record<string, never>;

export type CompletionSayings = {
  "idea.completion": {
    id: number;
    code: string;
    title: string;
    fields: Filled[];
    affected: { text: string }[];
    difference: { text: string }[];
    benefit: { text: string }[];
    categories: { names: InCategory[] }[];
    unit: { name: string }[];
    coauthors: { names: string }[];
    missing: { name: string }[];
    /** Only its author sees it yet. */
    unsent: Empty[];
  };
  "idea.category": InCategory["args"];
  "idea.pickCategories": { id: number; code: string; options: { name: string; on: boolean }[] };
  "idea.categoriesFull": { most: number };
  "idea.pickUnit": {
    id: number;
    code: string;
    now: { name: string }[];
    /** Units are offered, or none is there yet. */
    choose: Empty[];
    write: Empty[];
    units: { id: number; name: string }[];
  };
  "idea.unitSet": { id: number; code: string; unit: { name: string }[]; none: Empty[] };
};
