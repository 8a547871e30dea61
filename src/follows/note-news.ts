import type { Db } from "../db.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import { afterQuiet } from "../outbox/quiet.ts";
import { type News, REST } from "./follow.ts";

type Happened = {
  idea: Pick<Idea, "id" | "authorId"> & { lab: Pick<Lab, "zone"> };
  news: News;
  /** Who did it, and knows. */
  by: number;
  now: Date;
  /** Who has nothing to hear of it. */
  spared?: number[];
};

/**
 * Notes for everybody who follows an idea that something happened to it. `tell-followers` tells it, at once or when the
 * last notice is an hour old, and together with whatever else happens until then.
 */
export const noteNews = (db: Db, { idea, news, by, now, spared = [] }: Happened) => db.$executeRaw`
  update "Follow" set news = news || ${JSON.stringify([news])}::jsonb,
    "newsAt" = coalesce("newsAt",
      greatest(${afterQuiet(now, idea.lab.zone)}::timestamptz, "toldAt" + ${REST} * interval '1 millisecond'))
  where "ideaId" = ${idea.id} and not "personId" = any(${[by, idea.authorId, ...spared]}::int[])`;

/** Who was to hear of something, and has not yet, does not hear of it; returns who they are, by their ids. */
export async function forgetNews(db: Db, ideaId: number, { kind, id }: News): Promise<number[]> {
  const one = JSON.stringify([{ kind, id }]);
  const spared = await db.$queryRaw<{ personId: number }[]>`
    update "Follow" set news = (select coalesce(jsonb_agg(n), '[]') from jsonb_array_elements(news) n
      where not n @> ((${one}::jsonb)->0)) where "ideaId" = ${ideaId} and news @> ${one}::jsonb returning "personId"`;
  return spared.map(({ personId }) => personId);
}
