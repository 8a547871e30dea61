import { z } from "zod";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const MuteSpark = z.object({});

/** `Tanpa pertanyaan pekanan`, pressed by a facilitator: this group gets no question any more. */
export const muteSpark: UseCase<typeof MuteSpark, LabScene> = async ({ db, chat }) => {
  await db.chat.update({ where: { id: chat.id }, data: { sparkOff: true } });
  return [toast("spark.off", {}, true)];
};

/** Pressed by somebody else: who may. */
export const explainMute: UseCase<typeof MuteSpark, LabScene> = async ({ db, lab }) => {
  const facilitators = await db.membership.findMany({
    where: { labId: lab.id, roles: { has: "facilitator" } },
    ...{ include: { person: true }, orderBy: { joinedAt: "asc" }, take: 3 },
  });
  return [toast("spark.whoMay", { names: facilitators.map(({ person }) => person.name).join(", ") }, true)];
};
