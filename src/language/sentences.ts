import abbreviations from "./abbreviations.json" with { type: "json" };

const never = new Set(abbreviations.never);
const beforeNumber = new Set(abbreviations.beforeNumber);
const unlessCapital = new Set(abbreviations.unlessCapital);

const LIST_MARK = /^\s*(?:[-–—•*▪➤✓✅→>]+|\(?\p{N}{1,2}[.)]|\(?[a-z][.)])\s+/u;
const ONLY_MARKS = /^[^\p{L}\p{N}]*$/u;

/** An end: its marks, closing quotes and emoji; then a space, or a capital that somebody forgot to set apart. */
const END =
  /(?:[.!?…]+["'”’)\]]*(?:\s*\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d)*)*)(?=\s|$|\p{Lu}\p{Ll})|[!?]+(?=\p{L})|(?:\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d)*\s*)+(?=\s\p{Lu}|$)/gu;

/**
 * A chat message's sentences in order, trimmed. A line break ends a sentence; list marks are left out, and a list's
 * heading ("Yang perlu:") keeps its items. What has no letter and no digit is no sentence.
 */
export function sentences(text: string): string[] {
  return joinLists(text.split(/\r?\n/)).flatMap(ofLine);
}

function joinLists(lines: string[]): string[] {
  const joined: string[] = [];
  let inList = false;
  for (const line of lines) {
    const item = line.replace(LIST_MARK, "").trim();
    const isItem = LIST_MARK.test(line);
    const last = joined.at(-1);
    if (isItem && last !== undefined && (inList || last.endsWith(":"))) {
      joined[joined.length - 1] = inList ? `${last}; ${item}` : `${last} ${item}`;
      inList = true;
      continue;
    }
    inList = false;
    if (item !== "") joined.push(item);
  }
  return joined;
}

function ofLine(line: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of line.matchAll(END)) {
    const end = index + mark.length;
    if (!endsHere(line.slice(start, index), mark, line.slice(end))) continue;
    found.push(line.slice(start, end));
    start = end;
  }
  found.push(line.slice(start));
  return found.map((sentence) => sentence.trim()).filter((sentence) => !ONLY_MARKS.test(sentence));
}

function endsHere(before: string, mark: string, after: string): boolean {
  const word = before.match(/\S+$/)?.[0] ?? "";
  if (after !== "" && !/^\s/.test(after) && (/[/@]|^www\./.test(word) || word.length < 3)) return false;
  if (mark !== ".") return true;
  const bare = word.replace(/^[("'“]+/, "").toLowerCase();
  if (/^\p{L}$/u.test(bare) || never.has(bare)) return false;
  if (beforeNumber.has(bare)) return !/^\s*\p{N}/u.test(after);
  if (unlessCapital.has(bare)) return !/^\s*\p{Ll}/u.test(after);
  return !(/^\p{N}+$/u.test(bare) && before.trim() === word);
}
