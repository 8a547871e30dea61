import type { Content, Origin } from "./bot-api.ts";
import { withFoundEntities } from "./entities.ts";
import { fileContent, ids } from "./file-content.ts";
import { addFile, folders, type Kind, pictureSize, setLength } from "./files.ts";
import type { Ground } from "./ground.ts";
import { seconds } from "./messages.ts";
import { findUser } from "./people.ts";

/** A file that a person sends. */
export type Given = { kind: Kind; bytes: Uint8Array; name?: string; mime?: string; seconds?: number };

/** What a person writes or passes on; `forward` is from whom: an id, or the name of somebody who hides. */
export type Written = { text: string; file?: Given; album?: string; forward?: number | string };

const ENDINGS = {
  photo: "jpg",
  document: "pdf",
  voice: "oga",
  audio: "mp3",
  video: "mp4",
  video_note: "mp4",
};
const MIMES = {
  photo: "image/jpeg",
  document: "application/pdf",
  voice: "audio/ogg",
  audio: "audio/mpeg",
  video: "video/mp4",
  video_note: "video/mp4",
};

/** The content of a person's message. */
export function writtenContent(g: Ground, { text, file, album, forward }: Written): Content {
  const passed = forward === undefined ? {} : { forward_origin: originOf(g, forward) };
  const words = wordsOf(text, file ? 1024 : 4096);
  if (!file && words.text === "") throw new Error("a message has 1 to 4096 characters");
  if (!file) return { ...words, ...passed };
  const { text: caption, entities } = words;
  if (caption && file.kind === "video_note") throw new Error("a round video has no words");
  const under = caption ? { caption, ...(entities ? { caption_entities: entities } : {}) } : {};
  const together = album === undefined ? {} : { media_group_id: album };
  return { ...given(g, file), ...under, ...together, ...passed };
}

/** What a message, or the words under its file, is changed to. */
export function newWords(content: Content, written: string): Content {
  const words = wordsOf(written, content.text === undefined ? 1024 : 4096);
  if (words.text === "") throw new Error("a message has 1 to 4096 characters");
  if (content.text !== undefined) return words;
  const { text: caption, entities } = words;
  return { caption, ...(entities ? { caption_entities: entities } : {}) };
}

/** A person's text with what is found in it. */
function wordsOf(written: string, most: number) {
  const text = written.trim();
  if (text.length > most) throw new Error(`a message has 1 to ${most} characters`);
  const entities = withFoundEntities(text);
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

/** Of a photo Telegram makes smaller ones, which come first. */
function given(g: Ground, { kind, bytes, seconds: lasts = 0, ...named }: Given): Content {
  const { name = `file.${ENDINGS[kind]}`, mime = MIMES[kind] } = named;
  const size = kind === "photo" ? (pictureSize(bytes) ?? { width: 1280, height: 960 }) : undefined;
  const file = addFile(g, { name, mime, bytes }, folders[kind], size);
  setLength(g, file.id, lasts);
  const content = fileContent(g, kind, file);
  if (kind !== "photo" || bytes.length === 0) return content;
  const less = { width: Math.min(90, size?.width ?? 90), height: Math.min(67, size?.height ?? 67) };
  const small = addFile(g, { name, mime, bytes: bytes.slice(0, 1) }, folders.photo, less);
  return { photo: [{ ...ids(small), ...less }, ...(content.photo ?? [])] };
}

function originOf(g: Ground, from: number | string): Origin {
  const date = seconds(g) - 60;
  if (typeof from === "string") return { type: "hidden_user", date, sender_user_name: from };
  const user = findUser(g, from);
  if (!user) throw new Error(`there is nobody ${from}`);
  return { type: "user", date, sender_user: user };
}
