import { type Db, Prisma } from "../db.ts";
import { type Authored, authorsOf } from "./card.ts";

/** Somebody who wrote an idea, and where the name stands among several: only | first | middle | last. */
export type Writer = { name: string; place: string };

/** An idea and its author's name; none of an anonymous one. */
type Named = { id: number; author: string | null };
type Found = Authored & { id: number; joined: { idea: Authored }[] };

/**
 * Who wrote each of these ideas, as their cards name them, by the ideas' ids. In one statement, which reads only those
 * that several people wrote.
 */
export async function findAuthors(db: Db, ideas: Named[]): Promise<Map<number, Writer[]>> {
  const ids = ideas.map(({ id }) => id);
  const found = await db.$queryRaw<Found[]>`
    with shared as materialized (
      select "ideaId" as id from "CoAuthor" where "ideaId" = any(${ids})
      union select "intoId" from "Join" where "intoId" = any(${ids}) and "undoneAt" is null
    )
    select i.id, i.anonymous, i."authorId", jsonb_build_object('name', p.name) as author, ${along("i")} as coauthors,
      to_jsonb(array(
        select jsonb_build_object('idea', jsonb_build_object('anonymous', o.anonymous, 'authorId', o."authorId",
          'author', jsonb_build_object('name', q.name), 'coauthors', ${along("o")}))
        from "Join" j join "Idea" o on o.id = j."ideaId" join "Person" q on q.id = o."authorId"
        where j."intoId" = i.id and j."undoneAt" is null and o.state = 'joined' order by j.id)) as joined
    from shared join "Idea" i using (id) join "Person" p on p.id = i."authorId"`;
  const alone = ideas.map(({ id, author }) => [id, author === null ? [] : [only(author)]] as const);
  const together = found.map((idea) => [idea.id, authorsOf(idea).map(writer)] as const);
  return new Map<number, Writer[]>([...alone, ...together]);
}

const only = (name: string): Writer => ({ name, place: "only" });
const writer = ({ name, place }: Writer): Writer => ({ name, place });

const along = (idea: "i" | "o") => Prisma.sql`to_jsonb(array(
  select jsonb_build_object('personId', c."personId", 'person', jsonb_build_object('name', w.name))
  from "CoAuthor" c join "Person" w on w.id = c."personId"
  where c."ideaId" = ${Prisma.raw(idea)}.id order by c."addedAt", c."personId"))`;
