import { z } from "zod";
import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { RowId } from "../row-id.ts";
import { show, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { codeOf, VOTE_REST } from "./idea.ts";

export const VoteIdea = z.object({ idea: RowId });

/** One vote per person; a second press takes it back, but not at once: on a bad line a press comes twice. */
export const voteIdea: UseCase<typeof VoteIdea, LabScene> = async (
  { db, lab, person, now },
  { idea: ideaId },
) => {
  const vote = { ideaId, personId: person.id };
  const voted = await countVote(db, { ...vote, labId: lab.id, votedAt: now });
  if (!voted) return [toast("idea.missing", {}, true)];
  const args = { code: codeOf(lab, voted) };
  if (voted.counted) return [toast("vote.counted", args), show(ideaId)];

  const before = new Date(now.getTime() - VOTE_REST);
  const { count: taken } = await db.vote.deleteMany({ where: { ...vote, votedAt: { lte: before } } });
  return taken > 0 ? [toast("vote.takenBack", args), show(ideaId)] : [toast("vote.already", {})];
};

type NewVote = { ideaId: number; personId: number; labId: Lab["id"]; votedAt: Date };

/** Counts a vote unless it is there; nothing where the lab shows no such idea. */
export async function countVote(db: Db, { ideaId, personId, labId, votedAt }: NewVote) {
  const [row] = await db.$queryRaw<{ number: number; counted: boolean }[]>`
    with found as (
      select id, number from "Idea" where id = ${ideaId} and "labId" = ${labId} and state = 'posted'
    ), counted as (
      insert into "Vote" ("ideaId", "personId", "votedAt") select id, ${personId}, ${votedAt} from found
      on conflict do nothing returning 1
    )
    select number, exists (select from counted) as counted from found`;
  return row;
}
