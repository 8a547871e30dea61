import type { Db } from "../db.ts";
import { firstDecision } from "../decisions/offer-decision.ts";
import { askForHeld } from "../experiences/screen-experience.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";
import type { Role } from "../people/person.ts";
import type { Saying } from "../sayings.ts";
import { askForWaiting } from "../screening/ask-for-yes.ts";

type Begun = { lab: Lab; person: Person; role: Role | undefined; now: Date };

/** What waits for somebody who has just got a role: a leader's first decision, the ideas that need a facilitator's yes. */
export async function beginRole(db: Db, { lab, person, role, now }: Begun): Promise<Saying[]> {
  if (role === "leader") return firstDecision(db, lab, person, now);
  return role === "facilitator"
    ? [...(await askForWaiting(db, lab, person.id)), ...(await askForHeld(db, lab.id, person.id))]
    : [];
}
