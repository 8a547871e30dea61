import { mayComplete } from "../authors/own-idea.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Draft } from "../generated/prisma/client.ts";
import type { Worded } from "../ideas/add-idea.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { isWaved } from "../language/another-matter.ts";
import { type Saying, say, show } from "../sayings.ts";
import { tellAdded } from "../screening/tell-added.ts";
import type { LabScene } from "../use-case.ts";
import { aboutAsked, askQuestion, stateOf } from "./ask-question.ts";
import { isQuestionKind } from "./question.ts";
import { afterSkip } from "./skip-question.ts";

/** The answer to a question about an idea: shown as it was noted, with the next question. */
export async function answerQuestion(scene: LabScene, draft: Draft, given: Worded): Promise<Saying[]> {
  const { db, lab } = scene;
  const { text, files = [] } = given;
  const { kind } = draft;
  const state = stateOf(draft);
  const idea = await findIdea(db, lab, state.idea);
  if (!idea || !isQuestionKind(kind) || !mayComplete(scene, idea)) return [say("idea.missing", {})];
  if (isWaved(text)) {
    const { key, args } = await afterSkip(scene, idea, state);
    return [say(key, args as never, aboutAsked(args.asks))];
  }
  await db.idea.update({ where: { id: idea.id }, data: { [kind]: text } });
  const fresh = await keepFiles(scene, files, { ideaId: idea.id });
  const kept = { ...state, answer: text, before: idea[kind], files: fresh, message: scene.message?.id ?? 0 };
  await db.draft.update({ where: { id: draft.id }, data: { state: kept } });
  const asks = await askQuestion(scene, idea, { host: "alone", asked: state.rest });
  const over = asks.length > 0 ? [] : [{}];
  const unsent = idea.state === "draft" && asks.length === 0 ? [{}] : [];
  const args = { id: idea.id, code: codeOf(lab, idea), draft: draft.id, kind, text, asks, over, unsent };
  const shown = fresh.length > 0 ? [show(idea.id)] : [];
  const told = await tellAdded(scene, idea, { kind, text, before: idea[kind] });
  return [say("idea.noted", args, aboutAsked(asks)), ...shown, ...told];
}
