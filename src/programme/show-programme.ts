import { z } from "zod";
import { Prisma } from "../db.ts";
import { cut } from "../language/cut.ts";
import { aside, type Said, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { measureLabs } from "./measure-labs.ts";
import { type Filter, filters } from "./programme.ts";

export const ShowProgramme = z.object({ text: z.literal("") });
export const FindLabs = z.object({ text: z.string().trim().min(1) });
export const TurnProgramme = z.object({
  filter: z.enum(filters),
  page: z.coerce.number().int().min(0).max(1_000_000),
});

const PAGE = 8;
const SHOWN = 60;

const WHICH: Record<Filter, Prisma.Sql> = {
  all: Prisma.sql`true`,
  outside: Prisma.sql`"admittedAt" is null`,
  inside: Prisma.sql`"admittedAt" is not null`,
};

/** `/program`: every lab, and where one waits, is silent or is not decided on. */
export const showProgramme: UseCase<typeof ShowProgramme> = async (scene) => {
  const { key, args } = await pageOf(scene, "all", 0);
  return [aside(key, args as never)];
};

/** Another page, or other labs, in the same message. */
export const turnProgramme: UseCase<typeof TurnProgramme> = async (scene, { filter, page }) => {
  const { key, args } = await pageOf(scene, filter, page);
  return [turn(key, args as never)];
};

/** `/program paser`: the labs of that name or code. */
export const findLabs: UseCase<typeof FindLabs> = async ({ db, now }, { text }) => {
  const words = cut(text, SHOWN);
  const named = Prisma.sql`(position(lower(${text}) in lower(name)) > 0
    or id in (select "labId" from "LabCode" where code = upper(${text})))`;
  const [count] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from "Lab" where ${named}`;
  const total = count?.total ?? 0;
  if (total === 0) return [aside("program.notFound", { words })];
  const items = await measureLabs(db, { where: named, take: PAGE, now });
  return [aside("program.found", { words, total, items })];
};

async function pageOf({ db, now }: Scene, filter: Filter, asked: number) {
  const [count] = await db.$queryRaw<{ total: number; joined: number }[]>`
    select count(*) filter (where ${WHICH[filter]})::int as total, count("admittedAt")::int as joined from "Lab"`;
  const { total = 0, joined = 0 } = count ?? {};
  if (total === 0) return { key: "program.noLabs", args: { filter } } satisfies Said;
  const pages = Math.ceil(total / PAGE);
  const page = Math.min(asked, pages - 1);
  const items = await measureLabs(db, { where: WHICH[filter], take: PAGE, skip: page * PAGE, now });
  return {
    key: "program.labs",
    args: { filter, page: page + 1, pages, total, joined, items },
  } satisfies Said;
}
