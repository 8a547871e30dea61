import { z } from "zod";
import { type Owned, writtenBy } from "../authors/own-idea.ts";
import { findSecrets, outside } from "../challenges/find-secrets.ts";
import type { Handover, Idea, Person } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { dueOf } from "../plans/plan.ts";
import { RowId } from "../row-id.ts";
import { type Saying, tell, toast } from "../sayings.ts";
import { countUnanswered } from "../stages/weigh-idea.ts";
import type { LabScene, Scene, UseCase } from "../use-case.ts";
import type { Inherited } from "./handover.ts";

export const BriefNewcomer = z.object({ handover: RowId });

/** So many ideas are told about at once. */
const MOST = 15;

/** `Kirim ringkasan lagi`: to a newcomer who could not be written to before. */
export const briefNewcomer: UseCase<typeof BriefNewcomer, LabScene> = async (scene, { handover: id }) => {
  const { db, lab } = scene;
  const found = await db.handover.findFirst({
    where: { id, labId: lab.id, undoneAt: null },
    include: { from: true, to: true },
  });
  if (!found) return [toast("person.oldButton", {})];
  if (found.to.private !== "open") return [toast("handover.unreachable", { name: found.to.name }, true)];
  return [await brief({ ...scene, lab }, found), toast("handover.briefSent", {})];
};

/** To somebody who begins to talk to the bot: what went over meanwhile. */
export async function missedBriefs({
  db,
  person,
  now,
}: Pick<Scene, "db" | "person" | "now">): Promise<Saying[]> {
  const missed = await db.handover.findMany({
    where: { toId: person.id, undoneAt: null, briefedAt: null },
    ...{ include: { from: true, lab: true }, orderBy: { id: "asc" } },
  });
  const sayings: Saying[] = [];
  for (const one of missed) sayings.push(await brief({ db, now, lab: one.lab }, one));
  return sayings;
}

async function brief(
  { db, lab, now }: Pick<LabScene, "db" | "lab" | "now">,
  { id, from, toId: personId, roles, ideas, promises }: Handover & { from: Person },
): Promise<Saying> {
  await db.handover.update({ where: { id }, data: { briefedAt: now } });
  const args = await briefOf({ db, lab }, { leaver: from.name, roles, ideas, promises });
  return tell({ personId }, "handover.brief", args);
}

type Inheritance = { leaver: string; roles: readonly string[]; ideas: number[]; promises: number[] };

/** What a newcomer should know: roles, how many promises are still to be kept, and of each idea the stage, what is due next, and what waits for an answer. */
export async function briefOf(
  scene: Pick<LabScene, "db" | "lab">,
  { leaver, roles, ideas, promises }: Inheritance,
) {
  const { db, lab } = scene;
  const found = await db.idea.findMany({
    where: { id: { in: ideas }, state: "posted", ...outside(await findSecrets(db, lab.id)) },
    ...{ orderBy: { number: "asc" }, include },
  });
  const items: Inherited[] = [];
  for (const idea of found.slice(0, MOST)) items.push(await inheritedOf(scene, idea));
  const more = found.length > MOST ? [{ count: found.length - MOST }] : [];
  return {
    ...{ lab: lab.name, leaver, roles: roles.map((role) => ({ role })) },
    promises: promises.length > 0 ? [{ count: promises.length }] : [],
    ideas: items.length > 0 ? [{ items, more }] : [],
  };
}

const include = {
  ...writtenBy,
  plan: { where: { doneAt: null }, orderBy: { dueOn: "asc" }, take: 1 },
  commitments: {
    where: { keptAt: null, cancelledAt: null },
    include: { person: true },
    orderBy: { dueOn: "asc" },
  },
} as const;

type Found = Idea &
  Pick<Owned, "coauthors" | "joined"> & {
    plan: { what: string; dueOn: Date }[];
    commitments: { dueOn: Date; person: { name: string } }[];
  };

async function inheritedOf({ db, lab }: Pick<LabScene, "db" | "lab">, idea: Found): Promise<Inherited> {
  const unanswered = await countUnanswered(db, idea);
  return {
    ...{ code: codeOf(lab, idea), title: titleOf(idea.text).title, stage: idea.stage },
    step: idea.plan.map((step) => ({ what: step.what, due: dueOf(step, lab.zone) })),
    unanswered: unanswered > 0 ? [{ count: unanswered }] : [],
    promises: idea.commitments.map((one) => ({ who: one.person.name, due: dueOf(one, lab.zone) })),
  };
}
