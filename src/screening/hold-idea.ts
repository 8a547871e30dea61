import type { Idea } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { aside, react } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import type { Fate } from "./admit-idea.ts";
import { askForYes } from "./ask-for-yes.ts";

type Held = Pick<Idea, "id" | "number" | "text">;
/** Whose words somebody recorded. */
type Recorded = { author?: { name: string } };

/** What an author reads, and nobody else, when an idea that was written in the group is not posted yet. */
export async function holdIdea(scene: LabScene, idea: Held & Recorded, fate: Exclude<Fate, "posted">) {
  if (fate === "full") return [aside("idea.full", fullOf(scene, idea, "name"))];
  const args = { code: codeOf(scene.lab, idea), title: titleOf(idea.text).title, asks: [] };
  const { db, lab, person } = scene;
  const by = idea.author ? { author: idea.author, recordedBy: person } : { author: person };
  const asked = await askForYes(db, lab, { ...idea, anonymous: false, ...by });
  return [react("seen"), aside("idea.screened", args), ...asked];
}

/** An idea that is one too many today. */
export const fullOf = ({ lab }: LabScene, idea: Held, how: "name" | "anonymous") => ({
  ...{ id: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title },
  ...{ most: lab.dailyLimit, how },
});
