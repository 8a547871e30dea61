import { z } from "zod";
import type { Person } from "../generated/prisma/client.ts";
import { beginRole } from "../labs/begin-role.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { giveRole } from "../people/give-role.ts";
import { roles as allRoles, type Role } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { askAuthors } from "./ask-authors.ts";
import { briefOf } from "./brief-newcomer.ts";
import { caredFor, findMember } from "./find-members.ts";
import { parts } from "./handover.ts";

export const MakeHandover = z.object({ from: RowId, to: RowId, part: z.enum(parts), lab: RowId });

/** A second press within this time, in milliseconds, is the same one. */
const SAME = 60_000;

/** What belongs to somebody who is moved goes to the newcomer: roles, and the care of ideas. Authors stay authors. */
export const makeHandover: UseCase<typeof MakeHandover, LabScene> = async (
  scene,
  { from, to, part, lab: about },
) => {
  const { db, lab, person, now } = scene;
  if (about !== lab.id) return [toast("lab.otherLab", { lab: lab.name }, true)];
  await db.$executeRaw`select 1 from "Lab" where id = ${lab.id} for update`;
  const [leaver, newcomer] = [await findMember(scene, from), await findMember(scene, to)];
  if (!leaver || !newcomer || from === to) return [toast("handover.notMember", {}, true)];
  const both = { labId: lab.id, fromId: from, toId: to, undoneAt: null };
  const since = { at: { gt: new Date(now.getTime() - SAME) } };
  if (await db.handover.findFirst({ where: { ...both, ...since } }))
    return [toast("handover.already", {}, true)];

  const roles = part === "ideas" ? [] : allRoles.filter((role) => leaver.roles.includes(role));
  const given = await moveRoles(scene, { from, newcomer: newcomer.person, roles });
  const moving = { where: await caredFor(scene, from, false), orderBy: { number: "asc" } } as const;
  const ideas = part === "roles" ? [] : (await db.idea.findMany(moving)).map(({ id }) => id);
  const nothing = roles.length + ideas.length === 0;
  const back = part === "roles" ? [] : await findOfNewcomer(scene, from, to);
  await moveCare(scene, [...ideas, ...back], to);
  const row = {
    labId: lab.id,
    fromId: from,
    toId: to,
    facilitatorId: person.id,
    roles,
    given,
    ideas: [...ideas, ...back],
    at: now,
    briefedAt: newcomer.person.private === "open" || nothing ? now : null,
  };
  const { id } = await db.handover.create({ data: row });
  const asked =
    part === "roles" ? [] : await askAuthors(scene, { ...row, id, newcomer: newcomer.person.name });
  // The answer is the same whether or not anybody was asked: that would tell who has anonymous ideas.
  if (nothing) return [turn("handover.nothing", { leaver: leaver.person.name }), ...asked];

  const went = {
    ...{ leaver: leaver.person.name, newcomer: newcomer.person.name },
    roles: roles.map((role) => ({ role })),
    ideas: ideas.length > 0 ? [{ count: ideas.length }] : [],
  };
  const reached = newcomer.person.private === "open";
  const unreachable = reached ? [] : [{ name: newcomer.person.name }];
  const others = (await findFacilitators(db, lab.id)).map((one) => one.personId);
  const told = others.filter((one) => ![person.id, from, to].includes(one));
  return [
    turn("handover.done", { ...went, handover: id, unreachable }),
    ...row.ideas.map(show),
    tell(
      { personId: to },
      "handover.brief",
      await briefOf(scene, { leaver: went.leaver, roles, ideas: row.ideas }),
    ),
    ...(from === person.id ? [] : [tell({ personId: from }, "handover.left", { ...went, lab: lab.name })]),
    ...told.map((personId) => tell({ personId }, "handover.told", { ...went, who: person.name })),
    ...(await begin(scene, newcomer.person, given)),
    ...asked,
  ];
};

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

/** What waits for the newcomer in each of the new roles. */
async function begin({ db, lab, now }: LabScene, person: Person, given: Role[]): Promise<Saying[]> {
  const sayings: Saying[] = [];
  for (const role of given) sayings.push(...(await beginRole(db, { lab, person, role, now })));
  return sayings;
}

/** Whoever wrote an idea needs no keeper. */
export const moveCare = ({ db }: LabScene, ideas: number[], to: number) => db.$executeRaw`
  update "Idea" set "keeperId" = nullif(${to}::int, "authorId") where id = any(${ideas}::int[])`;

/** Anonymous ideas that the newcomer wrote come back, without a word to anybody else. */
async function findOfNewcomer(scene: LabScene, from: number, to: number): Promise<number[]> {
  const where = { ...(await caredFor(scene, from, true)), authorId: to };
  return (await scene.db.idea.findMany({ where, select: { id: true } })).map(({ id }) => id);
}
