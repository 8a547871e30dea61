import { markOf } from "../commitments/find-commitments.ts";
import type { Db } from "../db.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { runningOf } from "../pulses/pulse.ts";
import type { Said } from "../sayings.ts";
import { similarOf } from "../search/name-similar-ideas.ts";
import { authorsOf, type IdeaCard, originOf, progressOf } from "./card.ts";
import { cardRecord } from "./card-record.ts";

/** What an idea's card shows now. An anonymous idea tells nobody its author. */
export async function drawIdea(
  db: Db,
  id: number,
  now: Date,
): Promise<Said<"idea.card" | "idea.withdrawnCard" | "idea.hiddenCard" | "idea.joinedCard"> | undefined> {
  const idea = await db.idea.findUnique({ where: { id }, include: cardRecord });
  if (!idea) return undefined;
  const code = codeOf(idea.lab, idea);
  if (idea.state === "withdrawn") return { key: "idea.withdrawnCard", args: { code } };
  const hidden = idea.removals.at(-1);
  if (hidden && idea.state === "hidden")
    return { key: "idea.hiddenCard", args: { code, reason: hidden.reason } };

  const into = idea.joins.at(-1)?.into;
  if (into && idea.state === "joined")
    return {
      key: "idea.joinedCard",
      args: { code, into: codeOf(idea.lab, into), title: titleOf(into.text).title },
    };

  const { title, rest } = titleOf(idea.text);
  const args: IdeaCard = {
    ...{ id, code, title, stage: idea.stage },
    rest: rest ? [{ text: rest }] : [],
    author: authorsOf(idea),
    anonymous: idea.anonymous ? [{}] : [],
    keeper: idea.keeper && !idea.anonymous ? [{ name: idea.keeper.name }] : [],
    recorder: idea.recordedBy ? [{ name: idea.recordedBy.name }] : [],
    disownable: idea.recordedBy !== null && idea.ownedAt === null,
    votes: idea._count.votes,
    feedback: idea._count.feedback,
    comments: idea._count.lines,
    decisions: idea.decisions.map(({ person, kind, reason }) => ({
      ...{ who: person.name, kind },
      reason: reason ? [{ text: reason }] : [],
    })),
    running: runningOf(idea, idea.pulses),
    commitments: idea.commitments.map((one) => markOf(one, idea.lab, now)),
    similar: await similarOf(db, idea),
    inspired: idea.inspiredBy ? [originOf(idea, idea.inspiredBy)] : [],
    replicated: idea._count.replications > 0 ? [{ labs: idea._count.replications }] : [],
    plan: idea.plan.length > 0 ? [progressOf(idea.plan)] : [],
    files: filesOf(idea),
  };
  return { key: "idea.card", args };
}

type Filed = { _count: { attachments: number }; joined: { idea: { attachments: unknown[] } }[] };

/** Its own files, and those of the ideas that were joined to it. */
function filesOf({ _count, joined }: Filed) {
  const count = joined.reduce((sum, { idea }) => sum + idea.attachments.length, _count.attachments);
  return count > 0 ? [{ count }] : [];
}
