import { readFile } from "node:fs/promises";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { type FileKind, pathOfCopy } from "../files/file.ts";
import type { Key, Said } from "../sayings.ts";

/** A file that a sentence carries: sent again by Telegram's id, or from our copy where that is no longer known. */
export type Carried = {
  kind: FileKind;
  /** Nothing where it was erased since. */
  fileId: string | undefined;
  name: string;
  mime: string | undefined;
  /** Our copy, or nothing where there is none. */
  copy(): Promise<Uint8Array<ArrayBuffer> | undefined>;
};

const ERASED: Carried = {
  ...{ kind: "document", fileId: undefined, name: "", mime: undefined },
  copy: async () => undefined,
};

/** Which attachment a sentence carries, by its key. */
const carrying: { [K in Key]?: (args: Extract<Said, { key: K }>["args"]) => number } = {
  "file.sent": ({ attachment }) => attachment,
  "experience.file": ({ attachment }) => attachment,
  "material.file": ({ attachment }) => attachment,
};

/** The file that a sentence carries; nothing where it carries none. */
export async function fileOf(app: App, { key, args }: Said): Promise<Carried | undefined> {
  const id = (carrying[key] as ((args: unknown) => number) | undefined)?.(args);
  if (id === undefined) return undefined;
  const found = await (app.db as Db).attachment.findUnique({ where: { id } });
  if (!found) return ERASED;
  const { kind, fileId, name, mime, copiedAt } = found;
  const dir = copiedAt ? app.files?.dir : undefined;
  return {
    ...{ kind: kind as FileKind, fileId, mime: mime ?? undefined, name: name ?? `${kind}-${id}` },
    copy: async () => (dir ? readFile(pathOfCopy(dir, id)).catch(() => undefined) : undefined),
  };
}
