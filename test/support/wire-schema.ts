import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGenerator, type Schema } from "ts-json-schema-generator";

/** What the generator would read wrongly, in words that mean the same and that it reads right. */
const READINGS: [file: string, find: RegExp, instead: string][] = [
  // A method is a pair of what it takes and what it gives.
  ["methods.d.ts", /^ {4}(\w+)\(args\??: \{$/gm, "    $1: { request: {"],
  ["methods.d.ts", /^ {4}\}\): (.*);$/gm, "    }; result: $1 };"],
  ["methods.d.ts", /^ {4}(\w+)\(\): (.*);$/gm, "    $1: { request: {}; result: $2 };"],
  // A message with a caption is one with what the caption is of.
  ["methods.d.ts", /Update\.Edited & Message\.CaptionableMessage/, "Update.Edited & Message"],
  ["message.d.ts", /Record<P, NonNullable<Message\[P\]>>/, "Required<Pick<Message, P>>"],
];

/** A file is sent as its id, its address, or the name of the part that holds it: text, in each case. */
const ROOT = `import type { ApiError, ApiMethods, Update } from "./mod.js";
  export type Wire = { update: Update; error: ApiError; methods: ApiMethods<string> };`;

/** The names of those numbers that may have a fraction; all others are whole. */
const FRACTIONS = /latitude|longitude|accuracy|shift|scale|percentage|angle|temperature|frame_timestamp/;

/**
 * The official types of Telegram's Bot API as one JSON schema, its root `{ update, error, methods }`. Objects take no
 * unknown fields. Takes some seconds.
 */
export function wireSchema(types: string): Schema {
  const folder = mkdtempSync(join(tmpdir(), "lumbung-wire-"));
  try {
    cpSync(types, folder, { recursive: true });
    for (const reading of READINGS) reread(folder, reading);
    const path = join(folder, "wire.ts");
    writeFileSync(path, ROOT);
    const how = { skipTypeCheck: true, jsDoc: "none", expose: "all", encodeRefs: false } as const;
    const schema = whole(createGenerator({ ...how, path, type: "Wire" }).createSchema("Wire")) as Schema;
    forgetReply(schema.definitions?.ReplyMessage);
    return schema;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reread(folder: string, [file, find, instead]: (typeof READINGS)[number]) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const read = text.replace(find, instead);
  if (read === text) throw new Error(`${file} is written in another way now: there is no ${find}`);
  writeFileSync(path, read);
}

/** What a message answers does not tell what it answered itself. */
function forgetReply(message: Schema | boolean | undefined) {
  if (typeof message !== "object" || !message.properties?.reply_to_message)
    throw new Error("a ReplyMessage is written in another way now");
  delete message.properties.reply_to_message;
}

/** Telegram's whole numbers have 52 significant bits at the most. */
const WHOLE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** The types know numbers; Telegram's are whole but for a few. */
function whole(schema: unknown, name = ""): unknown {
  if (Array.isArray(schema)) return schema.map((each) => whole(each, name));
  if (schema === "number") return FRACTIONS.test(name) ? "number" : "integer";
  if (typeof schema !== "object" || schema === null) return schema;
  const made = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, inside(key, value, name)]),
  );
  return [made.type].flat().includes("integer") ? { ...made, ...WHOLE } : made;
}

function inside(key: string, value: unknown, name: string): unknown {
  if (key === "type" || key === "items" || key === "anyOf" || key === "allOf") return whole(value, name);
  if (["const", "enum", "required"].includes(key)) return value;
  if (key === "properties" || key === "definitions")
    return Object.fromEntries(
      Object.entries(value as object).map(([name, each]) => [name, whole(each, name)]),
    );
  return value;
}
