import { type Db, Prisma } from "../db.ts";
import { type Authored, authorsOf } from "./card.ts";

/** Somebody who wrote an idea, and where the name stands among several: only | first | middle | last. */
export type Writer = { name: string; place: string };

type Found = Authored & { id: number; joined: { idea: Authored }[] };

/** Who wrote each of these ideas, as their cards name them, by the ideas' ids; of an anonymous one nobody. In one statement. */
export async function findAuthors(db: Db, ids: number[]): Promise<Map<number, Writer[]>> {
  const found = await db.$queryRaw<Found[]>`
    select i.id, i.anonymous, i."authorId", jsonb_build_object('name', p.name) as author, ${along("i")} as coauthors,
      to_jsonb(array(
        select jsonb_build_object('idea', jsonb_build_object('anonymous', o.anonymous, 'authorId', o."authorId",
          'author', jsonb_build_object('name', q.name), 'coauthors', ${along("o")}))
        from "Join" j join "Idea" o on o.id = j."ideaId" join "Person" q on q.id = o."authorId"
        where j."intoId" = i.id and j."undoneAt" is null and o.state = 'joined' order by j.id)) as joined
    from "Idea" i join "Person" p on p.id = i."authorId" where i.id = any(${ids})`;
  return new Map(found.map((idea) => [idea.id, authorsOf(idea).map(({ name, place }) => ({ name, place }))]));
}

const along = (idea: "i" | "o") => Prisma.sql`to_jsonb(array(
  select jsonb_build_object('personId', c."personId", 'person', jsonb_build_object('name', w.name))
  from "CoAuthor" c join "Person" w on w.id = c."personId"
  where c."ideaId" = ${Prisma.raw(idea)}.id order by c."addedAt", c."personId"))`;
