import { bad } from "./api-error.ts";
import { decodedAt } from "./html-character.ts";

export type Attributes = Record<string, string>;

type Reading = { source: string; at: number; begin: number; tag: string };

export const unparsable = (words: string) => bad(`can't parse entities: ${words}`);

const bytes = ({ source, begin }: Reading) => Buffer.byteLength(source.slice(0, begin));

const unclosed = (r: Reading) => unparsable(`Unclosed start tag at byte offset ${bytes(r)}`);

/** Reads the start tag at `begin`; `next` is the place after its `>`. */
export function readTag(source: string, begin: number, known: ReadonlySet<string>) {
  const r: Reading = { source, at: begin + 1, begin, tag: "" };
  r.tag = take(r, /[^\s>]*/y).toLowerCase();
  if (r.at >= source.length) throw unclosed(r);
  if (!known.has(r.tag)) throw unparsable(`Unsupported start tag "${r.tag}" at byte offset ${bytes(r)}`);
  const attributes: Attributes = {};
  for (take(r, /\s*/y); source[r.at] !== ">"; take(r, /\s*/y)) {
    if (r.at >= source.length) throw unclosed(r);
    const [name, value] = readAttribute(r);
    attributes[name] ??= value;
  }
  return { tag: r.tag, attributes, next: r.at + 1 };
}

function readAttribute(r: Reading): [string, string] {
  const name = take(r, /[^\s=>]*/y).toLowerCase();
  if (name === "") throw unparsable(`Empty attribute name in the tag "${r.tag}" at byte offset ${bytes(r)}`);
  take(r, /\s*/y);
  if (r.source[r.at] !== "=") {
    if (r.at >= r.source.length) throw unclosed(r);
    if (r.tag === "blockquote" && name === "expandable") return [name, "1"];
    throw unparsable(
      `Expected equal sign in declaration of an attribute of the tag "${r.tag}" at byte offset ${bytes(r)}`,
    );
  }
  r.at += 1;
  take(r, /\s*/y);
  return [name, readValue(r)];
}

function readValue(r: Reading): string {
  const quote = r.source[r.at];
  if (quote !== '"' && quote !== "'") {
    const value = take(r, /[A-Za-z0-9.-]*/y).toLowerCase();
    if (!/[\s>]/.test(r.source[r.at] ?? " "))
      throw unparsable(`Unexpected end of name token at byte offset ${bytes(r)}`);
    return value;
  }
  r.at += 1;
  let value = "";
  while (r.source[r.at] !== quote) {
    if (r.at >= r.source.length) throw unclosed(r);
    const { character, next } = decodedAt(r.source, r.at);
    value += character;
    r.at = next;
  }
  r.at += 1;
  return value;
}

function take(r: Reading, pattern: RegExp): string {
  pattern.lastIndex = r.at;
  const found = pattern.exec(r.source)?.[0] ?? "";
  r.at += found.length;
  return found;
}
