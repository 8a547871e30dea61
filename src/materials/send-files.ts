import { z } from "zod";
import { sendFiles } from "../files/send-files.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { SIGN } from "./material.ts";

export const ShowMaterialFiles = z.object({
  ...{ material: RowId, from: z.coerce.number().int().min(0).max(1_000_000).default(0) },
});

/** "Lihat berkas", of a material: each file, privately, to the person who asked. */
export const showMaterialFiles: UseCase<typeof ShowMaterialFiles, LabScene> = async (
  scene,
  { material: id, from },
) => {
  const found = await scene.db.material.findFirst({
    where: { id, labId: scene.lab.id, withdrawnAt: null },
    include: { attachments: { orderBy: { id: "asc" } } },
  });
  if (!found) return [toast("material.missing", {}, true)];
  const all = found.attachments.map((file) => ({ id: file.id, kind: file.kind, giver: [] }));
  return sendFiles(scene, "material.file", { all, of: { id, from, code: SIGN, title: found.title } });
};
