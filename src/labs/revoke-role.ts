import { z } from "zod";
import { roles } from "../people/person.ts";
import { takeRole } from "../people/take-role.ts";
import { RowId } from "../row-id.ts";
import { tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { teamOf } from "./list-team.ts";

export const RevokeRole = z.object({
  person: RowId,
  role: z.enum(roles),
  lab: RowId,
});

/** A button under the team: takes one role from one person, who is told. */
export const revokeRole: UseCase<typeof RevokeRole, LabScene> = async (
  { db, lab },
  { person: personId, role, lab: about },
) => {
  if (about !== lab.id) return [toast("lab.otherLab", { lab: lab.name }, true)];
  const gone = await takeRole(db, { personId, labId: lab.id, roles: [role] });
  if (gone === "last") return [toast("lab.lastFacilitator", {}, true)];
  const told = gone.map((one) => tell({ personId }, "person.roleLost", { role: one, lab: lab.name }));
  return [turn("lab.team", await teamOf(db, lab)), ...told];
};
