import type { Db } from "../db.ts";
import type { Role } from "./person.ts";

type Taken = { personId: number; labId: number; roles: readonly Role[] };

/**
 * Takes roles from a member of a lab: those that were taken, or "last" when the lab would have no facilitator left.
 * The lab's row is locked, so that two facilitators cannot remove each other at the same moment.
 */
export async function takeRole(db: Db, { personId, labId, roles }: Taken): Promise<Role[] | "last"> {
  await db.$executeRaw`select 1 from "Lab" where id = ${labId} for update`;
  const where = { personId_labId: { personId, labId } };
  const known = await db.membership.findUnique({ where });
  const taken = roles.filter((role) => known?.roles.includes(role));
  if (!known || taken.length === 0) return [];
  if (taken.includes("facilitator")) {
    const facilitators = await db.membership.count({ where: { labId, roles: { has: "facilitator" } } });
    if (facilitators < 2) return "last";
  }
  const kept = known.roles.filter((role) => !(taken as string[]).includes(role));
  await db.membership.update({ where, data: { roles: kept } });
  return taken;
}
