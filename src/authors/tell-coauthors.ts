import { isSeen } from "../challenges/find-secrets.ts";
import type { Person } from "../generated/prisma/client.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type Saying, say, tell } from "../sayings.ts";
import type { Scene } from "../use-case.ts";

/** So many ideas somebody hears of at once; of the others with the next Start. */
const MOST = 10;

/** Tells them that they were named, and how to say no; who cannot be written to yet hears it with the first Start. */
export async function tellCoAuthors(
  { db, now }: Pick<Scene, "db" | "now">,
  idea: Told,
  { people, by }: { people: number[]; by: Pick<Person, "id" | "name"> },
): Promise<Saying[]> {
  if (people.length === 0) return [];
  await db.$executeRaw`
    update "CoAuthor" c set "toldAt" = case when p.private = 'open' or p.id = ${by.id} then ${now}::timestamptz end
    from "Person" p where p.id = c."personId" and c."ideaId" = ${idea.id} and p.id = any(${people}::int[])`;
  const named = { id: idea.id, code: codeOf(idea.lab, idea), title: titleOf(idea.text).title };
  const about = { about: { about: "idea", id: idea.id } } as const;
  return people
    .filter((personId) => personId !== by.id)
    .map((personId) => tell({ personId }, "coauthor.added", { ...named, who: by.name }, about));
}

type Missed = { id: number; number: number; text: string; code: string; who: string };

/** To somebody who begins to talk to the bot: the ideas that bear the own name since, and are still in sight. */
export async function missedNames({
  db,
  person,
  now,
}: Pick<Scene, "db" | "person" | "now">): Promise<Saying[]> {
  const missed = await db.$queryRaw<Missed[]>`
    with told as (
      update "CoAuthor" set "toldAt" = ${now} where "personId" = ${person.id} and "ideaId" in (
        select i.id from "CoAuthor" c join "Idea" i on i.id = c."ideaId"
        where c."personId" = ${person.id} and c."toldAt" is null and not i.anonymous and i.state in ('posted', 'joined')
          and ${isSeen} order by i.id limit ${MOST})
      returning "ideaId")
    select i.id, i.number, i.text, l.code, p.name as who from told join "Idea" i on i.id = told."ideaId"
      join "Lab" l on l.id = i."labId" join "Person" p on p.id = i."authorId" order by i.id`;
  return missed.map(({ id, text, who, ...named }) => {
    const args = { id, code: codeOf(named, named), title: titleOf(text).title, who };
    return say("coauthor.added", args, { about: { about: "idea", id } });
  });
}
