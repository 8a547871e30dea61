import type { Draft } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import { mayAnswer } from "./answer-question.ts";
import { stateOf } from "./ask-question.ts";
import { isQuestionKind } from "./question.ts";

/**
 * A question that was waved away, or overtaken by another one, is answered by a reply while nothing is known there.
 * Nothing follows it: what came after it was asked, or waved away, before. Where another question took its place in the
 * message, the reply is to that one.
 */
export async function findMissed(scene: LabScene, draft: Draft): Promise<Draft | undefined> {
  const { db, lab, person } = scene;
  const { kind } = draft;
  if (!isQuestionKind(kind)) return undefined;
  const state = stateOf(draft);
  const next = state.next && (await db.draft.findFirst({ where: { id: state.next, personId: person.id } }));
  if (next) return next.doneAt ? findMissed(scene, next) : undefined;
  const idea = await findIdea(db, lab, state.idea);
  if (!mayAnswer(scene, idea) || idea[kind] !== null) return undefined;
  return { ...draft, state: { ...state, rest: [] } };
}
