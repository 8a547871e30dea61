import type { Db } from "../db.ts";

/** A lab's facilitators, by their ids, and whether the bot may write to each. */
export async function findFacilitators(db: Db, labId: number) {
  const found = await db.membership.findMany({
    where: { labId, roles: { has: "facilitator" } },
    include: { person: true },
    orderBy: { personId: "asc" },
  });
  return found.map(({ person }) => ({
    personId: person.id,
    name: person.name,
    reachable: person.private === "open",
  }));
}
