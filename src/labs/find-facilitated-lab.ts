import type { Db } from "../db.ts";
import type { Person } from "../generated/prisma/client.ts";

/** The lab that a person facilitates: of several, the one that the person is busy with, else the newest. */
export async function findFacilitatedLab(db: Db, person: Pick<Person, "id" | "currentLabId">) {
  const where = { personId: person.id, roles: { has: "facilitator" } };
  const found = await db.membership.findMany({ where, include: { lab: true }, orderBy: { labId: "desc" } });
  const labs = found.map(({ lab }) => lab);
  return labs.find(({ id }) => id === person.currentLabId) ?? labs[0];
}
