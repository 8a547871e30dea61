import type { Db, Prisma } from "../db.ts";
import { standingDecisions, standingFeedback } from "../digests/counted.ts";
import { SILENT, type Standing } from "./programme.ts";

const DAY = 86_400_000;

type Row = Omit<Standing, "silent" | "inside"> & {
  shared: number;
  admittedAt: Date | null;
  createdAt: Date;
  lastAt: Date | null;
};

type Wanted = { where: Prisma.Sql; take: number; skip?: number; now: Date };

/** How labs stand, by name. Only those of the page are counted, so that it takes the same time in a large programme. */
export async function measureLabs(db: Db, { where, take, skip = 0, now }: Wanted) {
  const labs = await db.$queryRaw<Row[]>`
    with page as (select * from "Lab" where ${where} order by lower(name), id limit ${take} offset ${skip})
    select p.id, p.name, p.code, p."admittedAt", p."createdAt", i.ideas, i.waiting, i.undecided, i.shared,
      greatest(i."lastAt", l."lastAt") as "lastAt"
    from page p cross join lateral (
      select count(*) filter (where state = 'posted')::int as ideas,
        count(*) filter (where state = 'posted'
          and not exists (select from ${standingFeedback} f where f."ideaId" = i.id))::int as waiting,
        count(*) filter (where state = 'posted' and "postedAt" < p."periodFrom"
          and not exists (select from ${standingDecisions} d where d."ideaId" = i.id))::int as undecided,
        count(*) filter (where state = 'posted' and "sharedAt" is not null and not anonymous)::int as shared,
        max("createdAt") as "lastAt"
      from "Idea" i where i."labId" = p.id
    ) i cross join lateral (
      select max(said."lastAt") as "lastAt" from "Chat" c cross join lateral (
        select max("saidAt") as "lastAt" from "Line" where "chatId" = c.id
      ) said where c."labId" = p.id
    ) l order by lower(p.name), p.id`;
  return labs.map((lab) => ({ ...standingOf(lab, now), shared: lab.shared }));
}

function standingOf({ admittedAt, createdAt, lastAt, shared: _, ...lab }: Row, now: Date): Standing {
  const days = Math.floor((now.getTime() - (lastAt ?? createdAt).getTime()) / DAY);
  return { ...lab, silent: days >= SILENT ? [{ days }] : [], inside: admittedAt ? [{}] : [] };
}
