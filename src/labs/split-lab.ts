import { z } from "zod";
import { giveRole } from "../people/give-role.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { createLab } from "./create-lab.ts";
import { describeGroup } from "./describe-group.ts";

export const SplitLab = z.object({});

/** "Pisahkan": a group that joined its facilitator's lab gets a lab of its own. Ideas of before stay where they are. */
export const splitLab: UseCase<typeof SplitLab, LabScene> = async (scene) => {
  const { db, chat, lab, person, now } = scene;
  const groups = await db.chat.count({ where: { labId: lab.id, kind: { not: "private" } } });
  if (chat.kind === "private" || groups < 2) return [toast("lab.onlyLab", {}, true)];

  const own = await createLab(scene, chat.title);
  await giveRole(db, { person, lab: own, role: "facilitator", now });
  const settled = await db.chat.update({ where: { id: chat.id }, data: { labId: own.id } });
  return [turn("lab.split", await describeGroup(scene, settled))];
};
