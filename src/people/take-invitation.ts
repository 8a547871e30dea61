import { z } from "zod";
import type { Invitation, Lab } from "../generated/prisma/client.ts";
import { beginRole } from "../labs/begin-role.ts";
import { bindGroup, isElsewhere } from "../labs/bind-group.ts";
import { hashOf, TOKEN } from "../labs/invitation.ts";
import { type Saying, say, tell } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { giveRole } from "./give-role.ts";
import { type Role, roles } from "./person.ts";
import { tellMissed } from "./tell-missed.ts";

export const TakeInvitation = z.object({ text: z.string().regex(TOKEN), admin: z.boolean().optional() });

type Found = Invitation & { lab: Lab };

/** `/start TOKEN`: takes an invitation up, once, and tells who invited. */
export const takeInvitation: UseCase<typeof TakeInvitation> = async (scene, { text: token, admin }) => {
  const { db, chat, person, now } = scene;
  const found = await db.invitation.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { lab: true },
  });
  const refused = found ? refusal(scene, found) : [say("person.invitationUnknown", {})];
  if (!found || refused) return refused ?? [];
  if (found.role === "group" && !admin) return [say("lab.onlyAdmins", {})];

  const { count } = await db.invitation.updateMany({
    where: { id: found.id, takenAt: null, revokedAt: null },
    data: { takenById: person.id, takenAt: now },
  });
  if (count === 0) return [say("person.invitationUsed", {})];
  return chat.kind === "private" ? join(scene, found) : bindGroup(scene, found);
};

/** Why an invitation cannot be taken up here, now, by this person. */
function refusal({ chat, person, lab: current, now }: Scene, found: Found): Saying[] | undefined {
  const { role, lab } = found;
  if (found.revokedAt) return [say("person.invitationRevoked", {})];
  if (found.takenById === person.id) return [say("person.invitationYours", { role, lab: lab.name })];
  if (found.takenAt) return [say("person.invitationUsed", {})];
  if (found.expiresAt <= now) return [say("person.invitationExpired", {})];
  if (role === "group" && chat.kind === "private") return [say("person.invitationForGroup", {})];
  if (role === "group")
    return current && isElsewhere(current, lab)
      ? [say("lab.groupElsewhere", { lab: current.name })]
      : undefined;
  if (chat.kind !== "private") return [say("person.invitationForPerson", {})];
  return found.invitedById === person.id ? [say("person.invitationOwn", { role })] : undefined;
}

async function join(scene: Scene, found: Found): Promise<Saying[]> {
  return [...(await takeRole(scene, found)), ...(await tellMissed(scene))];
}

async function takeRole(
  { db, person, now }: Scene,
  { id, lab, role: offered, invitedById }: Found,
): Promise<Saying[]> {
  const role = roles.find((one): one is Role => one === offered);
  await giveRole(db, { person, lab, role, now });
  const first = await beginRole(db, { lab, person, role, now });
  const args = { role: offered, lab: lab.name };
  return [
    say("person.roleGiven", args),
    tell({ personId: invitedById }, "lab.invitationTaken", { id, who: person.name, ...args }),
    ...first,
  ];
}
