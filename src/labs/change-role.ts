import { z } from "zod";
import type { Person } from "../generated/prisma/client.ts";
import { giveRole } from "../people/give-role.ts";
import { meetPerson } from "../people/meet-person.ts";
import { nameOf, type Role, roles, roleWords } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { type Saying, say, tell } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { beginRole } from "./begin-role.ts";

/** A role's name, typed as a reply to the message of the person who gets it or loses it. */
export const ChangeRole = z.object({
  text: z
    .string()
    .transform((text) => roleWords[text.toLowerCase()])
    .pipe(z.enum(["mentor", "leader", "facilitator", "member"])),
  reply: z.object({ writer: z.object({ telegramId: z.number(), name: z.string() }) }),
});

/** `/tim mentor` as a reply: gives the role, or takes it from who has it; `anggota` takes all. */
export const changeRole: UseCase<typeof ChangeRole, LabScene> = async (scene, { text: role, reply }) => {
  const { db, lab, now } = scene;
  const person = await meetPerson(scene, reply.writer);
  const { currentLabId } = person;
  if (role !== "member" && (await giveRole(db, { person, lab, role, now }))) {
    if (currentLabId) await db.person.update({ where: { id: person.id }, data: { currentLabId } });
    return given(scene, person, role);
  }
  return taken(scene, person, role === "member" ? roles : [role]);
};

async function given({ db, lab, now }: LabScene, person: Person, role: Role): Promise<Saying[]> {
  const first = await beginRole(db, { lab, person, role, now });
  const to = { personId: person.id };
  const args = { role, lab: lab.name };
  return [say("lab.roleGiven", { ...nameOf(person), ...args }), tell(to, "person.roleGiven", args), ...first];
}

async function taken({ db, lab }: LabScene, person: Person, from: readonly Role[]): Promise<Saying[]> {
  const gone = await takeRole(db, { personId: person.id, labId: lab.id, roles: from });
  if (gone === "last") return [say("lab.lastFacilitator", {})];
  if (gone.length === 0) return [say("lab.noRole", { name: person.name })];
  return gone.flatMap((role) => [
    say("lab.roleTaken", { ...nameOf(person), role, lab: lab.name }),
    tell({ personId: person.id }, "person.roleLost", { role, lab: lab.name }),
  ]);
}
