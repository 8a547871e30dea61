import { z } from "zod";
import { mayComplete } from "../authors/own-idea.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { keptOf } from "../ideas/keep-idea.ts";
import { RowId } from "../row-id.ts";
import { type Said, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { askQuestion, findQuestion } from "./ask-question.ts";
import type { QuestionState } from "./question.ts";

export const SkipQuestion = z.object({ draft: RowId });

type Skipped = UseCase<typeof SkipQuestion, LabScene>;

const skip =
  (all: boolean): Skipped =>
  async (scene, { draft: id }) => {
    const { db, lab, now } = scene;
    const form = await findQuestion(scene, id, { open: true });
    const idea = form && (await findIdea(db, lab, form.idea));
    if (!form || !idea || !mayComplete(scene, idea)) return [toast("idea.formClosed", {})];
    const { key, args } = await afterSkip(scene, idea, all ? { ...form, rest: [] } : form);
    const { kind, ...state } = form;
    const next = args.asks[0]?.args.draft;
    const data = { doneAt: now, state: { ...state, ...(next ? { next } : {}) } };
    await db.draft.update({ where: { id }, data });
    return [turn(key, args as never)];
  };

/** `Lewati`: the next question, if there is one. */
export const skipQuestion = skip(false);
/** `Lewati semua`. */
export const skipQuestions = skip(true);

type Form = Pick<QuestionState, "host" | "rest">;

/** What stands where the question stood: the same without it, or with the next one. */
export async function afterSkip(
  scene: LabScene,
  idea: Told,
  { host, rest }: Form,
): Promise<Said<"idea.kept" | "idea.skipped">> {
  const { lab } = scene;
  const asks = await askQuestion(scene, idea, { host, asked: rest });
  if (host === "kept" && idea.state === "draft")
    return { key: "idea.kept", args: await keptOf(scene, idea, asks) };
  const named = { id: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title };
  const over = asks.length > 0 ? [] : [{}];
  return { key: "idea.skipped", args: { ...named, state: idea.state, asks, over } };
}
