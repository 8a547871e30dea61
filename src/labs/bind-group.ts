import type { Invitation, Lab } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { type Saying, say, tell } from "../sayings.ts";
import type { Scene } from "../use-case.ts";
import { newDoor } from "./open-lab.ts";

/** Whether a group has a lab with ideas already: that is not given up by a link. */
export const isElsewhere = (current: Lab, invited: Lab) => current.id !== invited.id && current.ideaCount > 0;

/** A group becomes one of a lab's, by an invitation. */
export async function bindGroup(
  scene: Scene,
  { lab, invitedById }: Invitation & { lab: Lab },
): Promise<Saying[]> {
  const { db, chat, lab: current } = scene;
  const door = chat.door ?? newDoor();
  await db.chat.update({ where: { id: chat.id }, data: { labId: lab.id, door } });
  if (current && current.id !== lab.id) await leaveBehind(scene, current, lab);
  return [
    say("lab.groupBound", { lab: lab.name, code: lab.code, door }),
    tell({ personId: invitedById }, "lab.groupInvitationTaken", { group: chat.title, lab: lab.name }),
  ];
}

/** The lab that the group opened when the bot came, a moment before: its people move on, and it goes. */
async function leaveBehind({ db, now }: Scene, left: Lab, lab: Lab) {
  const members = await db.membership.findMany({ where: { labId: left.id }, include: { person: true } });
  for (const { person } of members) await giveRole(db, { person, lab, now });
  if ((await db.chat.count({ where: { labId: left.id } })) === 0)
    await db.lab.delete({ where: { id: left.id } });
}
