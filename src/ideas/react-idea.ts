import { z } from "zod";
import { type Saying, show, silence } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countVote } from "./vote-idea.ts";

export const ReactIdea = z.object({ idea: z.number(), likes: z.boolean() });

/** A 👍 under a card is the same vote as its button; taken away, it is taken back. */
export const reactIdea: UseCase<typeof ReactIdea, LabScene> = async (scene, { idea: ideaId, likes }) => {
  const { db, lab, person, now } = scene;
  const vote = { ideaId, personId: person.id };
  if (likes) {
    const voted = await countVote(db, { ...vote, labId: lab.id, votedAt: now });
    if (!voted) return reactJoined(scene, { idea: ideaId, likes });
    return voted.counted ? [show(ideaId)] : silence;
  }
  const { count } = await db.vote.deleteMany({
    where: { ...vote, idea: { labId: lab.id, state: "posted" } },
  });
  return count > 0 ? [show(ideaId)] : reactJoined(scene, { idea: ideaId, likes });
};

/** Under the card of an idea that was joined to another one: the vote counts there, and comes and goes with the join. */
async function reactJoined(
  { db, lab, person, now }: LabScene,
  { idea: ideaId, likes }: { idea: number; likes: boolean },
): Promise<Saying[]> {
  const where = { ideaId, undoneAt: null, idea: { labId: lab.id, state: "joined" } };
  const join = await db.join.findFirst({ where });
  if (!join) return silence;
  const own = { ideaId, personId: person.id };
  const there = { ideaId: join.intoId, personId: person.id, joinId: join.id };
  if (likes) {
    const votes = [own, there].map((vote) => ({ ...vote, votedAt: now }));
    await db.vote.createMany({ data: votes, skipDuplicates: true });
  } else await db.vote.deleteMany({ where: { OR: [own, there] } });
  return [show(join.intoId)];
}
