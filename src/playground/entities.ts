import type { Entity } from "./bot-api.ts";

const patterns: [type: string, pattern: RegExp][] = [
  ["url", /(?<![\w@./])https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}']/giu],
  [
    "url",
    /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|id|me|go|io|dev|info)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]}'])?(?![\w-])/giu,
  ],
  ["email", /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ["bot_command", /(?<![\w/@<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])/gu],
  ["mention", /(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)/gu],
  ["hashtag", /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];

/** Entities that nothing may be found in. */
const closed = new Set(["code", "pre", "text_link", "text_mention"]);

/** Finds addresses, commands, mentions and tags in a text, beside the entities that it has. Offsets are UTF-16. */
export function withFoundEntities(text: string, given: Entity[] = []): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (
        ![...found, ...given.filter((each) => closed.has(each.type))].some((other) => overlaps(entity, other))
      )
        found.push(entity);
    }
  }
  return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

const overlaps = (a: Entity, b: Entity) => a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Cuts white space at both ends, and the entities with it, as Telegram does with every text. */
export function trimmed({ text, entities }: { text: string; entities: Entity[] }) {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  return {
    text: kept,
    entities: entities.flatMap((entity) => {
      const from = Math.max(0, entity.offset - start);
      const to = Math.min(kept.length, entity.offset + entity.length - start);
      return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
    }),
  };
}
