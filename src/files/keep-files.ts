import type { LabScene } from "../use-case.ts";
import type { FileGiven } from "./file.ts";

/** What a file was given with. */
export type Of =
  | { ideaId: number; asComment?: boolean }
  | { experienceId: number }
  | { planItemId: number }
  | { materialId: number };

type Giving = Pick<LabScene, "db" | "person" | "now"> & { lab: Pick<LabScene["lab"], "id"> };

/** Keeps the files that somebody gave with something; those that were not there yet. The same file given twice is one. */
export async function keepFiles(
  { db, lab, person, now }: Giving,
  files: readonly FileGiven[],
  of: Of,
): Promise<FileGiven[]> {
  if (files.length === 0) return [];
  const there = await db.attachment.findMany({ where: of, select: { uniqueId: true } });
  const known = new Set(there.map(({ uniqueId }) => uniqueId));
  const fresh = files.filter(({ uniqueId }) => !known.has(uniqueId) && known.add(uniqueId));
  const given = { ...of, labId: lab.id, personId: person.id, addedAt: now };
  await db.attachment.createMany({
    data: fresh.map(({ kind, fileId, uniqueId, name, mime, bytes, seconds, album, transcript }) => ({
      ...{ ...given, kind, fileId, uniqueId, name: name ?? null, mime: mime ?? null },
      ...{
        bytes: bytes ?? null,
        seconds: seconds ?? null,
        album: album ?? null,
        transcript: transcript ?? null,
      },
    })),
  });
  return fresh;
}
