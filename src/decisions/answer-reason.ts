import { z } from "zod";
import { ownersOf, writtenBy } from "../authors/own-idea.ts";
import type { Draft, Prisma } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { react, type Saying, say, show, tell, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";

/** The most of a reason that is kept, in characters. */
const LONGEST = 1000;

/** A leader's words to a decision. Where the author already heard of the decision, the words follow. */
export async function answerReason({ db, person }: Scene, draft: Draft, text: string): Promise<Saying[]> {
  const decision = await decisionOf(db, draft);
  if (!decision || decision.personId !== person.id || decision.undoneAt) return [];
  const { idea } = decision;
  const reason = text.slice(0, LONGEST);
  await db.decision.update({ where: { id: decision.id }, data: { reason } });

  const code = codeOf(idea.lab, idea);
  const kept = [react("noted"), say("decision.reasonKept", { code })];
  if (!decision.toldAt) return kept;
  const args = { code, title: titleOf(idea.text).title, who: person.name, kind: decision.kind, text: reason };
  const about = { about: { about: "idea", id: idea.id } } as const;
  const owners = ownersOf(idea).filter((id) => id !== person.id);
  const words = owners.map((personId) => tell({ personId }, "decision.reasonTold", args, about));
  return [...kept, show(idea.id), ...words];
}

export const SkipReason = z.object({ draft: RowId });

/** "Lewati": a decision without words. */
export const skipReason: UseCase<typeof SkipReason> = async ({ db, person, now }, { draft: id }) => {
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, kind: "reason" } });
  const decision = draft && (await decisionOf(db, draft));
  if (!draft || !decision) return [];
  await db.draft.updateMany({ where: { id, doneAt: null }, data: { doneAt: now } });
  return [turn("decision.noReason", { code: codeOf(decision.idea.lab, decision.idea) })];
};

const decisionOf = (db: Prisma.TransactionClient, { state }: Draft) =>
  db.decision.findUnique({
    where: { id: Number((state as { decision?: number } | null)?.decision ?? 0) },
    include: { idea: { include: { lab: true, ...writtenBy } } },
  });
