import { z } from "zod";

/** What sort of file somebody gave. A voice note can be played where it stands; audio is music or a recording. */
export const fileKinds = ["photo", "document", "voice", "audio", "video"] as const;
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
});
export type FileGiven = z.output<typeof FileGiven>;

/** What an input takes that wants files: `files: FilesGiven.default([])`. */
export const FilesGiven = z.array(FileGiven);

type Empty = Record<string, never>;

export type FileSayings = {
  /** A question that needs words was answered with a file alone. */
  "file.needsWords": Empty;
  /** In a group: files wait for a sentence. */
  "file.asksIdea": { count: number };
};
