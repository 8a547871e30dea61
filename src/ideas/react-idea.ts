import { z } from "zod";
import { show, silence } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countVote } from "./vote-idea.ts";

export const ReactIdea = z.object({ idea: z.number(), likes: z.boolean() });

/** A 👍 under a card is the same vote as its button; taken away, it is taken back. */
export const reactIdea: UseCase<typeof ReactIdea, LabScene> = async (scene, { idea: ideaId, likes }) => {
  const { db, lab, person, now } = scene;
  const vote = { ideaId, personId: person.id };
  if (likes) {
    const voted = await countVote(db, { ...vote, labId: lab.id, votedAt: now });
    return voted?.counted ? [show(ideaId)] : silence;
  }
  const { count } = await db.vote.deleteMany({
    where: { ...vote, idea: { labId: lab.id, state: "posted" } },
  });
  return count > 0 ? [show(ideaId)] : silence;
};
