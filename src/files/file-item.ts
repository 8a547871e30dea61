type Empty = Record<string, never>;

/** A file in one line of a list. */
export type FileItem = {
  kind: string;
  name: { text: string }[];
  size: { value: number; unit: string }[];
  /** Minutes and seconds. */
  lasts: { time: string }[];
  /** Nobody but its author gets it. */
  own: Empty[];
  /** Who gave it along with words about the idea. */
  giver: { name: string }[];
};

type Kept = {
  kind: string;
  asComment: boolean;
  name: string | null;
  bytes: number | null;
  seconds: number | null;
  person: { name: string };
};

/**
 * Of an anonymous idea only photos are shown to others, which Telegram strips of all else: a document may hold its
 * author's name in many places, and a voice is known by whoever hears it. What came with words bears a name anyway.
 */
export const isOwn = (
  { anonymous }: { anonymous: boolean },
  { kind, asComment }: Pick<Kept, "kind" | "asComment">,
) => anonymous && !asComment && kind !== "photo";

/** Who gave it, where it came with words that bear that name too. */
export const giverOf = ({ asComment, person }: Pick<Kept, "asComment" | "person">) =>
  asComment ? [{ name: person.name }] : [];

/** How a file is listed. What may tell its author is left out for others. */
export const itemOf = (
  { kind, name, bytes, seconds, ...file }: Kept,
  how: { own: boolean; named: boolean },
): FileItem => ({
  kind,
  name: name && how.named ? [{ text: name }] : [],
  size: bytes ? [sizeOf(bytes)] : [],
  lasts: seconds ? [{ time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` }] : [],
  own: how.own ? [{}] : [],
  giver: giverOf(file),
});

function sizeOf(bytes: number): { value: number; unit: string } {
  const kB = bytes / 1000;
  if (kB < 1000) return { value: Math.max(1, Math.round(kB)), unit: "kB" };
  return { value: Math.round(kB / 100) / 10, unit: "MB" };
}
