import { IntlMessageFormat } from "intl-messageformat";
import en from "../locales/en.json" with { type: "json" };
import id from "../locales/id.json" with { type: "json" };
import { withoutCalls, withoutLinks } from "./plain-words.ts";
import { BREAK, split, whole } from "./split.ts";
import { inZone, type When } from "./when.ts";

/** Every sentence, by language. Keys are those of `Sayings`, and `<key>.<list>` for one item of a list. */
export const locales: Record<Locale, Record<string, string>> = { id, en };
export type Locale = "id" | "en";

export const localeOf = (text: string | null | undefined, otherwise: Locale): Locale =>
  text === "id" || text === "en" ? text : otherwise;

/** Telegram's limit for one message, after its markup was read, in UTF-16 units. */
export const LIMIT = 4096;

/**
 * Turns a sentence's key and what fills its blanks into Telegram HTML. The only place that knows a language or a
 * tag, and that escapes what people wrote. Texts are shortened until the whole fits a message.
 */
export function words({ key, args }: { key: string; args: unknown }, locale: Locale, limit = LIMIT): string {
  let text = "";
  for (const longest of [Number.POSITIVE_INFINITY, 3000, 2000, 1000, 500, 250, 120, 60, 30]) {
    text = sentence({ key, args }, { locale, longest });
    if (visible(text) <= limit) return whole(text);
  }
  return whole(text);
}

/** The same, with nothing shortened: as many messages as it takes, split between items. */
export function pages({ key, args }: { key: string; args: unknown }, locale: Locale): string[] {
  const text = sentence({ key, args }, { locale, longest: Number.POSITIVE_INFINITY });
  return visible(text) <= LIMIT ? [whole(text)] : split(text, LIMIT);
}

type How = { locale: Locale; longest: number };

function sentence({ key, args }: { key: string; args: unknown }, how: How): string {
  const blanks = Object.fromEntries(
    Object.entries(args as object).map(([name, value]) => [name, blank(value, `${key}.${name}`, how)]),
  );
  return String(formatOf(key, how.locale).format(new Proxy(blanks, { has: () => true, get: filled })));
}

/** What was queued before the sentence had this blank has nothing to fill it. */
const filled = (blanks: Record<string, string | number>, name: string | symbol) =>
  typeof name === "string" ? (blanks[name] ?? "") : undefined;

function blank(value: unknown, key: string, how: How): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    const text = cut(value, how.longest);
    if (USED.test(key)) return escaped(text);
    return escaped(NAMES.test(key) ? withoutLinks(text) : withoutCalls(text));
  }
  if (Array.isArray(value)) return value.map((args) => sentence(within(key, args), how)).join(BREAK);
  if (value && typeof value === "object" && "at" in value) return escaped(inZone(value as When, how.locale));
  if (value && typeof value === "object") return sentence({ key, args: value }, how);
  return String(value ?? "");
}

/** An item of a list is a sentence of the list's key, or one that brings its own. */
const within = (key: string, item: unknown) =>
  item && typeof item === "object" && "key" in item && "args" in item
    ? { key: String(item.key), args: item.args }
    : { key, args: item };

/** Blanks that hold what somebody is called. */
const NAMES = /\.(name|who|lab|group|recorder|codes)$/;

/** Blanks that are there to be used: an address, a number to call. */
const USED = /\.contact$/;

const formats = new Map<string, IntlMessageFormat>();

function formatOf(key: string, locale: Locale): IntlMessageFormat {
  const name = `${locale} ${key}`;
  const known = formats.get(name);
  if (known) return known;
  const text = locales[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  formats.set(name, format);
  return format;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Marks that turn the direction of what follows, beyond the words that hold them. */
const TURNS = /[\u202A-\u202E\u2066-\u2069\uE000]/g;

export const escaped = (text: string) =>
  text.replace(TURNS, "").replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** Cuts at a whole character, as a reader counts them. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let out = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (out.length + segment.length >= longest) break;
    out += segment;
  }
  return `${out.trimEnd()}…`;
}

const visible = (html: string) =>
  whole(html)
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, "x").length;
