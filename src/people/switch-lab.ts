import { z } from "zod";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";
import { welcomePerson } from "./welcome-person.ts";

export const SwitchLab = z.object({ lab: RowId });

/** A person of several labs chooses the one that the private chat is about. */
export const switchLab: UseCase<typeof SwitchLab> = async (scene, { lab: labId }) => {
  const { db, person } = scene;
  const where = { personId_labId: { personId: person.id, labId } };
  if (!(await db.membership.findUnique({ where }))) return [toast("person.oldButton", {})];
  const changed = await db.person.update({ where: { id: person.id }, data: { currentLabId: labId } });
  return welcomePerson({ ...scene, person: changed }, { text: "" });
};
