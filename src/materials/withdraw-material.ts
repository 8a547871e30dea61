import { z } from "zod";
import type { Material } from "../generated/prisma/client.ts";
import { RowId } from "../row-id.ts";
import { type Saying, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { shownOf, withFiles } from "./material.ts";

export const WithdrawMaterial = z.object({ material: RowId });

/** `Tarik`: whoever noted it, or a facilitator. */
export const withdrawMaterial: UseCase<typeof WithdrawMaterial, LabScene> = (scene, { material }) =>
  change(scene, material, { key: "material.withdrawn", withdrawnAt: scene.now });

/** `Kembalikan`: it is there again, with its files. */
export const restoreMaterial: UseCase<typeof WithdrawMaterial, LabScene> = (scene, { material }) =>
  change(scene, material, { key: "material.noted", withdrawnAt: null });

export const mayWithdraw = ({ person, roles }: LabScene, { personId }: Pick<Material, "personId">) =>
  personId === person.id || roles.includes("facilitator");

type Change = { key: "material.withdrawn" | "material.noted"; withdrawnAt: Date | null };

async function change(scene: LabScene, id: number, { key, withdrawnAt }: Change): Promise<Saying[]> {
  const { db, lab } = scene;
  const where = { id, labId: lab.id, withdrawnAt: withdrawnAt ? null : { not: null } };
  const found = await db.material.findFirst({ where, include: withFiles });
  if (!found) return [toast("material.missing", {}, true)];
  if (!mayWithdraw(scene, found)) return [toast("material.notYours", {}, true)];
  await db.material.update({ where: { id }, data: { withdrawnAt } });
  return [turn(key, shownOf(lab, found))];
}
