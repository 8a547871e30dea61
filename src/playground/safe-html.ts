import type { Entity } from "./bot-api.ts";

const tags: Record<string, [open: string, close: string]> = {
  bold: ["<b>", "</b>"],
  italic: ["<i>", "</i>"],
  underline: ["<u>", "</u>"],
  strikethrough: ["<s>", "</s>"],
  code: ["<code>", "</code>"],
  pre: ["<pre>", "</pre>"],
  blockquote: ["<blockquote>", "</blockquote>"],
  expandable_blockquote: ["<blockquote expandable>", "</blockquote>"],
  bot_command: ['<span class="mention">', "</span>"],
  mention: ['<span class="mention">', "</span>"],
  text_mention: ['<span class="mention">', "</span>"],
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** HTML that may be put into a page as it is: only the tags above, `a` and `br`; everything else is escaped. */
export function safeHtml(text: string, entities: Entity[] = []): string {
  const whole = { type: "whole", offset: 0, length: text.length };
  return inside(text, whole, {
    rest: [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length),
  });
}

/** Writes what lies in `outer`, taking its entities from `rest`, which is in reading order. */
function inside(text: string, outer: Entity, queue: { rest: Entity[] }): string {
  const end = outer.offset + outer.length;
  let html = "";
  let at = outer.offset;
  for (let next = queue.rest[0]; next && next.offset < end; next = queue.rest[0]) {
    queue.rest.shift();
    const from = Math.max(at, next.offset);
    const length = Math.min(end, next.offset + next.length) - from;
    if (length <= 0) continue;
    const [open, close] = tagsOf(next, text);
    html +=
      plain(text.slice(at, from)) + open + inside(text, { ...next, offset: from, length }, queue) + close;
    at = from + length;
    // A quotation is a block: the line break that ends it is not shown as an empty line.
    if (close === "</blockquote>" && text[at] === "\n") at++;
  }
  return html + plain(text.slice(at, end));
}

const plain = (text: string) => escapeHtml(text).replaceAll("\n", "<br>");

function tagsOf(entity: Entity, text: string): [string, string] {
  const href = hrefOf(entity, text.slice(entity.offset, entity.offset + entity.length));
  if (href) return [`<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">`, "</a>"];
  return tags[entity.type] ?? ["", ""];
}

function hrefOf(entity: Entity, words: string): string | undefined {
  const href = entity.type === "text_link" ? entity.url : entity.type === "url" ? words : undefined;
  if (href === undefined) return undefined;
  const full = /^https?:\/\//i.test(href) ? href : entity.type === "url" ? `https://${href}` : undefined;
  return full && URL.canParse(full) ? full : undefined;
}
