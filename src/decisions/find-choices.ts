import type { Db } from "../db.ts";
import { settledBefore } from "../digests/digest.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";

/** So many of the most voted ideas are looked at. */
const CANDIDATES = 60;

type Wanted = { person: Pick<Person, "id">; now: Date; most: number };

/** The ids of the ideas that this leader has not decided on, most votes and feedback first; never the leader's own. */
export async function findChoices(
  db: Db,
  lab: Pick<Lab, "id">,
  { person, now, most }: Wanted,
): Promise<number[]> {
  const ideas = await db.idea.findMany({
    where: {
      ...{ labId: lab.id, state: "posted", authorId: { not: person.id } },
      ...settledBefore(now),
      decisions: { none: { personId: person.id, undoneAt: null } },
    },
    select: { id: true, _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } } },
    orderBy: [{ votes: { _count: "desc" } }, { id: "desc" }],
    take: CANDIDATES,
  });
  const weight = ({ _count: { votes, feedback } }: (typeof ideas)[number]) => votes + feedback;
  return ideas
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, most)
    .map(({ id }) => id);
}
