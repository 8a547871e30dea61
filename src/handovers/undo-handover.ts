import { z } from "zod";
import type { Handover, Person } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { type Role, roles } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { RowId } from "../row-id.ts";
import { show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { UNDO } from "./handover.ts";

export const UndoHandover = z.object({ handover: RowId });

/** `Batalkan`, within a day: roles and care go back to where they were; later a handover back does the same. */
export const undoHandover: UseCase<typeof UndoHandover, LabScene> = async (scene, { handover: id }) => {
  const { db, lab, person, now } = scene;
  await db.$executeRaw`select 1 from "Lab" where id = ${lab.id} for update`;
  const found = await db.handover.findFirst({
    where: { id, labId: lab.id, undoneAt: null },
    include: { from: true, to: true },
  });
  if (!found) return [toast("person.oldButton", {})];
  if (now.getTime() - found.at.getTime() >= UNDO) return [toast("handover.tooLate", {}, true)];
  await db.handover.update({ where: { id }, data: { undoneAt: now } });
  await rolesBack(scene, found);
  await careBack(scene, found);
  await promisesBack(scene, found);
  const args = { leaver: found.from.name, newcomer: found.to.name };
  const told = [found.fromId, found.toId].filter((personId) => personId !== person.id);
  return [
    turn("handover.undone", args),
    ...found.ideas.map(show),
    ...told.map((personId) => tell({ personId }, "handover.undoneTold", { ...args, lab: lab.name })),
  ];
};

async function rolesBack({ db, lab, now }: LabScene, found: Handover & { from: Person }) {
  const { from, toId: personId } = found;
  for (const role of rolesIn(found.roles)) await giveRole(db, { person: from, lab, role, now });
  const { currentLabId } = from;
  if (currentLabId) await db.person.update({ where: { id: from.id }, data: { currentLabId } });
  await takeRole(db, { personId, labId: lab.id, roles: rolesIn(found.given) });
}

/** Only what the newcomer still looks after. */
const careBack = ({ db }: LabScene, { ideas, fromId, toId }: Handover) => db.$executeRaw`
  update "Idea" set "keeperId" = nullif(${fromId}::int, "authorId")
  where id = any(${ideas}::int[]) and coalesce("keeperId", "authorId") = ${toId}`;

const promisesBack = ({ db }: LabScene, { promises, fromId, toId }: Handover) => db.$executeRaw`
  update "Commitment" set "keeperId" = nullif(${fromId}::int, "personId")
  where id = any(${promises}::int[]) and coalesce("keeperId", "personId") = ${toId}`;

const rolesIn = (names: string[]): Role[] => roles.filter((role) => names.includes(role));
