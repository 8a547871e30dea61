import { z } from "zod";
import { sendFiles } from "../files/send-files.ts";
import type { Experience } from "../generated/prisma/client.ts";
import { titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { SIGN } from "./experience.ts";

export const ShowExperienceFiles = z.object({
  ...{ experience: RowId, from: z.coerce.number().int().min(0).max(1_000_000).default(0) },
});

type Shown = UseCase<typeof ShowExperienceFiles, LabScene>;
type Sees = (scene: LabScene, told: Experience) => boolean;

const show =
  (sees: Sees): Shown =>
  async (scene, { experience: id, from }) => {
    const { db, lab } = scene;
    const found = await db.experience.findFirst({
      where: { id, labId: lab.id, withdrawnAt: null },
      include: { attachments: { orderBy: { id: "asc" } } },
    });
    if (!found || !sees(scene, found)) return [toast("experience.unseen", {}, true)];
    const all = found.attachments.map((file) => ({ id: file.id, kind: file.kind, giver: [] }));
    const of = { id, from, code: SIGN, title: titleOf(found.text).title };
    return sendFiles(scene, "experience.file", { all, of });
  };

/**
 * "Lihat berkas", of an experience: each file, privately, to the person who asked. What waits for a facilitator's yes
 * shows them to its writer; what was taken back, to nobody.
 */
export const showExperienceFiles = show(({ person }, told) => !told.heldAt || told.personId === person.id);

/** The same, to a facilitator, who has to read what waits. */
export const showScreenedFiles = show(() => true);
