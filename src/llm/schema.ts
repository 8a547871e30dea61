import { z } from "zod";

/**
 * A zod shape as the plain JSON schema that every chat-completions server takes: no additional properties, everything
 * required, no limits that some servers refuse.
 */
export function plainSchema(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    override: ({ jsonSchema }) => plain(jsonSchema),
  });
  return schema;
}

const REFUSED = [
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "default",
];

function plain(schema: Record<string, unknown>) {
  for (const keyword of REFUSED) delete schema[keyword];
}
