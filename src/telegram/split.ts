/** Stands between two items of a list while a text is made; people's own are taken out when they are escaped. */
export const BREAK = "\uE000";

const TOKEN = /<[^>]*>|&(?:amp|lt|gt|quot);|[^<&]+|./gsu;
const graphemes = new Intl.Segmenter();
/** What is longer than this is no character, but marks piled up; in UTF-16 units. */
const LONGEST = 64;

/** Telegram takes no message in which nothing can be seen: blanks, marks of direction, what has no width. */
const VISIBLE = /[^\s\p{Cf}\u2800]/u;

/** A text without the marks between its items. */
export const whole = (html: string) => html.replaceAll(BREAK, "");

/**
 * Cuts Telegram HTML into parts of at most `limit` UTF-16 units after parsing: between items where it can, else between
 * lines, words, or characters as a reader counts them. Tags that are open at a cut are closed and opened again.
 */
export function split(html: string, limit: number): string[] {
  const parts: string[] = [];
  let part = newPart([]);
  for (const token of tokens(html)) {
    while (part.size + sizeOf(token) > limit) {
      const { text, rest } = cutAt(part);
      parts.push(text);
      part = rest;
    }
    add(part, token);
  }
  return [...parts, textOf(part)].map(tidy).filter((text) => VISIBLE.test(text.replace(/<[^>]*>/g, "")));
}

/** `tokens` since the last cut; `open` are the tags that were open there; `size` is what a reader sees. */
type Part = { open: string[]; tokens: string[]; size: number };

const newPart = (open: string[]): Part => ({ open, tokens: [], size: 0 });

function* tokens(html: string): Generator<string> {
  for (const [token] of html.matchAll(TOKEN)) {
    if (token.startsWith("<") || token.startsWith("&")) yield token;
    else
      for (const { segment } of graphemes.segment(token))
        yield* segment.length > LONGEST ? segment : [segment];
  }
}

const isTag = (token: string) => token.startsWith("<") && token.endsWith(">");
const sizeOf = (token: string) =>
  isTag(token) || token === BREAK ? 0 : token.startsWith("&") ? 1 : token.length;

function add(part: Part, token: string) {
  part.tokens.push(token);
  part.size += sizeOf(token);
}

const GOOD: ((token: string) => boolean)[] = [
  (token) => token === BREAK,
  (token) => token === "\n",
  (token) => token === " ",
];

/** Cuts at the last good place that leaves a part worth reading. */
function cutAt({ open, tokens }: Part): { text: string; rest: Part } {
  const least = tokens.length / 3;
  const places = GOOD.map((isGood) => tokens.findLastIndex(isGood) + 1);
  const at = places.find((place) => place > least) ?? tokens.length;
  const first = tokens.slice(0, at);
  const stillOpen = openAfter(open, first);
  const text = textOf({ open, tokens: first, size: 0 });
  const rest = newPart(stillOpen);
  for (const token of tokens.slice(at)) add(rest, token);
  return { text, rest };
}

function openAfter(open: string[], tokens: string[]): string[] {
  const all = [...open];
  for (const token of tokens.filter(isTag)) {
    if (token.startsWith("</")) all.pop();
    else all.push(token);
  }
  return all;
}

function textOf({ open, tokens }: Part): string {
  const closing = openAfter(open, tokens)
    .toReversed()
    .map((tag) => `</${/^<([\w-]+)/.exec(tag)?.[1]}>`);
  return [...open, ...tokens, ...closing].join("");
}

const tidy = (text: string) => whole(text).trim();
