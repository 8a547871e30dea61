import { z } from "zod";
import { answerChange } from "../ideas/change-idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const UseTranscript = z.object({ idea: RowId, file: RowId });

/** "Pakai sebagai isi ide": what the voice note says becomes the idea's words; the old ones stay as a version. */
export const useTranscript: UseCase<typeof UseTranscript, LabScene> = async (scene, { idea, file: id }) => {
  const { db, lab } = scene;
  const file = await db.attachment.findFirst({ where: { id, ideaId: idea, labId: lab.id } });
  if (!file?.transcript) return [toast("person.oldButton", {})];
  return answerChange(scene, { idea }, file.transcript);
};
