import { z } from "zod";
import { writtenBy } from "../authors/own-idea.ts";
import { tellOwners } from "../authors/tell-owners.ts";
import { firstReminder } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { answersFor, GRACE } from "./commitment.ts";
import { inSight, promisedOf } from "./find-commitments.ts";
import { commitmentsOf } from "./list-commitments.ts";

export const KeepCommitment = z.object({
  commitment: RowId,
  kept: z.enum(["yes", "no"]),
  /** The page of the list that it was pressed in; none where it was pressed under the promise itself. */
  page: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export const CancelCommitment = z.object({ commitment: RowId, cancelled: z.enum(["yes", "no"]) });

/** `Terpenuhi`, and back: by its leader, whoever took that role over, or a facilitator. */
export const keepCommitment: UseCase<typeof KeepCommitment, LabScene> = async (scene, input) => {
  const { db, lab, person, roles, now } = scene;
  const found = await find(scene, input.commitment);
  if (!found || found.cancelledAt) return [toast("commitment.missing", {}, true)];
  if (!answersFor(person, found) && !roles.includes("facilitator"))
    return [toast("commitment.notYours", {}, true)];

  const keptAt = input.kept === "yes" ? (found.keptAt ?? now) : null;
  const kept = { ...found, keptAt };
  await db.commitment.update({
    where: { id: found.id },
    data: { keptAt, remindAt: keptAt ? null : next(scene, found) },
  });
  const args = promisedOf(kept, lab, now);
  const news = keptAt && !found.keptAt ? toldOwners(scene, kept, "commitment.keptTold") : [];
  const back = keptAt ? [] : [{ do: "cancel", cancelKey: keptKey(found) } as const];
  const { key, args: list } = await commitmentsOf(scene, input.page ?? 0);
  const seen = input.page === undefined ? turn("commitment.one", args) : turn(key, list as never);
  return [seen, ...back, ...(found.ideaId ? [show(found.ideaId)] : []), ...news];
};

/** `Tarik`, and back: only its leader, or whoever took that role over; a promise that is kept stays. */
export const cancelCommitment: UseCase<typeof CancelCommitment, LabScene> = async (scene, input) => {
  const { db, lab, person, now } = scene;
  const found = await find(scene, input.commitment);
  if (!found || found.keptAt) return [toast("commitment.missing", {}, true)];
  if (!answersFor(person, found)) return [toast("commitment.notYours", {}, true)];
  const cancelledAt = input.cancelled === "yes" ? now : null;
  const remindAt = cancelledAt ? null : next(scene, found);
  await db.commitment.update({ where: { id: found.id }, data: { cancelledAt, remindAt } });

  const changed = { ...found, cancelledAt };
  const unsaid = { cancelKey: `commitment:${found.id}`, state: "queued" };
  const wasTold = (await db.outbox.count({ where: unsaid })) === 0;
  const key = cancelledAt ? "commitment.withdrawnTold" : "commitment.told";
  const news = wasTold || !cancelledAt ? toldOwners(scene, changed, key) : [];
  return [
    turn("commitment.one", promisedOf(changed, lab, now)),
    ...(cancelledAt ? [{ do: "cancel", cancelKey: `commitment:${found.id}` } as const] : []),
    ...(found.ideaId ? [show(found.ideaId)] : []),
    ...news,
  ];
};

/** The reminder that is still to come, if any: none is given twice. */
function next({ lab, now }: LabScene, found: Found): Date | null {
  const first = firstReminder(found, lab.zone, now);
  return first > now ? first : null;
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

const find = ({ db, lab }: LabScene, id: number) =>
  db.commitment.findFirst({
    where: { ...inSight(lab.id), id },
    include: { person: true, idea: { include: { ...writtenBy } } },
  });

const keptKey = ({ id }: { id: number }) => `kept:${id}`;

/** News of a promise, after the time in which it can be taken back. */
function toldOwners(
  { lab, person, now }: LabScene,
  found: Found,
  key: "commitment.keptTold" | "commitment.withdrawnTold" | "commitment.told",
): Saying[] {
  const args = promisedOf(found, lab, now);
  const cancelKey = key === "commitment.keptTold" ? keptKey(found) : `commitment:${found.id}`;
  const how = { except: person.id, after: GRACE, cancelKey };
  return found.idea ? tellOwners(found.idea, { key, args }, how) : [];
}
