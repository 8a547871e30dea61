import { mayComplete } from "../authors/own-idea.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Draft } from "../generated/prisma/client.ts";
import type { Worded } from "../ideas/add-idea.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { COMPLETED, codeOf } from "../ideas/idea.ts";
import { isWaved } from "../language/another-matter.ts";
import { type Saying, say, show } from "../sayings.ts";
import { tellAdded } from "../screening/tell-added.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import type { LabScene } from "../use-case.ts";
import { aboutAsked, askQuestion, stateOf } from "./ask-question.ts";
import { isQuestionKind } from "./question.ts";
import { afterSkip } from "./skip-question.ts";

/** Whether an idea is still there for this person to tell more of. */
export const mayAnswer = (scene: LabScene, idea: Told | undefined): idea is Told =>
  idea !== undefined && COMPLETED.includes(idea.state) && mayComplete(scene, idea);

/** What was written for an idea that is gone is kept as any talk. */
const refuse = async (scene: LabScene, { text, files = [] }: Worded): Promise<Saying[]> => [
  say("idea.missing", {}),
  ...(scene.chat.kind === "private" ? await beginTalk(scene, { text, files, forwarded: false }) : []),
];

/** The answer to a question about an idea: shown as it was noted, with the next question. */
export async function answerQuestion(scene: LabScene, draft: Draft, given: Worded): Promise<Saying[]> {
  const { db, lab } = scene;
  const { text, files = [] } = given;
  const { kind } = draft;
  const state = stateOf(draft);
  const idea = await findIdea(db, lab, state.idea);
  if (!isQuestionKind(kind) || !mayAnswer(scene, idea)) return refuse(scene, given);
  const fresh = await keepFiles(scene, files, { ideaId: idea.id });
  const shown = fresh.length > 0 ? [show(idea.id)] : [];
  if (isWaved(text)) {
    const { key, args } = await afterSkip(scene, idea, state);
    return [say(key, args as never, aboutAsked(args.asks)), ...shown];
  }
  await db.idea.update({ where: { id: idea.id }, data: { [kind]: text } });
  const kept = { ...state, answer: text, before: idea[kind], files: fresh, message: scene.message?.id ?? 0 };
  await db.draft.update({ where: { id: draft.id }, data: { state: kept } });
  const asks = await askQuestion(scene, idea, { host: "alone", asked: state.rest });
  const over = asks.length > 0 ? [] : [{}];
  const unsent = idea.state === "draft" && asks.length === 0 ? [{}] : [];
  const args = { id: idea.id, code: codeOf(lab, idea), draft: draft.id, kind, text, asks, over, unsent };
  const told = await tellAdded(scene, idea, { kind, text, before: idea[kind] });
  return [say("idea.noted", args, aboutAsked(asks)), ...shown, ...told];
}
