import { z } from "zod";
import { Prisma } from "../db.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { RowId } from "../row-id.ts";
import { toast, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { measureLabs } from "./measure-labs.ts";

export const ShowLab = z.object({ lab: RowId });

/** One lab of the list, with what an admin can do about it. */
export const showLab: UseCase<typeof ShowLab> = async (scene, { lab: id }) => {
  const args = await labOf(scene, id);
  return [args ? turn("program.lab", args) : toast("program.missing", {}, true)];
};

/** How one lab stands, and who looks after it; nothing where there is none. */
export async function labOf({ db, now }: Scene, id: number) {
  const [standing] = await measureLabs(db, { where: Prisma.sql`id = ${id}`, take: 1, now });
  if (!standing) return undefined;
  const [lab, groups, facilitators] = await Promise.all([
    db.lab.findUniqueOrThrow({ where: { id } }),
    db.chat.count({ where: { labId: id, kind: { not: "private" }, leftAt: null } }),
    findFacilitators(db, id),
  ]);
  return {
    ...{ ...standing, groups, outside: lab.admittedAt ? [] : [{}] },
    facilitators: facilitators.map(({ name }) => ({ name })),
    nobody: facilitators.length === 0 ? [{}] : [],
    contact: lab.contact ? [{ contact: lab.contact }] : [],
  };
}
