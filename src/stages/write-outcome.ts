import { z } from "zod";
import { owns } from "../authors/own-idea.ts";
import { attachFiles } from "../files/attach-files.ts";
import type { FileGiven } from "../files/file.ts";
import { openForm } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { isInUse } from "./stage.ts";

/** What is told of an idea that was in use: what came of it, and what people have of it. */
export const outcomes = ["result", "benefit"] as const;

export const AskOutcome = z.object({ idea: RowId, kind: z.enum(outcomes) });

/** `Hasil` and `Manfaat`: asks for the words; the answer replaces what was there. */
export const askOutcome: UseCase<typeof AskOutcome, LabScene> = async (scene, { idea: id, kind }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (idea?.state !== "posted" || !isInUse(idea.stage)) return [toast("idea.missing", {}, true)];
  if (!mayWrite(scene, idea)) return [toast("stage.notYours", {}, true)];
  const about = await openForm(scene, "outcome", { idea: id, kind });
  const there = idea[kind];
  const args = { code: codeOf(scene.lab, idea), kind, text: there ? [{ text: there }] : [] };
  return [say("stage.askOutcome", args, { about })];
};

/** The words to one of them. */
export async function answerOutcome(
  scene: LabScene,
  state: unknown,
  text: string,
  files: FileGiven[],
): Promise<Saying[]> {
  const asked = AskOutcome.safeParse(state);
  const idea = asked.success ? await findIdea(scene.db, scene.lab, asked.data.idea) : undefined;
  if (!asked.success || idea?.state !== "posted") return [say("idea.missing", {})];
  if (!mayWrite(scene, idea)) return [say("stage.notYours", {})];
  const { idea: id, kind } = asked.data;
  await scene.db.idea.update({ where: { id }, data: { [kind]: text } });
  await attachFiles(scene, idea, files);
  const missing = outcomes.filter((one) => one !== kind && idea[one] === null).map((one) => ({ kind: one }));
  return [say("stage.outcomeKept", { idea: id, code: codeOf(scene.lab, idea), kind, missing }), show(id)];
}

/** Whose idea it is, or a facilitator. */
const mayWrite = (scene: LabScene, idea: Told) => owns(scene, idea) || scene.roles.includes("facilitator");
