import type { Entity } from "./bot-api.ts";
import { decodedAt } from "./html-character.ts";
import { entityOf, knownTags } from "./html-entity.ts";
import { type Attributes, readTag, unparsable } from "./html-tag.ts";

type Open = { tag: string; attributes: Attributes; start: number; at: number };

/**
 * Reads Telegram's HTML, as strictly as Telegram.
 * @throws ApiError 400 `can't parse entities: …`, with byte offsets.
 */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  const state = { text: "", entities: [] as Entity[], open: [] as Open[] };
  let at = 0;
  while (at < source.length) {
    if (source[at] === "<") at = tagAt(source, at, state);
    else {
      const { character, next } = decodedAt(source, at);
      state.text += character;
      at = next;
    }
  }
  const left = state.open.at(-1);
  if (left) throw unparsable(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return {
    text: state.text,
    entities: state.entities.sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

type State = { text: string; entities: Entity[]; open: Open[] };

function tagAt(source: string, at: number, state: State): number {
  if (source[at + 1] === "/") return endTagAt(source, at, state);
  const { tag, attributes, next } = readTag(source, at, knownTags);
  state.open.push({ tag, attributes, start: state.text.length, at });
  return next;
}

function endTagAt(source: string, at: number, state: State): number {
  const offset = Buffer.byteLength(source.slice(0, at));
  const open = state.open.pop();
  if (!open) throw unparsable(`Unexpected end tag at byte offset ${offset}`);
  const end = source.indexOf(">", at);
  if (end < 0) throw unparsable(`Unclosed end tag at byte offset ${offset}`);
  const name = source
    .slice(at + 2, end)
    .trim()
    .toLowerCase();
  if (name !== "" && name !== open.tag) {
    throw unparsable(
      `Unmatched end tag at byte offset ${offset}, expected "</${open.tag}>", found "</${name}>"`,
    );
  }
  close(state, open);
  return end + 1;
}

function close(state: State, { tag, attributes, start }: Open) {
  const words = state.text.slice(start);
  const kind =
    words === "" ? undefined : entityOf({ tag, attributes, words, parent: state.open.at(-1)?.tag });
  if (!kind) return;
  const inner = state.entities.at(-1);
  const merges =
    tag === "pre" && inner?.type === "pre" && inner.offset === start && inner.length === words.length;
  if (!merges) state.entities.push({ ...kind, offset: start, length: words.length });
}
