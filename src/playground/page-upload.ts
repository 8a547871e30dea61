import { pictureSize } from "./files.ts";
import type { Given } from "./written.ts";

/** A file that the page brings: its bytes in base64. As what it is sent is decided as Telegram's clients do, by its type. */
export function uploadIn(given: unknown): Given | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { name = "file", mime = "", data = "" } = given as Record<string, string>;
  const bytes = Buffer.from(String(data), "base64");
  if (bytes.length === 0) throw new Error("the file is empty");
  const type = String(mime);
  return { kind: kindOf(type, bytes), name: String(name), mime: type || "application/octet-stream", bytes };
}

function kindOf(mime: string, bytes: Uint8Array): Given["kind"] {
  if (mime.startsWith("image/") && pictureSize(bytes)) return "photo";
  if (/^audio\/(ogg|opus)/.test(mime)) return "voice";
  if (mime.startsWith("audio/")) return "audio";
  return mime.startsWith("video/") ? "video" : "document";
}
