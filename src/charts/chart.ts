/** One bar: what it stands for, in words that are said already, and how long it is. */
export type Bar = { label: string; value: number };

/** Bars below a line of words, the longest not necessarily first. */
export type Bars = { title: string; bars: Bar[] };

/** A picture: what it is about, and one or more lots of bars below each other. */
export type Chart = { title: string; parts: Bars[] };

/** So many characters of a bar's words, and of the whole's, fit above it; the whole's in two lines. */
export const LABEL = 42;
export const TITLE = 60;

/** What the font of the pictures has no sign for. */
const PICTOGRAPHS = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;

/** Words in one line of a picture, cut at `most` characters. */
export function lineOf(text: string, most: number): string {
  const line = text.replace(PICTOGRAPHS, "").replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
