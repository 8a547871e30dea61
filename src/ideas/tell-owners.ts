import { type Key, type Saying, type Sayings, tell } from "../sayings.ts";
import type { Told } from "./find-idea.ts";

/** Tells an idea's author, and whoever looks after it now; not the one who did it. */
export const tellOwners = <K extends Key>(
  { id, authorId, keeperId }: Pick<Told, "id" | "authorId" | "keeperId">,
  { key, args }: { key: K; args: Sayings[K] },
  more: { except?: number; after?: number; cancelKey?: string } = {},
): Saying[] => {
  const { except, ...how } = more;
  return [...new Set([authorId, keeperId])]
    .filter((personId) => personId !== null)
    .filter((personId) => personId !== except)
    .map((personId) => tell({ personId }, key, args, { ...how, about: { about: "idea", id } }));
};
