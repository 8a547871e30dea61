import { z } from "zod";
import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { roles } from "../people/person.ts";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const ListTeam = z.object({ text: z.literal("") });

/** Bare `/tim`: who has which role, with a button to take each. */
export const listTeam: UseCase<typeof ListTeam, LabScene> = async ({ db, lab, person }) => {
  await db.person.update({ where: { id: person.id }, data: { currentLabId: lab.id } });
  return [aside("lab.team", await teamOf(db, lab))];
};

/** The holders of each role, and how many members have none. */
export async function teamOf(db: Db, lab: Pick<Lab, "id" | "name">) {
  const members = await db.membership.findMany({
    where: { labId: lab.id },
    include: { person: true },
    orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
  });
  const holders = [...roles]
    .reverse()
    .flatMap((role) =>
      members
        .filter((member) => member.roles.includes(role))
        .map(({ person }) => ({ lab: lab.id, personId: person.id, name: person.name, role })),
    );
  return { lab: lab.name, holders, members: members.filter((member) => member.roles.length === 0).length };
}
