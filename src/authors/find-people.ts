import type { Db } from "../db.ts";
import type { Told } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import type { Named } from "./coauthor.ts";
import { knownOwnersOf } from "./own-idea.ts";

/** So many people are offered as buttons. */
const OFFERED = 6;

type Wanted = { idea: Told; words?: string | undefined };

/** Members of the lab who are not among an idea's writers: of its unit first, those with most ideas before others. */
export function findPeople({ db, lab }: Pick<LabScene, "db" | "lab">, { idea, words }: Wanted) {
  const writers = [...knownOwnersOf(idea), idea.authorId, ...idea.coauthors.map(({ personId }) => personId)];
  const like = words === undefined ? "%" : `%${words.replace(/^@/, "").replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw<Named[]>`
    select p.id, p.name from "Membership" m join "Person" p on p.id = m."personId"
    where m."labId" = ${lab.id} and not p.id = any(${writers}::int[])
      and (p.name ilike ${like} or p.username ilike ${like} or p."printedName" ilike ${like})
    order by m."unitId" is not distinct from ${idea.unitId}::int and m."unitId" is not null desc, (
      select count(*) from "Idea" i where i."authorId" = p.id and i."labId" = ${lab.id} and i.state = 'posted'
        and not i.anonymous) desc, p.id limit ${OFFERED}`;
}

/** An idea's co-authors, as they were added. */
export async function coAuthorsOf(db: Db, { id: ideaId }: Pick<Told, "id">): Promise<Named[]> {
  const found = await db.coAuthor.findMany({
    where: { ideaId },
    ...{ include: { person: true }, orderBy: [{ addedAt: "asc" }, { personId: "asc" }] },
  });
  return found.map(({ person }) => ({ id: person.id, name: person.name }));
}
