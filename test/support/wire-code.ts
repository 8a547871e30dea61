import { Ajv, type AnySchema } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { Schema } from "ts-json-schema-generator";

/** The part of the schema that holds the methods. */
const METHODS = "ApiMethods<string>";

/** A module that checks what is in the schema: `update`, `error`, and for each method `<method>_request` and `_result`. */
export function wireCode(schema: Schema): string {
  const ajv = new Ajv({ strict: false, inlineRefs: false, code: { source: true, esm: true } });
  ajv.addSchema(schema as AnySchema, "wire");
  const methods = schema.definitions?.[METHODS];
  if (typeof methods !== "object" || !methods.properties) throw new Error(`the schema holds no ${METHODS}`);

  const refs: Record<string, string> = {
    update: "wire#/definitions/Update",
    error: "wire#/definitions/ApiError",
  };
  for (const method of Object.keys(methods.properties))
    for (const part of ["request", "result"])
      refs[`${method}_${part}`] = `wire#/definitions/${METHODS}/properties/${method}/properties/${part}`;
  return standalone.default(ajv, refs);
}
