import type { Commitment, Idea, Lab, Person } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { dueOf } from "../plans/plan.ts";
import { type Mark, type Promised, stateOf } from "./commitment.ts";

/** Ideas whose promises still count: an idea out of sight takes its promises along. */
export const SEEN = { in: ["posted", "joined"] };

/** The promises that a lab sees: its own, and those about ideas that are in sight. */
export const inSight = (labId: number) => ({ labId, OR: [{ ideaId: null }, { idea: { state: SEEN } }] });

type Found = Commitment & {
  person: Pick<Person, "name">;
  idea: Pick<Idea, "number" | "text"> | null;
};

/** A promise as it is said. */
export function promisedOf(found: Found, lab: Pick<Lab, "code" | "zone">, now: Date): Promised {
  const { id, text: what, person, idea } = found;
  return {
    ...{ id, what, who: person.name, due: dueOf(found, lab.zone), state: stateOf(found, lab.zone, now) },
    idea: idea ? [{ code: codeOf(lab, idea), title: titleOf(idea.text).title }] : [],
  };
}

/** A promise on an idea's card: who, until when, and whether it is kept; that it is late is not called out there. */
export const markOf = (
  found: Commitment & { person: Pick<Person, "name"> },
  { zone }: Pick<Lab, "zone">,
  now: Date,
): Mark => ({
  ...{ who: found.person.name, what: found.text, due: dueOf(found, zone) },
  state: stateOf(found, zone, now),
});
