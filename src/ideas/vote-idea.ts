import { z } from "zod";
import { show, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf, VOTE_REST } from "./idea.ts";

export const VoteIdea = z.object({ idea: z.coerce.number().int() });

/** One vote per person; a second press takes it back, but not at once: on a bad line a press comes twice. */
export const voteIdea: UseCase<typeof VoteIdea, LabScene> = async (
  { db, lab, person, now },
  { idea: ideaId },
) => {
  const idea = await findIdea(db, lab, ideaId);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const args = { code: codeOf(lab, idea) };
  const vote = { ideaId, personId: person.id };

  const { count } = await db.vote.createMany({ data: [{ ...vote, votedAt: now }], skipDuplicates: true });
  if (count > 0) return [toast("vote.counted", args), show(ideaId)];

  const before = new Date(now.getTime() - VOTE_REST);
  const { count: taken } = await db.vote.deleteMany({ where: { ...vote, votedAt: { lte: before } } });
  return taken > 0 ? [toast("vote.takenBack", args), show(ideaId)] : [toast("vote.already", {})];
};
