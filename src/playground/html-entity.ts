import type { User } from "./bot-api.ts";
import { type Attributes, unparsable } from "./html-tag.ts";

const plain: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  code: "code",
  pre: "pre",
};

export const knownTags: ReadonlySet<string> = new Set([
  ...Object.keys(plain),
  "a",
  "span",
  "blockquote",
  "tg-emoji",
  "tg-time",
]);

/** An entity without its place. */
export type Kind = { type: string; [more: string]: unknown };

type Tag = { tag: string; attributes: Attributes; words: string; parent: string | undefined };

/** What a closed tag says about its words; nothing for a link that leads nowhere. */
export function entityOf(tag: Tag): Kind | undefined {
  if (tag.tag === "a") return linkOf(tag);
  if (tag.tag === "code") return codeOf(tag);
  return special(tag) ?? { type: plain[tag.tag] ?? tag.tag };
}

function special({ tag, attributes }: Tag): Kind | undefined {
  if (tag === "span") {
    if (attributes.class !== "tg-spoiler") throw unparsable('Tag "span" must have class "tg-spoiler"');
    return { type: "spoiler" };
  }
  if (tag === "blockquote")
    return { type: attributes.expandable === undefined ? "blockquote" : "expandable_blockquote" };
  if (tag === "tg-emoji") {
    if (!/^\d+$/.test(attributes["emoji-id"] ?? ""))
      throw unparsable("Invalid custom emoji identifier specified");
    return { type: "custom_emoji", custom_emoji_id: attributes["emoji-id"] };
  }
  if (tag === "tg-time") {
    if (!/^\d+$/.test(attributes.unix ?? "")) throw unparsable("Invalid unix time specified");
    return {
      type: "date_time",
      unix_time: Number(attributes.unix),
      date_time_format: attributes.format ?? "",
    };
  }
  return undefined;
}

/** `<pre><code class="language-x">` is one block of code in a language. */
function codeOf({ attributes, parent }: Tag): Kind {
  const language = /^language-(.+)$/.exec(attributes.class ?? "")?.[1];
  if (parent === "pre" && language) return { type: "pre", language };
  return { type: "code" };
}

function linkOf({ attributes, words }: Tag): Kind | undefined {
  const href = attributes.href || words;
  const person = /^tg:\/\/user\?id=(\d+)/.exec(href)?.[1];
  if (person) return { type: "text_mention", user: { id: Number(person) } as User };
  const url = addressOf(href);
  return url ? { type: "text_link", url } : undefined;
}

function addressOf(href: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `http://${href}`;
  if (!URL.canParse(full)) return undefined;
  const url = new URL(full);
  if (!["http:", "https:", "tg:", "ton:", "tonsite:"].includes(url.protocol)) return undefined;
  return url.protocol.startsWith("http") && !url.hostname.includes(".") && url.hostname !== "localhost"
    ? undefined
    : url.href;
}
