import { z } from "zod";
import { findSecrets, outside } from "../challenges/find-secrets.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { type Saying, say, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { codeOf, type IdeaItem, titleOf } from "./idea.ts";

const PAGE = 8;
const filters = ["new", "top", "unanswered"] as const;
type Filter = (typeof filters)[number];

export const ListIdeas = z.object({ text: z.string() });
export const TurnList = z.object({
  filter: z.enum(filters),
  page: z.coerce.number().int().min(0).max(1_000_000),
});

/** The lab's ideas, newest first. */
export const listIdeas: UseCase<typeof ListIdeas, LabScene> = async (scene) => {
  const { key, args } = await page(scene, "new", 0);
  return [say(key, args as never)];
};

/** Another page of the list, or another filter, in the same message. */
export const turnList: UseCase<typeof TurnList, LabScene> = async (
  scene,
  { filter, page: number },
): Promise<Saying[]> => {
  const { key, args } = await page(scene, filter, number);
  return [turn(key, args as never)];
};

const ORDER: Record<Filter, Prisma.IdeaOrderByWithRelationInput[]> = {
  new: [{ postedAt: "desc" }, { id: "desc" }],
  top: [{ votes: { _count: "desc" } }, { id: "desc" }],
  unanswered: [{ postedAt: "asc" }, { id: "asc" }],
};

async function page(scene: LabScene, filter: Filter, asked: number) {
  const { db, lab, bot } = scene;
  const none = filter === "unanswered" ? { feedback: { none: { withdrawnAt: null } } } : {};
  const where = { labId: lab.id, state: "posted", ...none, ...outside(await findSecrets(db, lab.id)) };
  const total = await db.idea.count({ where });
  if (total === 0) return { key: "idea.listEmpty", args: { lab: lab.name, filter } } as const;

  const pages = Math.ceil(total / PAGE);
  const number = Math.min(asked, pages - 1);
  const ideas = await db.idea.findMany({
    where,
    orderBy: ORDER[filter],
    skip: number * PAGE,
    take: PAGE,
    include: counted,
  });
  const items = ideas.map((idea) => itemOf(lab, bot, idea));
  return {
    key: "idea.list",
    args: { lab: lab.name, filter, page: number + 1, pages, total, items },
  } as const;
}

export const counted = {
  _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } },
} as const;

type Counted = { number: number; text: string; _count: { votes: number; feedback: number } };

/** An idea in one line of a list, with a link that opens it. */
export const itemOf = (lab: { code: string }, bot: { username: string }, idea: Counted): IdeaItem => ({
  code: codeOf(lab, idea),
  title: titleOf(idea.text).title,
  votes: idea._count.votes,
  feedback: idea._count.feedback,
  link: `https://t.me/${bot.username}?start=i_${codeOf(lab, idea)}`,
});
