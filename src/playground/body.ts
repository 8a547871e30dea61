import type { IncomingMessage } from "node:http";
import { ApiError, bad } from "./api-error.ts";
import { parseMultipart } from "./multipart.ts";
import type { Params } from "./params.ts";

const MiB = 1024 * 1024;

/** Reads a body of at most `most` bytes. @throws ApiError 413 when it is longer. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > most) throw new ApiError(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A call's parameters, from its address and its body: JSON, urlencoded or multipart. */
export async function paramsOf(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const type = request.headers["content-type"] ?? "";
  const multipart = type.startsWith("multipart/form-data");
  const body = await readBody(request, multipart ? 52 * MiB : 4 * MiB);
  const values = Object.fromEntries(query);
  if (body.length === 0) return { values, files: new Map() };
  if (multipart) {
    const { fields, files } = parseMultipart(body, type);
    return { values: { ...values, ...fields }, files };
  }
  const more = type.startsWith("application/json")
    ? jsonObject(body.toString("utf8"))
    : Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  return { values: { ...values, ...more }, files: new Map() };
}

/** An object of JSON. @throws ApiError for anything else. */
export function jsonObject(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, as is every other JSON that is no object.
  }
  throw bad("can't parse request JSON object");
}
