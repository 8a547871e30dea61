import { readFileSync } from "node:fs";
import { inject } from "vitest";

/** A part of the wire's schema: as much of JSON Schema as the official types come to. */
export type Shape = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: false;
  items?: Shape;
  anyOf?: Shape[];
  const?: unknown;
  enum?: unknown[];
  not?: object;
};

let known: Record<string, Shape> | undefined;

function definitions(): Record<string, Shape> {
  known ??= JSON.parse(readFileSync(inject("wire").schema, "utf8")).definitions as Record<string, Shape>;
  return known;
}

/** The shape of this name, such as `Update`. */
export function shapeOf(name: string): Shape {
  const shape = definitions()[name];
  if (!shape) throw new Error(`the official types have no ${name}`);
  return shape;
}

/** The shape itself, where it is only named. */
export const resolved = (shape: Shape): Shape =>
  shape.$ref ? resolved(shapeOf(shape.$ref.slice("#/definitions/".length))) : shape;

/** What a method takes, or gives. */
export const methodShape = (method: string, part: "request" | "result"): Shape | undefined =>
  shapeOf("ApiMethods<string>").properties?.[method]?.properties?.[part];
