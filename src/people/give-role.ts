import type { Db } from "../db.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";
import type { Role } from "./person.ts";

type Given = { person: Pick<Person, "id">; lab: Pick<Lab, "id">; role?: Role | undefined; now: Date };

/** Makes a person a member of a lab, with one role more, and the lab their current one. True when that changed something. */
export async function giveRole(db: Db, { person, lab, role, now }: Given): Promise<boolean> {
  const where = { personId_labId: { personId: person.id, labId: lab.id } };
  const added = role ? [role] : [];
  const known = await db.membership.findUnique({ where });
  await db.person.update({ where: { id: person.id }, data: { currentLabId: lab.id } });
  if (known && (!role || known.roles.includes(role))) return false;
  await db.membership.upsert({
    where,
    create: { personId: person.id, labId: lab.id, roles: added, joinedAt: now },
    update: { roles: { push: added } },
  });
  return true;
}
