import { z } from "zod";
import { type FileGiven, FilesGiven } from "../files/file.ts";

/** One message of it: its words, if any, and its files. */
const Piece = z.object({ messageId: z.number(), text: z.string(), files: FilesGiven });
export type Piece = z.output<typeof Piece>;

/**
 * What somebody said or sent in private unasked, as its draft keeps it. Nobody is named: of what was passed on, the bot
 * keeps the words, not whose they were.
 */
export const Talk = z.object({
  pieces: z.array(Piece).min(1),
  /** When the last piece came. */
  at: z.iso.datetime(),
  /** Telegram's name of the album that the last piece belongs to. */
  album: z.string().optional(),
  /** Whether the last piece was passed on from elsewhere. */
  forwarded: z.boolean(),
  /** Its author wants no name on it. */
  anonymous: z.boolean().optional(),
  /** What a model heard in its voice note; empty where it heard nothing. */
  heard: z.string().optional(),
  /** The challenge that it answers. */
  challenge: z.number().optional(),
  /** The open question that it came besides, and may answer all the same. */
  besides: z.number().optional(),
  /** The question that it was taken for an answer to, and is not. */
  notTo: z.object({ idea: z.number(), kind: z.string() }).optional(),
});
export type Talk = z.output<typeof Talk>;

/** A message, as it is said or sent. */
export type Said = { text: string; files: FileGiven[]; forwarded: boolean };

/** What is passed on within this time of the piece before is one burst; in milliseconds. */
export const BURST = 60_000;
/** So many letters and files belong to one talk at the most; what comes then begins another. */
const LETTERS = 12_000;
const FILES = 30;

/** Whether there is room for a message more. */
export function fits(talk: Talk, { text, files }: Said): boolean {
  const { words, files: had } = wholeOf(talk);
  return words.length + text.length <= LETTERS && had.length + files.length <= FILES;
}

/** Whether a message belongs to what was said before: an album's next file, the next of a burst, another file without words. */
export function joins(talk: Talk, said: Said, now: Date): boolean {
  const { text, files, forwarded } = said;
  if (!fits(talk, said)) return false;
  const { words } = wholeOf(talk);
  const [first] = files;
  if (first?.album !== undefined && first.album === talk.album) return true;
  const recent = now.getTime() - Date.parse(talk.at) <= BURST;
  if (forwarded && recent) return talk.forwarded || words === "";
  return words === "" && text === "" && recent;
}

/** All words in their order, and all files. */
export function wholeOf({ pieces }: Pick<Talk, "pieces">): { words: string; files: FileGiven[] } {
  const texts = pieces.map(({ text }) => text.trim()).filter(Boolean);
  return { words: texts.join("\n\n"), files: pieces.flatMap(({ files }) => files) };
}

/** Its messages, each as an idea of its own: what has no words belongs to the one before, or to the first. */
export function eachOf({ pieces }: Pick<Talk, "pieces">): Piece[] {
  const found: Piece[] = [];
  let early: FileGiven[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (isIdea(piece.text)) {
      found.push({ ...piece, files: [...early, ...piece.files] });
      early = [];
    } else if (last) last.files = [...last.files, ...piece.files];
    else early = [...early, ...piece.files];
  }
  return found;
}

/** Whether words can be an idea; those of several messages may be longer than one message. */
export const isIdea = (text: string) => /[\p{L}\p{N}]/u.test(text);

type Empty = Record<string, never>;
type Files = { files: { count: number }[] };

export type TalkSayings = {
  /** `form`: an open question that it may answer all the same; `back`: one that it did not answer. */
  "talk.isIdea": Files & {
    draft: number;
    title: string;
    form: { draft: number; kind: string }[];
    back: { idea: number; kind: string }[];
  };
  /** Several messages that came together. */
  "talk.isMany": Files & { draft: number; count: number; titles: { title: string }[]; rest: number };
  /** Files without a word. */
  "talk.needsWords": { draft: number; count: number; challenge: Empty[]; heard: { text: string }[] };
  "talk.taken": Empty;
  "talk.answered": Empty;
  "talk.dropped": { draft: number };
};
