import type { IncomingMessage } from "node:http";
import { parseMultipart } from "../../src/playground/multipart.ts";
import { methodShape } from "./wire-shape.ts";

type Call = { method: string; body: Buffer };

/** A call's parameters as its JSON would have them, whichever way they came: in the address, a form, or JSON. */
export function valuesOf({ url = "", headers }: IncomingMessage, { method, body }: Call): unknown {
  const type = headers["content-type"] ?? "";
  const query = Object.fromEntries(new URL(url, "http://localhost").searchParams);
  if (body.length === 0) return typed(method, query);
  if (!type.startsWith("application/json")) return typed(method, { ...query, ...form(body, type) });
  const json = parsed(body.toString());
  return typeof json === "object" ? { ...typed(method, query), ...json } : json;
}

/** A file counts as its name, unless a parameter points to it. */
function form(body: Buffer, type: string): Record<string, string> {
  if (!type.startsWith("multipart/form-data"))
    return Object.fromEntries(new URLSearchParams(body.toString()));
  const { fields, files } = parseMultipart(body, type);
  const pointed = Object.values(fields).join();
  const parts = [...files].filter(([name]) => !pointed.includes(`attach://${name}`));
  return { ...fields, ...Object.fromEntries(parts.map(([name, file]) => [name, file.name])) };
}

/** In a form everything is text; what the types do not know as text is read as JSON. */
const typed = (method: string, texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, isText(method, name) ? text : parsed(text)]),
  );

const isText = (method: string, name: string) =>
  methodShape(method, "request")?.properties?.[name]?.type === "string";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
