import { z } from "zod";
import { sendFiles } from "../files/send-files.ts";
import { titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { SIGN } from "./experience.ts";

export const ShowExperienceFiles = z.object({
  ...{ experience: RowId, from: z.coerce.number().int().min(0).max(1_000_000).default(0) },
});

/**
 * "Lihat berkas", of an experience: each file, privately, to the person who asked. What waits for a facilitator's yes
 * shows them to facilitators and to its writer alone; what was taken back, to nobody.
 */
export const showExperienceFiles: UseCase<typeof ShowExperienceFiles, LabScene> = async (
  scene,
  { experience: id, from },
) => {
  const { db, lab, person, roles } = scene;
  const found = await db.experience.findFirst({
    where: { id, labId: lab.id, withdrawnAt: null },
    include: { attachments: { orderBy: { id: "asc" } } },
  });
  const isSeen = found && (!found.heldAt || found.personId === person.id || roles.includes("facilitator"));
  if (!isSeen) return [toast("experience.unseen", {}, true)];
  const all = found.attachments.map((file) => ({ id: file.id, kind: file.kind, giver: [] }));
  const of = { id, from, code: SIGN, title: titleOf(found.text).title };
  return sendFiles(scene, "experience.file", { all, of });
};
