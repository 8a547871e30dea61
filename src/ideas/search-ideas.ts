import { z } from "zod";
import { Prisma } from "../db.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { cut } from "../language/cut.ts";
import { mostSpelledAlike } from "../language/spelling.ts";
import { openForm } from "../people/open-form.ts";
import { RowId } from "../row-id.ts";
import { say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { IdeaText } from "./add-idea.ts";
import { counted, itemOf } from "./list-ideas.ts";
import { termsOf } from "./terms.ts";

export const SearchIdeas = z.object({ text: IdeaText });
export const AskSearch = z.object({ text: z.string() });
export const TurnFound = z.object({ search: RowId, page: z.coerce.number().int().min(0).max(1_000_000) });

const PAGE = 8;
/** What is shown of the words that were asked for. */
const SHOWN = 80;
/** Where no word is known, so many of the newest ideas are compared by their letters. */
const NEWEST = 500;

/** `/cari WORDS`: the lab's ideas that speak of them. The words are kept, so that the pages can be turned. */
export const searchIdeas: UseCase<typeof SearchIdeas, LabScene> = async (scene, { text }) => {
  const { db, person, chat, now } = scene;
  const kept = { personId: person.id, chatId: chat.id, kind: "search", createdAt: now, doneAt: now };
  const { id } = await db.draft.create({ data: { ...kept, state: { text, lab: scene.lab.id } } });
  const { key, args } = await pageOf(scene, { search: id, text, asked: 0 });
  return [say(key, args as never)];
};

/** Bare `/cari` asks for the words. */
export const askSearch: UseCase<typeof AskSearch, LabScene> = async (scene) => [
  say("search.ask", { lab: scene.lab.name }, { about: await openForm(scene, "search") }),
];

/** Another page of what was found, in the same message. */
export const turnFound: UseCase<typeof TurnFound, LabScene> = async (scene, { search: id, page }) => {
  const search = await scene.db.draft.findFirst({ where: { id, kind: "search", chatId: scene.chat.id } });
  const { text, lab } = (search?.state ?? {}) as { text?: string; lab?: number };
  if (text === undefined || lab !== scene.lab.id) return [toast("person.oldButton", {})];
  const { key, args } = await pageOf(scene, { search: id, text, asked: page });
  return [turn(key, args as never)];
};

type Search = { search: number; text: string; asked: number };

async function pageOf(scene: LabScene, { search, text, asked }: Search) {
  const { db, lab, bot } = scene;
  const words = cut(text, SHOWN);
  const found = await find(scene, text);
  const experiences = asked === 0 ? await findExperiences(db, lab, text) : [];
  if (found.length === 0 && experiences.length > 0)
    return { key: "search.onlyExperiences", args: { lab: lab.name, words, experiences } } as const;
  if (found.length === 0) return { key: "search.nothing", args: { lab: lab.name, words } } as const;
  const pages = Math.ceil(found.length / PAGE);
  const page = Math.min(asked, pages - 1);
  const ids = found.slice(page * PAGE, (page + 1) * PAGE);
  const ideas = await db.idea.findMany({ where: { id: { in: ids } }, include: counted });
  const items = ids
    .flatMap((id) => ideas.filter((idea) => idea.id === id))
    .map((one) => itemOf(lab, bot, one));
  const args = {
    search,
    lab: lab.name,
    words,
    page: page + 1,
    pages,
    total: found.length,
    items,
    experiences,
  };
  return { key: "search.found", args } as const;
}

/** So many are found at the most; who needs more needs other words. */
const MOST = 400;

/** Ids, best first: by its code, else by all of the words, else by most of them, else by how they are spelled. */
async function find({ db, lab }: LabScene, text: string): Promise<number[]> {
  const byCode = await findByCode({ db, lab }, text);
  if (byCode.length > 0) return byCode;
  const terms = termsOf(lab.id, text);
  const some = await db.$queryRaw<{ id: number }[]>`
    select id from "Idea" where ${terms.length > 0 ? Prisma.sql`terms @> ${terms}` : Prisma.sql`false`}
      and state = 'posted' order by "postedAt" desc, id desc limit ${MOST}`;
  if (some.length > 0) return ids(some);
  const any = await db.$queryRaw<{ id: number }[]>`
    select id from "Idea" where terms && ${terms} and state = 'posted'
    order by cardinality(array(select unnest(terms) intersect select unnest(${terms}::text[]))) desc, id desc limit ${MOST}`;
  return any.length > 0 ? ids(any) : findSpelledAlike({ db, lab }, text);
}

/** "TNB-12", or its number alone; a code of another lab, or "covid-19", is words. */
async function findByCode({ db, lab }: Pick<LabScene, "db" | "lab">, text: string): Promise<number[]> {
  const [, code, number] = /^\s*(?:([a-z]{2,5})-)?(\d{1,9})\s*$/i.exec(text) ?? [];
  if (!number) return [];
  const own = { code: code?.toUpperCase() ?? lab.code, labId: lab.id };
  if ((await db.labCode.count({ where: own })) === 0) return [];
  return ids(await db.idea.findMany({ where: { labId: lab.id, state: "posted", number: Number(number) } }));
}

const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);

async function findSpelledAlike({ db, lab }: Pick<LabScene, "db" | "lab">, text: string) {
  const others = await db.idea.findMany({
    where: { labId: lab.id, state: "posted" },
    orderBy: { postedAt: "desc" },
    take: NEWEST,
    select: { id: true, text: true },
  });
  return mostSpelledAlike(text, others);
}
