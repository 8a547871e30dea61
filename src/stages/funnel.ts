import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { stages } from "./stage.ts";

/** How many ideas of a lab were in which stage at a time, also long ago: what moved later counts where it was then. */
export async function funnelAt(
  db: Db,
  { id: labId }: Pick<Lab, "id">,
  at: Date,
): Promise<{ stage: string; count: number }[]> {
  const counts = await db.$queryRaw<{ stage: string; count: number }[]>`
    select coalesce((select s."to" from "StageChange" s where s."ideaId" = i.id and s.at <= ${at}
      order by s.at desc, s.id desc limit 1), 'diagnose') as stage, count(*)::int as count
    from "Idea" i where i."labId" = ${labId} and i."postedAt" <= ${at}
      and not exists (select from "Removal" r where r."ideaId" = i.id and r.at <= ${at}
        and (r."undoneAt" is null or r."undoneAt" > ${at}))
      and not exists (select from "Join" j where j."ideaId" = i.id and j.at <= ${at}
        and (j."undoneAt" is null or j."undoneAt" > ${at}))
      and (i.state in ('posted', 'joined') or exists (select from "Removal" r where r."ideaId" = i.id)) group by 1`;
  return stages.map((stage) => ({ stage, count: counts.find((one) => one.stage === stage)?.count ?? 0 }));
}
