import { randomBytes } from "node:crypto";
import type { Ground } from "./ground.ts";
import type { Upload } from "./params.ts";

/** Where Telegram keeps files of each kind. */
export const folders = {
  photo: "photos",
  document: "documents",
  voice: "voice",
  audio: "music",
  video: "videos",
  video_note: "video_notes",
} as const;
export type Kind = keyof typeof folders;

export type StoredFile = {
  id: string;
  name: string;
  mime: string;
  folder: (typeof folders)[Kind];
  width: number | null;
  height: number | null;
  bytes: Uint8Array;
};

export type Size = { width: number; height: number };

export function addFile(g: Ground, upload: Upload, folder: StoredFile["folder"], size?: Size): StoredFile {
  const id = `PG${randomBytes(24).toString("base64url")}`;
  g.run(
    "INSERT INTO files (id, name, mime, folder, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    upload.name,
    upload.mime,
    folder,
    size?.width ?? null,
    size?.height ?? null,
    upload.bytes,
  );
  return { id, folder, width: size?.width ?? null, height: size?.height ?? null, ...upload };
}

export const findFile = (g: Ground, id: string) => g.one<StoredFile>("SELECT * FROM files WHERE id = ?", id);

/** A file that is no longer there, as Telegram loses one at times. */
export const dropFile = (g: Ground, id: string) => g.run("DELETE FROM files WHERE id = ?", id);

/** How long something lasts, in seconds. */
export const setLength = (g: Ground, id: string, seconds: number) =>
  g.run("INSERT OR REPLACE INTO lengths (file, seconds) VALUES (?, ?)", id, seconds);

export const lengthOf = (g: Ground, id: string) =>
  g.one<{ seconds: number }>("SELECT seconds FROM lengths WHERE file = ?", id)?.seconds ?? 0;

/** Where a file is downloaded from, below `/file/bot<token>/`. */
export function pathOf({ id, folder, name }: Pick<StoredFile, "id" | "folder" | "name">) {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  return `${folder}/${id}${ending}`;
}

/** The size of a PNG, JPEG, GIF or WebP picture; nothing for what is none. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 12) return undefined;
  if (data.readUInt32BE(0) === 0x89504e47)
    return data.length < 24 ? undefined : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  if (data.toString("latin1", 0, 4) === "GIF8")
    return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  if (data.readUInt16BE(0) === 0xffd8) return jpegSize(data);
  return data.toString("latin1", 8, 12) === "WEBP" ? { width: 512, height: 512 } : undefined;
}

function jpegSize(data: Buffer): Size | undefined {
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
  }
  return undefined;
}
