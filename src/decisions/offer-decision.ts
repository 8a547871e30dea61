import type { Db } from "../db.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";
import { type Saying, tell } from "../sayings.ts";
import { drawChoice } from "./draw-choice.ts";
import { findChoices } from "./find-choices.ts";

/** To somebody who has just become a leader: one idea to decide on at once, privately. Nothing where none waits. */
export async function firstDecision(db: Db, lab: Lab, person: Person, now: Date): Promise<Saying[]> {
  const choices = await offerDecisions(db, lab, { person, now, most: 1 });
  return choices.length > 0
    ? [tell({ personId: person.id }, "decision.first", { lab: lab.name }), ...choices]
    : [];
}

type Offer = { person: Pick<Person, "id">; now: Date; most: number };

/** Up to `most` ideas that this leader has not decided on, privately, each as a message of its own, about the idea. */
export async function offerDecisions(
  db: Db,
  lab: Pick<Lab, "id">,
  { person, now, most }: Offer,
): Promise<Saying[]> {
  const sayings: Saying[] = [];
  for (const id of await findChoices(db, lab, { person, now, most })) {
    const about = { about: { about: "idea", id } } as const;
    sayings.push(tell({ personId: person.id }, "decision.choice", await drawChoice(db, id), about));
  }
  return sayings;
}
