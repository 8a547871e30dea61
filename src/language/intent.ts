import cues from "./cues.json" with { type: "json" };
import { phrases } from "./phrases.ts";
import { carriesMeaning, isNegation, tokens } from "./words.ts";

const chatter = new Set(cues.chatter);
const fillers = new Set(cues.fillers);
const greetings = phrases(cues.greetings);
const openers = phrases(cues.openers);
const agreement = phrases(cues.agree);
const unknown = phrases(cues.unknown);
const proposal = phrases(cues.proposals);
const leaning = phrases(cues.leanOn);
const ask = { start: phrases(cues.askStarts), never: phrases(cues.askNever), end: phrases(cues.askEnds) };
const step = {
  strong: phrases(cues.steps.strong),
  time: phrases(cues.steps.time),
  weak: phrases(cues.steps.weak),
  own: phrases(cues.steps.own),
  not: phrases(cues.steps.not),
};

/** So sure a sentence must be to be a next step; with less, from `PERHAPS` on, it is one where no other is found. */
export const SURE = 2;
export const PERHAPS = 1.5;

/** Greetings, thanks, agreement and other words that add nothing to what is discussed. */
export function isChatter(sentence: string, words = tokens(sentence)): boolean {
  if (words.length > 12) return false;
  const telling = words.filter((word) => carriesMeaning(word) && !chatter.has(word));
  if (telling.length === 0) return !isQuestion(sentence, words);
  return words.length <= 7 && telling.length <= 2 && openers.atStart(words) && !/\p{N}|\?/u.test(sentence);
}

/** Whether it begins as one speaks to people: "Terima kasih", "Halo". */
export const greets = (words: string[]) => greetings.atStart(words);

/** A bot's command, or nothing but a mention of it. */
export const isCommand = (text: string) => /^\s*(?:\/\w|@\w+\s*$)/u.test(text);

/** Whether a whole message only agrees with another one: "Setuju!", "👍". */
export function isAgreement(text: string): boolean {
  const words = tokens(text);
  if (words.length > 5 || words.some(isNegation) || text.includes("?")) return false;
  return agreement.atStart(words) || /^\s*(?:\+1|👍|💯|🙏)/u.test(text);
}

/** A question, also one that lost its question mark. */
export function isQuestion(sentence: string, words = tokens(sentence)): boolean {
  if (/\?["'”’)\]\s!\p{Extended_Pictographic}]*$/u.test(sentence))
    return words.length > 1 || ask.start.atStart(words);
  const first = words.findIndex((word) => !fillers.has(word));
  const asked = words.slice(Math.max(0, first));
  if (asked.length < 2 || ask.never.atStart(asked) || unknown.within(words)) return false;
  return ask.start.atStart(asked) || ask.end.atEnd(words);
}

/** How sure it is that a sentence says what is to be done next, from 0. */
export function nextStepScore(sentence: string, words = tokens(sentence)): number {
  if (words.length < 3 || isQuestion(sentence, words) || step.not.within(words)) return 0;
  if (step.strong.within(words)) return SURE;
  const [weak, time, own] = [step.weak, step.time, step.own].map((list) => list.within(words));
  if (!own) return 0;
  return weak && time ? SURE : weak || time ? PERHAPS : 0;
}

/** "Tidak tahu": an answer that leaves a question open. */
export const isUnknowing = (text: string) => unknown.within(tokens(text));

/** Whether something is proposed, be it as a question: "Bagaimana kalau lewat WA?" */
export const isProposal = (words: string[]) => proposal.within(words);

/** Whether a sentence leans on the one before: "Tapi …", "Iya, …". Alone it tells less. */
export const leansOn = (words: string[]) => leaning.atStart(words);
