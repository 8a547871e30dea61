import { z } from "zod";
import { todayIn } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { aside, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { answersFor, dateOf } from "./commitment.ts";
import { inSight, promisedOf } from "./find-commitments.ts";
import type { StartCommitment } from "./make-commitment.ts";

const PAGE = 6;

export const ListCommitments = z.object({ text: z.literal("") });
export const TurnCommitments = z.object({ lab: RowId, page: z.coerce.number().int().min(0).max(1_000_000) });

/** Bare `/komitmen`: the lab's promises, kept, open and late; to whoever asked. */
export const listCommitments: UseCase<typeof ListCommitments, LabScene> = async (scene) => {
  const { key, args } = await commitmentsOf(scene, 0);
  return [aside(key, args as never)];
};

/** The same for a facilitator who answered a card, or gave a code. */
export const listInstead: UseCase<typeof StartCommitment, LabScene> = (scene) =>
  listCommitments(scene, { text: "" });

export const turnCommitments: UseCase<typeof TurnCommitments, LabScene> = async (
  scene,
  { lab: id, page },
) => {
  if (id !== scene.lab.id) return [toast("lab.otherLab", { lab: scene.lab.name }, true)];
  const { key, args } = await commitmentsOf(scene, page);
  return [turn(key, args as never)];
};

/** One page of them, the newest day first. */
export async function commitmentsOf({ db, lab, person, roles, now }: LabScene, asked: number) {
  const where = { ...inSight(lab.id), cancelledAt: null };
  const leads = roles.includes("leader");
  const total = await db.commitment.count({ where });
  if (total === 0) return { key: "commitment.none", args: { lab: lab.name, leads } } as const;
  const kept = await db.commitment.count({ where: { ...where, keptAt: { not: null } } });
  const today = dateOf(todayIn(lab.zone, now));
  const late = await db.commitment.count({ where: { ...where, keptAt: null, dueOn: { lt: today } } });
  const pages = Math.ceil(total / PAGE);
  const page = Math.min(asked, pages - 1);
  const found = await db.commitment.findMany({
    ...{ where, skip: page * PAGE, take: PAGE, include: { person: true, idea: true } },
    orderBy: [{ dueOn: "desc" }, { id: "desc" }],
  });
  const items = found.map((one, n) => ({
    ...promisedOf(one, lab, now),
    ...{ n: page * PAGE + n + 1, mine: answersFor(person, one) || roles.includes("facilitator") },
  }));
  const counts = { kept, late, open: total - kept - late };
  const args = { id: lab.id, lab: lab.name, page: page + 1, pages, ...counts, items, leads };
  return { key: "commitment.list", args } as const;
}
