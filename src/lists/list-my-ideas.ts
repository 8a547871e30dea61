import { z } from "zod";
import { findOwn } from "../authors/own-idea.ts";
import { findSecrets } from "../challenges/find-secrets.ts";
import { UNDO } from "../decisions/decision.ts";
import type { Person } from "../generated/prisma/client.ts";
import { aside } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { itemsOf } from "./item.ts";

export const ListMyIdeas = z.object({ text: z.string() });

const MOST = 20;

/** What happened to mine: the status of each of a person's ideas, to that person only. */
export const listMyIdeas: UseCase<typeof ListMyIdeas, LabScene> = async ({ db, lab, person, bot, now }) => {
  const decided = { undoneAt: null, decidedAt: { lte: new Date(now.getTime() - UNDO) } };
  const ideas = await db.idea.findMany({
    where: { labId: lab.id, id: { in: await findOwn(db, person.id) } },
    include: {
      decisions: { where: decided, include: { person: true } },
      removals: { where: { undoneAt: null, kind: "declined" } },
    },
    orderBy: { id: "desc" },
    take: MOST,
  });
  if (ideas.length === 0) return [aside("idea.mineEmpty", { lab: lab.name })];

  const secrets = await findSecrets(db, lab.id);
  const told = new Map(ideas.map((idea) => [idea.id, statusOf(idea, secrets)]));
  const items = (await itemsOf(db, bot, [...told.keys()])).flatMap((item) => {
    const status = told.get(item.id);
    return status ? [{ ...item, ...status }] : [];
  });
  return [aside("idea.mine", { lab: lab.name, items })];
};

type Followed = {
  challengeId: number | null;
  state: string;
  decisions: { person: Person; kind: string }[];
  removals: unknown[];
};

function stateOf({ challengeId, state, removals }: Followed, secrets: number[]): string {
  if (state === "withdrawn" && removals.length > 0) return "declined";
  return secrets.includes(challengeId ?? 0) && state === "posted" ? "secret" : state;
}

const statusOf = (idea: Followed, secrets: number[]) => ({
  state: stateOf(idea, secrets),
  decisions: idea.decisions.map(({ person: who, kind }) => ({ who: who.name, kind })),
});
