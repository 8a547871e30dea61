import { z } from "zod";
import { answerElsewhere } from "../exchange/show-foreign.ts";
import { say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

/** A code that no idea has. */
export const MissIdea = z.object({
  text: z.string().regex(/^\s*[a-z]{2,5}-\d{1,7}\b/i),
  idea: z.undefined().optional(),
});

/** A command about an idea that is not there; of another lab's code it tells no more than where that is shared. */
export const missIdea: UseCase<typeof MissIdea, LabScene> = async (scene, { text }) =>
  (await answerElsewhere(scene, text)) ?? [say("idea.missing", {})];
