import type { Person } from "../generated/prisma/client.ts";

type Written = { anonymous: boolean; author: Person; coauthors: { person: Person }[] };

/** Who wrote these, each once; of an anonymous one nobody. */
export function writersOf(ideas: Written[]): Person[] {
  const all = ideas
    .filter(({ anonymous }) => !anonymous)
    .flatMap(({ author, coauthors }) => [author, ...coauthors.map(({ person }) => person)]);
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

const along = { coauthors: { include: { person: true }, orderBy: { addedAt: "asc" } } } as const;

/** What an innovation card is drawn from. */
export const recorded = {
  ...{ unit: true, keeper: true, plan: true, ...along },
  joined: {
    where: { undoneAt: null, idea: { state: "joined" } },
    include: { idea: { include: { author: true, ...along } } },
    orderBy: { id: "asc" },
  },
  commitments: { where: { cancelledAt: null } },
  stages: { orderBy: { id: "asc" } },
  pulses: { where: { answeredAt: { not: null } }, orderBy: { days: "desc" } },
  _count: { select: { votes: true, feedback: { where: { withdrawnAt: null } } } },
} as const;
