import { FileGiven, type FileKind, fileKinds } from "../files/file.ts";

/** A file in Telegram's terms. */
type Loose = {
  file_id?: unknown;
  file_unique_id?: unknown;
  file_name?: unknown;
  mime_type?: unknown;
  file_size?: unknown;
  duration?: unknown;
  width?: unknown;
};

/** The files that a message carries. Of a photo it is the largest of its sizes. */
export const filesIn = (message: object): FileGiven[] =>
  fileKinds.flatMap((kind) => fileIn(kind, (message as Record<string, unknown>)[kind], message));

function fileIn(kind: FileKind, given: unknown, message: { media_group_id?: unknown }): FileGiven[] {
  const file = (Array.isArray(given) ? largest(given) : given) as Loose | null | undefined;
  const { success, data } = FileGiven.safeParse({
    ...{ kind, fileId: file?.file_id, uniqueId: file?.file_unique_id },
    ...{ name: file?.file_name, mime: file?.mime_type, bytes: file?.file_size, seconds: file?.duration },
    album: message.media_group_id,
  });
  return success ? [data] : [];
}

const largest = (sizes: Loose[]) => sizes.toSorted((a, b) => Number(a?.width) - Number(b?.width)).at(-1);
