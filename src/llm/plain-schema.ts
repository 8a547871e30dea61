import { z } from "zod";

type Json = Record<string, unknown>;

/** What every server's JSON schema mode understands; lengths, patterns and bounds are left to our own check. */
const KNOWN = [
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "anyOf",
  "description",
];

/**
 * A zod object as the plain, strict JSON schema that OpenAI, Ollama, llama.cpp, vLLM and LM Studio all take.
 * @throws Error when the root is no object, or a property is optional: strict mode wants null instead
 */
export function plainSchema(answer: z.ZodType): Json {
  const schema = plain(z.toJSONSchema(answer) as Json);
  if (schema.type !== "object") throw new Error("a prompt's answer must be an object");
  return schema;
}

function plain(schema: Json): Json {
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => KNOWN.includes(key)));
  if (kept.items) kept.items = plain(kept.items as Json);
  if (kept.anyOf) kept.anyOf = (kept.anyOf as Json[]).map(plain);
  if (!kept.properties) return kept;
  const properties = Object.entries(kept.properties as Record<string, Json>);
  const required = properties.map(([name]) => name);
  const missing = required.find((name) => !(kept.required as string[] | undefined)?.includes(name));
  if (missing !== undefined) throw new Error(`an answer's "${missing}" must be nullable, not optional`);
  kept.properties = Object.fromEntries(properties.map(([name, value]) => [name, plain(value)]));
  return { ...kept, required, additionalProperties: false };
}
