import { type Db, Prisma } from "../db.ts";
import type { Idea, Lab, Person } from "../generated/prisma/client.ts";
import { columnsOf, partOf } from "../postgres/columns.ts";

/** An idea with what is needed to speak of it. */
export type Told = Idea & { lab: Lab; author: Person };

const IDEA = columnsOf("i", "idea", Prisma.IdeaScalarFieldEnum);
const AUTHOR = columnsOf("p", "author", Prisma.PersonScalarFieldEnum);

/** An idea of this lab, by its id; another lab's is none. */
export async function findIdea(db: Db, lab: Lab, id: number): Promise<Told | undefined> {
  const [row] = await db.$queryRaw<Record<string, unknown>[]>`
    select ${IDEA}, ${AUTHOR} from "Idea" i join "Person" p on p.id = i."authorId"
    where i.id = ${id} and i."labId" = ${lab.id}`;
  const idea = row && partOf<Idea>(row, "idea");
  const author = row && partOf<Person>(row, "author");
  return idea && author && { ...idea, author, lab };
}
