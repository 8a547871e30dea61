import { z } from "zod";
import { findSecrets } from "../challenges/find-secrets.ts";
import { UNDO } from "../decisions/decision.ts";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { counted, itemOf } from "./item.ts";
import { ownedBy } from "./own-idea.ts";

export const ListMyIdeas = z.object({ text: z.string() });

const MOST = 20;

/** What happened to mine: the status of each of a person's ideas, to that person only. */
export const listMyIdeas: UseCase<typeof ListMyIdeas, LabScene> = async ({ db, lab, person, bot, now }) => {
  const decided = { undoneAt: null, decidedAt: { lte: new Date(now.getTime() - UNDO) } };
  const ideas = await db.idea.findMany({
    where: { labId: lab.id, ...ownedBy(person.id) },
    include: { ...counted, decisions: { where: decided, include: { person: true } } },
    orderBy: { id: "desc" },
    take: MOST,
  });
  if (ideas.length === 0) return [aside("idea.mineEmpty", { lab: lab.name })];

  const secrets = await findSecrets(db, lab.id);
  const items = ideas.map((idea) => ({
    ...itemOf(lab, bot, idea),
    state: secrets.includes(idea.challengeId ?? 0) && idea.state === "posted" ? "secret" : idea.state,
    decisions: idea.decisions.map(({ person: who, kind }) => ({ who: who.name, kind })),
  }));
  return [aside("idea.mine", { lab: lab.name, items })];
};
