import { z } from "zod";
import { closeForms, openForm } from "../people/open-form.ts";
import { say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AskIdea = z.object({ text: z.literal("") });

/** Bare `/ide`: asks for the idea. The question is a form, so that the answer is an idea without a command. */
export const askIdea: UseCase<typeof AskIdea, LabScene> = async (scene) => {
  await closeForms(scene, "idea");
  const about = await openForm(scene, "idea");
  if (scene.chat.kind !== "private") return [say("idea.ask", {}, { about })];
  return [say("idea.askPrivately", { draft: about.id, lab: scene.lab.name }, { about })];
};
