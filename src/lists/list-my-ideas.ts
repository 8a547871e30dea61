import { z } from "zod";
import { findOwn } from "../authors/own-idea.ts";
import { findSecrets } from "../challenges/find-secrets.ts";
import { seen } from "../decisions/decision.ts";
import type { Person } from "../generated/prisma/client.ts";
import { aside, type Said, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { itemsOf } from "./item.ts";

export const ListMyIdeas = z.object({ text: z.string() });
export const TurnMyIdeas = z.object({ page: z.coerce.number().int().min(0).max(1_000_000) });

const PAGE = 8;

/** What happened to mine: the status of each of a person's ideas, to that person only. */
export const listMyIdeas: UseCase<typeof ListMyIdeas, LabScene> = async (scene) => {
  const { key, args } = await pageOf(scene, 0);
  return [aside(key, args as never)];
};

/** Another page of them, in the same message. */
export const turnMyIdeas: UseCase<typeof TurnMyIdeas, LabScene> = async (scene, { page }) => {
  const { key, args } = await pageOf(scene, page);
  return [turn(key, args as never)];
};

async function pageOf(
  { db, lab, person, bot }: LabScene,
  asked: number,
): Promise<Said<"idea.mine" | "idea.mineEmpty">> {
  const where = { labId: lab.id, id: { in: await findOwn(db, person.id) } };
  const total = await db.idea.count({ where });
  if (total === 0) return { key: "idea.mineEmpty", args: { lab: lab.name } };

  const pages = Math.ceil(total / PAGE);
  const page = Math.min(asked, pages - 1);
  const ideas = await db.idea.findMany({
    where,
    include: {
      decisions: { where: seen, include: { person: true } },
      removals: { where: { undoneAt: null, kind: "declined" } },
    },
    orderBy: { id: "desc" },
    ...{ skip: page * PAGE, take: PAGE },
  });
  const secrets = await findSecrets(db, lab.id);
  const told = new Map(ideas.map((idea) => [idea.id, statusOf(idea, secrets)]));
  const items = (await itemsOf(db, bot, [...told.keys()])).flatMap((item) => {
    const status = told.get(item.id);
    return status ? [{ ...item, ...status }] : [];
  });
  return { key: "idea.mine", args: { lab: lab.name, page: page + 1, pages, total, items } };
}

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
