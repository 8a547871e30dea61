import { bad } from "../api-error.ts";
import type { Entity } from "../bot-api.ts";
import { trimmed, withFoundEntities } from "../entities.ts";
import type { Ground } from "../ground.ts";
import { parseHtml } from "../html.ts";
import { jsonOf, type Params, textOf } from "../params.ts";
import { findUser } from "../people.ts";

export type Formatted = { text: string; entities: Entity[] };

/** Something that can be seen: no blank, no mark of direction, nothing of zero width. */
const visible = /[^\s\p{Cf}\u2800]/u;

/** A call's words with their entities, at most `most` UTF-16 units after parsing. */
export function wordsIn(g: Ground, params: Params, field: "text" | "caption"): Formatted {
  const source = (textOf(params, field) ?? "").replaceAll("\r", "");
  const mode = textOf(params, "parse_mode")?.toLowerCase() ?? "";
  if (mode !== "" && mode !== "html") throw bad("unsupported parse_mode");
  const parsed =
    mode === "html" ? parseHtml(source) : { text: source, entities: givenEntities(params, field) };
  const { text, entities } = trimmed(parsed);
  if (field === "text" && source === "") throw bad("message text is empty");
  if (field === "text" && !visible.test(text)) throw bad("text must be non-empty");
  if (field === "text" && text.length > 4096) throw bad("message is too long");
  if (field === "caption" && text.length > 1024) throw bad("message caption is too long");
  return {
    text,
    entities: withFoundEntities(
      text,
      entities.flatMap((entity) => known(g, entity)),
    ),
  };
}

/** Entities that a call brings itself. */
function givenEntities(params: Params, field: "text" | "caption"): Entity[] {
  const given = jsonOf<Entity[]>(params, field === "text" ? "entities" : "caption_entities") ?? [];
  if (!Array.isArray(given)) throw bad("can't parse entities: expected an Array");
  for (const entity of given) {
    if (typeof entity?.type !== "string")
      throw bad("can't parse MessageEntity: expected an Object with a type");
    if (!(entity.offset >= 0 && entity.length >= 0)) throw bad("can't parse MessageEntity: invalid place");
  }
  return given;
}

/** A mention of somebody whom the bot does not know is plain text. */
function known(g: Ground, entity: Entity): Entity[] {
  if (entity.type !== "text_mention") return [entity];
  const user = findUser(g, entity.user?.id ?? 0);
  return user ? [{ ...entity, user }] : [];
}
