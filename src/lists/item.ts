import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { IdeaItem } from "./list.ts";

type Counted = { id: number; number: number; text: string; code: string; votes: number; feedback: number };

/**
 * The ideas of these ids, in this order, each in one line of a list, with a link that opens it. Votes and answers are
 * counted for these alone: a count by relation would go through those of all labs.
 */
export async function itemsOf(
  db: Db,
  bot: { username: string },
  ids: number[],
): Promise<(IdeaItem & { id: number })[]> {
  const ideas = await db.$queryRaw<Counted[]>`
    select i.id, i.number, i.text, l.code,
      (select count(*)::int from "Vote" v where v."ideaId" = i.id) as votes,
      (select count(*)::int from "Feedback" f where f."ideaId" = i.id and f."withdrawnAt" is null) as feedback
    from unnest(${ids}::int[]) with ordinality as t(id, place) join "Idea" i on i.id = t.id
      join "Lab" l on l.id = i."labId" order by t.place`;
  return ideas.map(({ id, text, votes, feedback, ...named }) => {
    const code = codeOf(named, named);
    const link = `https://t.me/${bot.username}?start=i_${code}`;
    return { id, code, title: titleOf(text).title, votes, feedback, link };
  });
}
