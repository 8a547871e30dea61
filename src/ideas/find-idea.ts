import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";

/** An idea of this lab, by its id; another lab's is none. */
export const findIdea = (db: Db, lab: Pick<Lab, "id">, id: number) =>
  db.idea.findFirst({ where: { id, labId: lab.id }, include: { lab: true, author: true } });
