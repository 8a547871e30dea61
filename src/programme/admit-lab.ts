import { z } from "zod";
import type { Lab } from "../generated/prisma/client.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { RowId } from "../row-id.ts";
import { type Saying, tell, toast, turn } from "../sayings.ts";
import { NO_EDITION } from "../search/terms.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { labOf } from "./show-lab.ts";

export const AdmitLab = z.object({ lab: RowId, answer: z.enum(["yes", "no"]) });

/** A wrong press can be taken back for so long before the lab hears of it, in milliseconds. */
const UNDO = 60_000;

/** `Terima ke pertukaran` and `Keluarkan`: each undoes the other. The lab's facilitators are told. */
export const admitLab: UseCase<typeof AdmitLab> = async (scene, { lab: id, answer }) => {
  const { db, now } = scene;
  const admits = answer === "yes";
  const before = admits ? null : { not: null };
  const changed = await db.lab.updateMany({
    where: { id, admittedAt: before },
    data: { admittedAt: admits ? now : null },
  });
  const args = await labOf(scene, id);
  if (!args) return [toast("program.missing", {}, true)];
  if (changed.count === 0) return [toast("program.already", { lab: args.name, answer })];
  const lab = await db.lab.findUniqueOrThrow({ where: { id } });
  // The index learns who may find its ideas; until then, the search sorts them out.
  const shared = { labId: id, sharedAt: { not: null } };
  await db.idea.updateMany({ where: shared, data: { termsEdition: NO_EDITION } });
  return [turn("program.lab", args), ...(await told(scene, lab, admits))];
};

/** What was not heard yet is taken back; otherwise it is news. */
async function told({ db }: Scene, { id, name, zone }: Lab, admits: boolean): Promise<Saying[]> {
  const cancelKey = `exchange:${id}`;
  if ((await db.outbox.count({ where: { cancelKey, state: "queued" } })) > 0)
    return [{ do: "cancel", cancelKey }];
  const key = admits ? "program.admitted" : "program.dismissed";
  const facilitators = await findFacilitators(db, id);
  return facilitators.map(({ personId }) =>
    tell({ personId }, key, { lab: name }, { cancelKey, after: UNDO, zone }),
  );
}
