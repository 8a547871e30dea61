import { z } from "zod";
import type { Db } from "../db.ts";
import type { Lab, Person } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Message, type Saying, tell, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { Choice } from "./decision.ts";
import { drawChoice, drawChoices } from "./draw-choice.ts";
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

export const ChooseDecision = z.object({ idea: RowId });

/** `Putuskan` under an idea's details: the four buttons, as a message of its own. */
export const chooseDecision: UseCase<typeof ChooseDecision, LabScene> = async ({ db, lab }, { idea: id }) => {
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  return [aside("decision.choice", await drawChoice(db, id), { about: { about: "idea", id } })];
};

/** An idea to decide on, privately, as a message of its own, about the idea. */
export const offerDecision = (personId: number, choice: Choice): Message =>
  tell({ personId }, "decision.choice", choice, { about: { about: "idea", id: choice.id } });
