import { crc32 } from "node:zlib";
import glossary from "../language/glossary.json" with { type: "json" };
import { concepts } from "../language/glossary.ts";
import informal from "../language/informal.json" with { type: "json" };
import roots from "../language/roots.json" with { type: "json" };
import stopWords from "../language/stop-words.json" with { type: "json" };
import { isNegation } from "../language/words.ts";

/** A text's terms beyond so many, and a term's letters, tell nothing more. */
const MOST = 80;
const LETTERS = 60;

/** Which edition of the word lists the terms are of: another one where any list was edited. */
export const EDITION = crc32(JSON.stringify([glossary, informal, roots, stopWords])) | 0;

/** Of no edition: the terms are given anew. */
export const NO_EDITION = EDITION ^ 1;

/** Stands in the place of a lab's id before the terms by which other labs find an idea; no lab has it. */
export const EVERYBODY = 0;

/**
 * What a text of a lab speaks of, as the search keeps it: each concept once, after the lab's id, so that one index
 * serves all labs and finds no other lab's ideas.
 */
export const termsOf = (labId: number, text: string): string[] =>
  [...new Set(concepts(text))]
    .filter((concept) => concept !== "" && !isNegation(concept))
    .slice(0, MOST)
    .map((concept) => `${labId}:${concept.slice(0, LETTERS)}`);

/** The terms that an idea is kept with: its lab's, and everybody's while other labs see it. */
export const termsOfIdea = (
  { labId, text }: { labId: number; text: string },
  isShared: boolean,
): string[] => [...termsOf(labId, text), ...(isShared ? termsOf(EVERYBODY, text) : [])];
