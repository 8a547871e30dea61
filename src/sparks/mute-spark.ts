import { z } from "zod";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const MuteSpark = z.object({});

/** So many facilitators are named. */
const NAMED = 3;

/** `Tanpa pertanyaan pekanan`, pressed by a facilitator: this group gets no question any more. */
export const muteSpark: UseCase<typeof MuteSpark, LabScene> = async ({ db, chat }) => {
  await db.chat.update({ where: { id: chat.id }, data: { sparkOff: true } });
  return [toast("spark.off", {}, true)];
};

/** Pressed by somebody else: who may. */
export const explainMute: UseCase<typeof MuteSpark, LabScene> = async ({ db, lab }) => {
  const facilitators = (await findFacilitators(db, lab.id)).slice(0, NAMED);
  return [toast("spark.whoMay", { names: facilitators.map(({ name }) => name).join(", ") }, true)];
};
