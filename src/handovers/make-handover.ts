import { z } from "zod";
import type { Person } from "../generated/prisma/client.ts";
import { beginRole } from "../labs/begin-role.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import type { Role } from "../people/person.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { askAuthors } from "./ask-authors.ts";
import { briefOf } from "./brief-newcomer.ts";
import { findMember } from "./find-members.ts";
import { parts } from "./handover.ts";
import { moveWork } from "./move-work.ts";

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

  const { went, named } = await moveWork(scene, leaver, newcomer.person, part);
  const reached = newcomer.person.private === "open";
  const nothing = went.roles.length + named === 0;
  const briefedAt = reached || nothing ? now : null;
  const { id } = await db.handover.create({
    data: { ...both, ...went, facilitatorId: person.id, at: now, briefedAt },
  });
  const ends = { leaver: leaver.person.name, newcomer: newcomer.person.name };
  const asked = part === "roles" ? [] : await askAuthors(scene, { ...both, id, newcomer: ends.newcomer });
  // The answer is the same whether or not anybody was asked: that would tell who has anonymous ideas.
  if (nothing) return [turn("handover.nothing", { leaver: ends.leaver }), ...asked];

  const roles = went.roles.map((role) => ({ role }));
  const args = { ...ends, roles, ideas: named > 0 ? [{ count: named }] : [] };
  const unreachable = reached ? [] : [{ name: ends.newcomer }];
  const others = (await findFacilitators(db, lab.id)).map((one) => one.personId);
  const told = others.filter((one) => ![person.id, from, to].includes(one));
  const brief = await briefOf(scene, { ...went, leaver: ends.leaver });
  return [
    turn("handover.done", { ...args, handover: id, unreachable }),
    ...went.ideas.map(show),
    tell({ personId: to }, "handover.brief", brief),
    ...(from === person.id ? [] : [tell({ personId: from }, "handover.left", { ...args, lab: lab.name })]),
    ...told.map((personId) => tell({ personId }, "handover.told", { ...args, who: person.name })),
    ...(await begin(scene, newcomer.person, went.given)),
    ...asked,
  ];
};

/** What waits for the newcomer in each of the new roles. */
async function begin({ db, lab, now }: LabScene, person: Person, given: Role[]): Promise<Saying[]> {
  const sayings: Saying[] = [];
  for (const role of given) sayings.push(...(await beginRole(db, { lab, person, role, now })));
  return sayings;
}
