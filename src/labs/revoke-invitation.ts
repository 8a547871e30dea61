import { z } from "zod";
import type { Invitation, Lab } from "../generated/prisma/client.ts";
import { type Role, roles } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { RowId } from "../row-id.ts";
import { type Saying, tell, toast, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";

export const RevokeInvitation = z.object({ invitation: RowId });

/** `Cabut`: an unused link no longer works; a role that a link gave is taken again. By the lab's facilitators. */
export const revokeInvitation: UseCase<typeof RevokeInvitation> = async (scene, { invitation: id }) => {
  const { db, person, now } = scene;
  const found = await db.invitation.findUnique({ where: { id }, include: { lab: true } });
  const mine = found && { personId: person.id, labId: found.labId, roles: { has: "facilitator" } };
  if (!found || !mine || !(await db.membership.findFirst({ where: mine }))) {
    return [toast("person.needsRole", { role: "facilitator" }, true)];
  }
  if (found.revokedAt) return [toast("lab.nothingToRevoke", {}, true)];
  if (!found.takenById) {
    const { count } = await db.invitation.updateMany({
      where: { id, takenAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    return count
      ? [turn("lab.revoked", { role: found.role, who: [] })]
      : [toast("lab.nothingToRevoke", {}, true)];
  }
  return takeAgain(scene, found, found.takenById);
};

type Found = Invitation & { lab: Lab };

async function takeAgain({ db, now }: Scene, { id, role, lab }: Found, personId: number): Promise<Saying[]> {
  const held = roles.filter((one): one is Role => one === role);
  const gone = await takeRole(db, { personId, labId: lab.id, roles: held });
  if (gone === "last") return [toast("lab.lastFacilitator", {}, true)];
  await db.invitation.update({ where: { id }, data: { revokedAt: now } });
  const { name } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const told = gone.map((one) => tell({ personId }, "person.roleLost", { role: one, lab: lab.name }));
  return [turn("lab.revoked", { role, who: [{ name }] }), ...told];
}
