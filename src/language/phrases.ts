/** A list of words and phrases in plain letters, to be looked for in a text's tokens. */
export type Phrases = {
  within(words: string[]): boolean;
  atStart(words: string[]): boolean;
  atEnd(words: string[]): boolean;
};

/** Prepares a list for quick looking up; a phrase's words must stand next to one another. */
export function phrases(list: string[]): Phrases {
  const any = list.join("|");
  const within = new RegExp(`(?:^| )(?:${any})(?= |$)`, "u");
  const atStart = new RegExp(`^(?:${any})(?= |$)`, "u");
  const atEnd = new RegExp(`(?:^| )(?:${any})$`, "u");
  return {
    within: (words) => within.test(words.join(" ")),
    atStart: (words) => atStart.test(words.join(" ")),
    atEnd: (words) => atEnd.test(words.join(" ")),
  };
}
