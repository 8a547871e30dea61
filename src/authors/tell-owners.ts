import { type Key, type Saying, tell } from "../sayings.ts";
import type { Sayings } from "../vocabulary.ts";
import { type Owned, ownersOf } from "./own-idea.ts";

/** Tells those whose an idea is; not the one who did it. */
export const tellOwners = <K extends Key>(
  idea: Owned & { id: number },
  { key, args }: { key: K; args: Sayings[K] },
  more: { except?: number; after?: number; cancelKey?: string } = {},
): Saying[] => {
  const { except, ...how } = more;
  return ownersOf(idea)
    .filter((personId) => personId !== except)
    .map((personId) => tell({ personId }, key, args, { ...how, about: { about: "idea", id: idea.id } }));
};
