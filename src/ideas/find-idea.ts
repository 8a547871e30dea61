import { type Owned, writtenBy } from "../authors/own-idea.ts";
import { isSeen } from "../challenges/find-secrets.ts";
import { type Db, Prisma } from "../db.ts";
import type { Idea, Lab, Person } from "../generated/prisma/client.ts";
import { columnsOf, partOf } from "../postgres/columns.ts";

/** An idea with what is needed to speak of it, and to know whose it is. */
export type Told = Idea & { lab: Lab; author: Person } & Pick<Owned, "coauthors" | "joined">;

const IDEA = columnsOf("i", "idea", Prisma.IdeaScalarFieldEnum);
const AUTHOR = columnsOf("p", "author", Prisma.PersonScalarFieldEnum);

const coauthorsOf = (idea: Prisma.Sql) => Prisma.sql`to_jsonb(array(
  select jsonb_build_object('personId', "personId") from "CoAuthor" where "ideaId" = ${idea} order by "addedAt", "personId"))`;

/** An idea of this lab, by its id; another lab's is none. An answer whose challenge hides it yet is `secret`. */
export async function findIdea(db: Db, lab: Lab, id: number): Promise<Told | undefined> {
  const [row] = await db.$queryRaw<Record<string, unknown>[]>`
    select ${IDEA}, ${AUTHOR}, not ${isSeen} as secret, ${coauthorsOf(Prisma.sql`i.id`)} as coauthors, array(
      select jsonb_build_object('idea', jsonb_build_object('id', o.id, 'authorId', o."authorId", 'keeperId', o."keeperId",
        'anonymous', o.anonymous, 'coauthors', ${coauthorsOf(Prisma.sql`o.id`)}))
      from "Join" j join "Idea" o on o.id = j."ideaId"
      where j."intoId" = i.id and j."undoneAt" is null and o.state = 'joined' order by j.id) as joined
    from "Idea" i join "Person" p on p.id = i."authorId" where i.id = ${id} and i."labId" = ${lab.id}`;
  const idea = row && partOf<Idea>(row, "idea");
  const author = row && partOf<Person>(row, "author");
  if (!idea || !author) return undefined;
  const { coauthors, joined } = row as Pick<Owned, "coauthors" | "joined">;
  return {
    ...{ ...idea, author, lab, coauthors, joined },
    ...(row.secret && idea.state === "posted" ? { state: "secret" } : {}),
  };
}

/** The idea, or the one that it was joined to: what is said of it is said of that. */
export async function findHolder(db: Db, lab: Lab, id: number): Promise<Told | undefined> {
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "joined") return idea;
  const join = await db.join.findFirst({ where: { ideaId: id, undoneAt: null }, orderBy: { id: "desc" } });
  return join ? findIdea(db, lab, join.intoId) : idea;
}

/** With those that were joined to it: what was said of these is said of it. */
export const idsOf = ({ id, joined }: Pick<Told, "id" | "joined">) => [
  id,
  ...joined.map(({ idea }) => idea.id),
];

/** An idea's code at the start of a text. */
const CODE = /^\s*([a-z]{2,5})-(\d{1,7})\b[\s:]*/i;

/** The text without the code of an idea that it begins with. */
export const withoutCode = (text: string) => text.replace(CODE, "").trim();

/** The idea that a text begins with the code of: `missing` where this lab has none, nothing where it is no lab's code. */
export async function findNamed(db: Db, lab: Lab, text: string): Promise<Told | "missing" | undefined> {
  const [, code, number] = CODE.exec(text) ?? [];
  const named = code && (await db.labCode.findUnique({ where: { code: code.toUpperCase() } }));
  if (!named) return undefined;
  const where = { labId: lab.id, number: Number(number) };
  const idea =
    named.labId === lab.id
      ? await db.idea.findFirst({ where, include: { author: true, ...writtenBy } })
      : null;
  return idea ? { ...idea, lab } : "missing";
}
