import { bad } from "./api-error.ts";

export type Upload = { name: string; mime: string; bytes: Uint8Array };

/** A call's parameters: text, or already JSON; files beside them, by the name of their part. */
export type Params = { values: Record<string, unknown>; files: Map<string, Upload> };

/** Text, or nothing when it is absent. */
export function textOf({ values }: Params, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A whole number, or nothing when it is absent or none. */
export function numberOf(params: Params, name: string): number | undefined {
  const text = textOf(params, name);
  return text !== undefined && /^-?\d{1,16}$/.test(text.trim()) ? Number(text) : undefined;
}

export const truthOf = (params: Params, name: string) =>
  ["true", "1", "yes"].includes((textOf(params, name) ?? "").toLowerCase());

/** JSON, also when it came as text. @throws ApiError when it is not readable. */
export function jsonOf<Shape>({ values }: Params, name: string): Shape | undefined {
  const value = values[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") return value as Shape;
  try {
    return JSON.parse(value) as Shape;
  } catch {
    throw bad(`can't parse ${name.replaceAll("_", " ")} JSON object`);
  }
}
