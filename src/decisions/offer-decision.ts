import type { Db } from "../db.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";
import { type Message, type Saying, tell } from "../sayings.ts";
import type { Choice } from "./decision.ts";
import { drawChoices } from "./draw-choice.ts";
import { findChoices } from "./find-choices.ts";

/** To somebody who has just become a leader: one idea to decide on at once, privately. Nothing where none waits. */
export async function firstDecision(db: Db, lab: Lab, person: Person, now: Date): Promise<Saying[]> {
  const personId = person.id;
  const [ids = []] = await findChoices(db, [{ labId: lab.id, personId }], { now, most: 1 });
  const choices = [...(await drawChoices(db, ids)).values()];
  return choices.length > 0
    ? [
        tell({ personId }, "decision.first", { lab: lab.name }),
        ...choices.map((choice) => offerDecision(personId, choice)),
      ]
    : [];
}

/** An idea to decide on, privately, as a message of its own, about the idea. */
export const offerDecision = (personId: number, choice: Choice): Message =>
  tell({ personId }, "decision.choice", choice, { about: { about: "idea", id: choice.id } });
