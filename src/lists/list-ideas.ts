import { z } from "zod";
import { Prisma } from "../db.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { aside, type Said, type Saying, say, turn } from "../sayings.ts";
import { searchIdeas } from "../search/search-ideas.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { everything, type Filter, filterIn, specOf } from "./filter.ts";
import { itemsOf } from "./item.ts";
import { readFilter, whereOf, wordsOf } from "./read-filter.ts";

const PAGE = 8;

export const ListIdeas = z.object({ text: z.string() });
/** A filter, as a button carries it. */
export const Spec = z.string().refine((spec) => filterIn(spec) !== undefined);
export const TurnList = z.object({
  filter: Spec,
  page: z.coerce.number().int().min(0).max(1_000_000),
});

/** The lab's ideas, newest first; those that somebody's words narrow down; else those that speak of the words. */
export const listIdeas: UseCase<typeof ListIdeas, LabScene> = async (scene, { text }) => {
  const filter = await readFilter(scene, text);
  const words = filter ? undefined : IdeaText.safeParse(text).data;
  if (words) return searchIdeas(scene, { text: words });
  return [await listed(scene, filter ?? everything)];
};

/** Another page of the list, or another filter, in the same message. */
export const turnList: UseCase<typeof TurnList, LabScene> = async (
  scene,
  { filter: spec, page: number },
): Promise<Saying[]> => {
  const filter = filterIn(spec) ?? everything;
  if (concernsOne(scene, filter)) return [await listed(scene, filter)];
  const { key, args } = await page(scene, filter, number);
  return [turn(key, args as never)];
};

/** What is one's own nobody else is shown. */
const concernsOne = ({ chat }: LabScene, { by }: Filter) => chat.kind !== "private" && by.includes("mine");

async function listed(scene: LabScene, filter: Filter): Promise<Saying> {
  const { key, args } = await page(scene, filter, 0);
  return (concernsOne(scene, filter) ? aside : say)(key, args as never);
}

/** What waits for an answer is shown oldest first. */
function orderOf({ order, by }: Filter): Prisma.Sql {
  if (order === "top")
    return Prisma.sql`(select count(*) from "Vote" v where v."ideaId" = i.id) desc, i.id desc`;
  return by.includes("unanswered")
    ? Prisma.sql`i."postedAt", i.id`
    : Prisma.sql`i."postedAt" desc, i.id desc`;
}

async function page(
  scene: LabScene,
  filter: Filter,
  asked: number,
): Promise<Said<"idea.list" | "idea.listEmpty">> {
  const { db, lab, bot } = scene;
  const where = await whereOf(scene, filter);
  const [{ total } = { total: 0 }] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from "Idea" i where ${where}`;
  const by = await wordsOf(scene, filter);
  const waits = filter.by.includes("unanswered");
  const head = { lab: lab.name, filter: specOf(filter), by };
  if (total === 0) {
    const why = by.length === 0 ? "none" : waits && by.length === 1 ? "unanswered" : "filtered";
    return { key: "idea.listEmpty", args: { ...head, why } };
  }
  const pages = Math.ceil(total / PAGE);
  const number = Math.min(asked, pages - 1);
  const found = await db.$queryRaw<{ id: number }[]>`
    select i.id from "Idea" i where ${where} order by ${orderOf(filter)} limit ${PAGE} offset ${number * PAGE}`;
  const ids = found.map(({ id }) => id);
  const items = await itemsOf(db, bot, ids);
  const order = filter.order === "new" && waits ? "old" : filter.order;
  return { key: "idea.list", args: { ...head, order, page: number + 1, pages, total, items } };
}
