import { findAuthors, type Writer } from "../cards/find-authors.ts";
import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { standingFeedback } from "./counted.ts";
import { type DigestItem, messageLink } from "./digest.ts";

/** Ideas as a digest lists them, by their ids. */
export async function listItems(db: Db, ids: number[]): Promise<Map<number, DigestItem>> {
  const ideas = await db.$queryRaw<Idea[]>`
    select i.id, l.code as lab, i.number, i.text, case when not i.anonymous then p.name end as author,
      (select count(*)::int from "Vote" v where v."ideaId" = i.id) as votes,
      (select count(*)::int from ${standingFeedback} f where f."ideaId" = i.id) as feedback,
      card."rawChatId", card."messageId"
    from "Idea" i join "Lab" l on l.id = i."labId" join "Person" p on p.id = i."authorId"
    left join lateral (
      select m."rawChatId", m."messageId" from "Post" m join "Chat" c on c.id = m."chatId"
      where m.about = 'idea' and m."aboutId" = i.id and m.view = 'idea' and m."messageId" is not null
        and c."labId" = i."labId" and c.kind = 'supergroup'
      order by m.id limit 1
    ) card on true
    where i.id = any(${ids})`;
  const authors = await findAuthors(db, ideas);
  return new Map(ideas.map((idea) => [idea.id, itemOf(idea, authors.get(idea.id) ?? [])]));
}

type Idea = Pick<DigestItem, "votes" | "feedback"> & {
  id: number;
  lab: string;
  number: number;
  text: string;
  author: string | null;
  rawChatId: bigint | null;
  messageId: number | null;
};

function itemOf(
  { lab, number, text, votes, feedback, rawChatId, messageId }: Idea,
  author: Writer[],
): DigestItem {
  const code = codeOf({ code: lab }, { number });
  const link = rawChatId === null || messageId === null ? undefined : messageLink(rawChatId, messageId);
  return {
    ...{ code, title: titleOf(text).title, votes, feedback },
    author,
    card: link ? [{ link, code }] : [],
    bare: link ? [] : [{ code }],
  };
}
