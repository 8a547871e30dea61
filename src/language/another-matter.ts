import cues from "./cues.json" with { type: "json" };
import { greets, isAgreement, isChatter } from "./intent.ts";
import { phrases } from "./phrases.ts";
import { sentences } from "./sentences.ts";
import { tokens } from "./words.ts";

const fillers = new Set(cues.fillers);
const ideaStarts = phrases(cues.ideaStarts);
const waves = phrases(cues.waves);
const maybe = phrases(cues.maybe);
/** What says no more than that there is no answer. */
const waved = new Set(cues.waved);
/** "Ide ini" speaks of the idea that was told. */
const POINTS = new Set(["ini", "itu", "tersebut", "tadi"]);

/** An answer is so long at the most, in characters and in sentences, by what was asked for. */
const SHORT = { letters: 80, words: 12, sentences: 1 };
const LONG = { letters: 400, words: 70, sentences: 4 };

/** A person's name has so many words at the most; a unit's, unless it begins as offices are called. */
const NAME = 4;
const UNIT = 6;
const offices = phrases(cues.offices);

/** An idea's code, or its number alone. */
export const CODE = /^\s*(?:([a-z]{2,5})-)?(\d{1,9})\s*$/i;

/**
 * What is asked for: a few words, what happened at any length, the new words of an idea, words to search for, a name, a
 * unit's, a person, an idea's code.
 */
export type Wanted = "answer" | "telling" | "words" | "search" | "name" | "unit" | "person" | "code";

/** Whether a message is plainly something else than what was asked for: a new idea, a question, a greeting. */
export function isAnotherMatter(wanted: Wanted, text: string): boolean {
  const words = tokens(text);
  if (wanted === "code") return words.length > 1 && !CODE.test(text);
  if (wanted === "words") return isChatter(text) || isAgreement(text);
  if (beginsIdea(words)) return true;
  if (wanted === "telling") return asks(text, words) || greets(words) || isAgreement(text);
  if (wanted === "answer") return isLong(text, LONG) || asks(text, words) || isChatter(text);
  if (wanted !== "search" && /\S\s+\S/.test(text) && isChatter(text)) return true; // "Mari" may be a name.
  if (wanted === "unit" && words.length > UNIT && !offices.atStart(words)) return true;
  return wanted === "person" ? words.length > NAME : isLong(text, SHORT) && words.length > SHORT.words;
}

/** "Lewati", "belum tahu": somebody types what the button says. */
export const isWaved = (text: string) => {
  const words = tokens(text);
  return (words.length <= 3 && waves.atStart(words)) || waved.has(words.join(" "));
};

function beginsIdea(words: string[]): boolean {
  const said = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !fillers.has(word)),
    ),
  );
  return words.length > 3 && ideaStarts.atStart(said) && !POINTS.has(said[1] ?? "");
}

/** Who answers leaves out the question mark. */
const asks = (text: string, words: string[]) =>
  /\?["'”’)\s]*$/u.test(text) && words.length > 1 && !maybe.atStart(words);

const isLong = (text: string, most: typeof LONG) =>
  text.length > most.letters || tokens(text).length > most.words || sentences(text).length > most.sentences;
