import { z } from "zod";
import { checkGroup } from "../labs/check-group.ts";
import { say } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";
import { type Role, roleParts } from "./person.ts";
import { tellMissed } from "./tell-missed.ts";

export const WelcomePerson = z.object({ text: z.literal("") });

/** Bare `/start`: in private a welcome by role, in a group the self-check. */
export const welcomePerson: UseCase<typeof WelcomePerson> = async (scene) => {
  const { db, person, chat } = scene;
  if (chat.kind !== "private") return checkGroup(scene);
  const all = await db.membership.findMany({
    where: { personId: person.id },
    include: { lab: true },
    orderBy: { labId: "asc" },
  });
  const here = all.find(({ labId }) => labId === person.currentLabId) ?? all[0];
  const { name } = person;
  if (!here) return [say("person.welcomeNewcomer", { name })];

  if (here.labId !== person.currentLabId) {
    await db.person.update({ where: { id: person.id }, data: { currentLabId: here.labId } });
  }
  const others = all.filter((one) => one !== here).map(({ lab }) => ({ id: lab.id, name: lab.name }));
  const { lab, roles } = here;
  const roleArgs = roleParts(roles as Role[]);
  const welcome = say("person.welcome", { name, lab: lab.name, code: lab.code, ...roleArgs, others });
  return [welcome, ...(await tellMissed(scene))];
};
