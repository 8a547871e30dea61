import { z } from "zod";
import type { Person } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { beginRole } from "../labs/begin-role.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { giveRole } from "../people/give-role.ts";
import { roles as allRoles, type Role } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
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
  const moving = { where: caredFor(lab.id, from, false), orderBy: { number: "asc" } } as const;
  const ideas = part === "roles" ? [] : (await db.idea.findMany(moving)).map(({ id }) => id);
  await moveCare(scene, ideas, to);
  const row = {
    labId: lab.id,
    fromId: from,
    toId: to,
    facilitatorId: person.id,
    roles,
    given,
    ideas,
    at: now,
    briefedAt: newcomer.person.private === "open" ? now : null,
  };
  const { id } = await db.handover.create({ data: row });

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
    ...ideas.map(show),
    tell({ personId: to }, "handover.brief", await briefOf(scene, { leaver: went.leaver, roles, ideas })),
    ...(from === person.id ? [] : [tell({ personId: from }, "handover.left", { ...went, lab: lab.name })]),
    ...told.map((personId) => tell({ personId }, "handover.told", { ...went, who: person.name })),
    ...(await begin(scene, newcomer.person, given)),
    ...(part === "roles" ? [] : await askAnonymous(scene, { id, from, newcomer: went.newcomer })),
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

/** The one who goes is asked for what nobody else knows to be theirs. */
async function askAnonymous(
  { db, lab }: LabScene,
  { id, from, newcomer }: { id: number; from: number; newcomer: string },
): Promise<Saying[]> {
  const ideas = await db.idea.findMany({ where: caredFor(lab.id, from, true), orderBy: { number: "asc" } });
  if (ideas.length === 0) return [];
  const items = ideas.map((idea) => ({ code: codeOf(lab, idea), title: titleOf(idea.text).title }));
  return [tell({ personId: from }, "handover.askAnonymous", { handover: id, newcomer, ideas: items })];
}
