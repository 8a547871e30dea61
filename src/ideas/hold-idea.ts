import type { Idea } from "../generated/prisma/client.ts";
import { aside, react, type Saying, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import type { Fate } from "./admit-idea.ts";
import { codeOf, titleOf } from "./idea.ts";

type Held = Pick<Idea, "id" | "number" | "text">;

/** What an author reads, and nobody else, when an idea that was written in the group is not posted yet. */
export async function holdIdea(scene: LabScene, idea: Held, fate: Exclude<Fate, "posted">) {
  if (fate === "full") return [aside("idea.full", fullOf(scene, idea, "name"))];
  const args = { code: codeOf(scene.lab, idea), title: titleOf(idea.text).title };
  return [react("seen"), aside("idea.screened", args), ...(await askForYes(scene, idea))];
}

/** An idea that is one too many today. */
export const fullOf = ({ lab }: LabScene, idea: Held, how: "name" | "anonymous") => ({
  ...{ id: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title },
  ...{ most: lab.dailyLimit, how },
});

/** Asks the facilitators for their yes to an idea of somebody whom they do not trust yet. */
export async function askForYes(scene: LabScene, idea: Held): Promise<Saying[]> {
  const { db, lab, person } = scene;
  const facilitators = await db.membership.findMany({
    where: { labId: lab.id, roles: { has: "facilitator" } },
  });
  const args = { id: idea.id, code: codeOf(lab, idea), who: person.name, text: idea.text };
  return facilitators.map(({ personId }) => tell({ personId }, "idea.toScreen", args));
}
