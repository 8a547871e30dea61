import type { Content } from "./bot-api.ts";
import { type Kind, lengthOf, type StoredFile } from "./files.ts";
import type { Ground } from "./ground.ts";

/** How wide a round video is, in pixels. */
const ROUND = 384;

/** A file as a message of its kind shows it. */
export function fileContent(g: Ground, kind: Kind, file: StoredFile): Content {
  const named = { file_name: file.name, mime_type: file.mime };
  const size = { width: file.width ?? 0, height: file.height ?? 0 };
  const lasts = { duration: lengthOf(g, file.id) };
  if (kind === "photo") return { photo: [{ ...ids(file), ...size }] };
  if (kind === "document") return { document: { ...ids(file), ...named } };
  if (kind === "voice") return { voice: { ...ids(file), ...lasts, mime_type: file.mime } };
  if (kind === "audio") return { audio: { ...ids(file), ...lasts, ...named } };
  if (kind === "video_note") return { video_note: { ...ids(file), ...lasts, length: ROUND } };
  return { video: { ...ids(file), ...size, ...lasts, ...named } };
}

export const ids = ({ id, bytes }: StoredFile) => ({
  file_id: id,
  file_unique_id: id.slice(0, 15),
  file_size: bytes.length,
});
