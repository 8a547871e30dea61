import { join } from "node:path";
import { z } from "zod";
import type { FileItem } from "./file-item.ts";

/**
 * What sort of file somebody gave, by Telegram's names. A voice note can be played where it stands; audio is music or a
 * recording; a video note is a round video, recorded and sent with one finger, which bears no words.
 */
export const fileKinds = ["photo", "document", "voice", "audio", "video", "video_note"] as const;
export type FileKind = (typeof fileKinds)[number];

/** So many characters of a file's name are kept. */
const LETTERS = 200;
/** The store's largest number; Telegram's largest files are larger. */
const MOST = 2 ** 31 - 1;

const Count = z
  .number()
  .nonnegative()
  .transform((n) => Math.min(MOST, Math.trunc(n)));

/** A file as a message brings it: Telegram's ids, its size in bytes, and how many seconds it lasts. */
export const FileGiven = z.object({
  kind: z.enum(fileKinds),
  fileId: z.string().min(1),
  uniqueId: z.string().min(1),
  name: z
    .string()
    .transform((name) => name.slice(0, LETTERS))
    .optional(),
  mime: z.string().optional(),
  bytes: Count.optional(),
  seconds: Count.optional(),
  /** Telegram's name of the album that it came in. */
  album: z.string().optional(),
  /** What a model heard in it, where one already did. */
  transcript: z.string().optional(),
});
export type FileGiven = z.output<typeof FileGiven>;

/** What an input takes that wants files: `files: FilesGiven.default([])`. */
export const FilesGiven = z.array(FileGiven);

/** Where a file's copy is; a thousand of them share a folder. */
export const pathOfCopy = (dir: string, id: number) => join(dir, String(Math.floor(id / 1000)), String(id));

type Empty = Record<string, never>;

/** A file with the idea that it belongs to, and which one of how many it is. */
type Sent = {
  attachment: number;
  kind: string;
  code: string;
  title: string;
  n: number;
  total: number;
} & Pick<FileItem, "giver">;

export type FileSayings = {
  /** A question that needs words was answered with a file alone. */
  "file.needsWords": Empty;
  /** The same, where they wait for the words. */
  "file.waits": { count: number };
  /** Of files that came with an answer, and are not kept; `about` an idea, or anything other. */
  "file.notTaken": { count: number; about: string };
  /** In a group: files wait for a sentence. */
  "file.asksIdea": { count: number };
  "file.none": Empty;
  /** A file without words as a reply to somebody else's idea. */
  "file.authorOnly": Empty;
  /** To an author: what a model heard in a voice note. */
  "file.heard": { id: number; file: number; code: string; text: string };
  "file.onItsWay": { count: number };
  /** Words under the file itself; `next` is from which file on more of them are to be seen. */
  "file.sent": Sent & { next: { id: number; from: number }[] };
  /** Instead of the file, where Telegram has lost it and there is no copy. */
  "file.gone": Sent & { next: { id: number; from: number }[] };
};
