import { z } from "zod";
import { openForm } from "../people/open-form.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

/** What makes an idea better, asked one by one: who is affected by the problem, what would be different. */
export const questions = ["affected", "difference"] as const;
type Question = (typeof questions)[number];

export const CompleteIdea = z.object({ idea: RowId });
export const SkipQuestion = z.object({ draft: RowId });

/** `Lengkapi`: asks what is not there yet; each question can be waved away. */
export const completeIdea: UseCase<typeof CompleteIdea, LabScene> = async (scene, { idea: id }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea || !["draft", "waiting", "posted"].includes(idea.state)) return [toast("idea.missing", {}, true)];
  if (idea.authorId !== scene.person.id) return [toast("idea.ownOnly", {}, true)];
  return ask(scene, idea, questions);
};

/** An answer; the next question follows. */
export async function answerQuestion(
  scene: LabScene,
  kind: Question,
  state: unknown,
  text: string,
): Promise<Saying[]> {
  const idea = await mine(scene, state);
  if (!idea) return [say("idea.missing", {})];
  await scene.db.idea.update({ where: { id: idea.id }, data: { [kind]: text } });
  return ask(scene, { ...idea, [kind]: text }, after(kind));
}

/** `Lewati`. */
export const skipQuestion: UseCase<typeof SkipQuestion, LabScene> = async (scene, { draft: id }) => {
  const { db, person, now } = scene;
  const draft = await db.draft.findFirst({
    where: { id, personId: person.id, kind: { in: [...questions] }, doneAt: null },
  });
  const idea = draft && (await mine(scene, draft.state));
  if (!draft || !idea) return [toast("idea.formClosed", {})];
  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const [next] = await ask(scene, idea, after(draft.kind as Question));
  return next?.do === "message" && "key" in next.what
    ? [turn("idea.skipped", { code: codeOf(scene.lab, idea) }), next]
    : [];
};

const after = (kind: Question) => questions.slice(questions.indexOf(kind) + 1);

async function mine({ db, lab, person }: LabScene, state: unknown): Promise<Told | undefined> {
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const idea = await findIdea(db, lab, id);
  return idea?.authorId === person.id ? idea : undefined;
}

async function ask(scene: LabScene, idea: Told, open: readonly Question[]): Promise<Saying[]> {
  const code = codeOf(scene.lab, idea);
  const kind = open.find((one) => idea[one] === null);
  if (!kind) return [say("idea.complete", { code })];
  const about = await openForm(scene, kind, { idea: idea.id });
  return [say("idea.question", { draft: about.id, code, kind }, { about })];
}
