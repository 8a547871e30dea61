import type { Idea, Person } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { roles as allRoles, type Role } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import type { LabScene } from "../use-case.ts";
import { caredFor, type findMember } from "./find-members.ts";
import type { Part } from "./handover.ts";

type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** What went over, and how many of the ideas everybody may know of. */
export async function moveWork(scene: LabScene, leaver: Member, newcomer: Person, part: Part) {
  const from = leaver.personId;
  const roles = part === "ideas" ? [] : allRoles.filter((role) => leaver.roles.includes(role));
  const given = await moveRoles(scene, { from, newcomer, roles });
  const promises = await movePromises(scene, { from, newcomer, roles });
  const named = part === "roles" ? [] : await findCared(scene, { from });
  const back = part === "roles" ? [] : await findCared(scene, { from, author: newcomer.id });
  const ideas = [...named, ...back];
  await moveCare(scene, ideas, newcomer.id);
  return { went: { roles, given, ideas, promises }, named: named.length };
}

type Moving = { from: number; newcomer: Person; roles: Role[] };

/** Returns those that the newcomer did not have. First given, then taken: the lab is never without a facilitator. */
async function moveRoles({ db, lab, now }: LabScene, { from, newcomer, roles }: Moving): Promise<Role[]> {
  const given: Role[] = [];
  for (const role of roles) if (await giveRole(db, { person: newcomer, lab, role, now })) given.push(role);
  const { currentLabId } = newcomer;
  if (currentLabId) await db.person.update({ where: { id: newcomer.id }, data: { currentLabId } });
  await takeRole(db, { personId: from, labId: lab.id, roles });
  return given;
}

/** Whoever wrote an idea needs no keeper. */
export const moveCare = ({ db }: Pick<LabScene, "db">, ideas: Idea["id"][], to: number) => db.$executeRaw`
  update "Idea" set "keeperId" = nullif(${to}::int, "authorId") where id = any(${ideas}::int[])`;

/** With a leader's role goes what is still to be kept; who promised it stays on record. Returns which, by their ids. */
async function movePromises({ db, lab }: LabScene, { from, newcomer, roles }: Moving) {
  if (!roles.includes("leader")) return [];
  const moved = await db.$queryRaw<{ id: number }[]>`
    update "Commitment" set "keeperId" = nullif(${newcomer.id}::int, "personId")
    where "labId" = ${lab.id} and "keptAt" is null and "cancelledAt" is null
      and coalesce("keeperId", "personId") = ${from} returning id`;
  return moved.map(({ id }) => id);
}

/** The ideas under their author's name; or the anonymous ones of this author, which come back without a word to others. */
async function findCared(scene: LabScene, { from, author }: { from: number; author?: number }) {
  const where = await caredFor(scene, from, author !== undefined);
  const found = await scene.db.idea.findMany({
    where: { ...where, ...(author ? { authorId: author } : {}) },
    ...{ orderBy: { number: "asc" }, select: { id: true } },
  });
  return found.map(({ id }) => id);
}
