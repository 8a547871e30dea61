import { z } from "zod";
import { RowId } from "../row-id.ts";
import { type Saying, toast, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { SIGN } from "./material.ts";

export const ShowMaterialFiles = z.object({
  ...{ material: RowId, from: z.coerce.number().int().min(0).max(1_000_000).default(0) },
});

/** So many files come at a press. */
const AT_ONCE = 10;

/** "Lihat berkas", of a material: each file, privately, to the person who asked. */
export const showMaterialFiles: UseCase<typeof ShowMaterialFiles, LabScene> = async (
  { db, lab, person, chat },
  { material: id, from },
) => {
  const found = await db.material.findFirst({
    where: { id, labId: lab.id, withdrawnAt: null },
    include: { attachments: { orderBy: { id: "asc" } } },
  });
  if (!found) return [toast("material.missing", {}, true)];
  const elsewhere = chat.kind !== "private";
  if (elsewhere && person.private !== "open") return [toast("person.pressStart", {}, true)];

  const { attachments: all, title } = found;
  const sent = all.slice(from, from + AT_ONCE).map((file, i): Saying => {
    const n = from + i + 1;
    const next = i === AT_ONCE - 1 && n < all.length ? [{ id, from: n }] : [];
    const named = { code: SIGN, title, total: all.length };
    return whisper("material.file", { attachment: file.id, kind: file.kind, ...named, n, giver: [], next });
  });
  return elsewhere ? [toast("file.onItsWay", { count: sent.length }), ...sent] : sent;
};
