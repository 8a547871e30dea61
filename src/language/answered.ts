import cues from "./answered.json" with { type: "json" };
import { phrases } from "./phrases.ts";
import { tokens } from "./words.ts";

const people = phrases(cues.people);
const differences = phrases(cues.differences);

/** Whether a text says whom its problem concerns. */
export const namesPeople = (text: string) => people.within(tokens(text).map(withoutEnding));

/** Whether a text says what would be different. */
export const namesDifference = (text: string) => differences.within(tokens(text));

/** "Warganya" is "warga". */
const withoutEnding = (word: string) => word.replace(/(?<=\p{L}{4})nya$/u, "");
