import { z } from "zod";
import { cut } from "../language/cut.ts";
import { RowId } from "../row-id.ts";
import { aside, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { aboutAsked, askQuestion } from "./ask-question.ts";
import { fields, isFilled } from "./completion.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { mayComplete } from "./own-idea.ts";
import { isQuestionKind } from "./question.ts";

export const CompleteIdea = z.object({ idea: RowId });
export const FillIdea = z.object({ idea: RowId, field: z.enum(fields) });

/** So much of an answer is shown, in characters. */
const SHOWN = 300;

/** `Lengkapi`: what is there and what is missing, with a button for each. */
export const completeIdea: UseCase<typeof CompleteIdea, LabScene> = async (scene, { idea: id }) => {
  const found = await findToComplete(scene, id);
  return "refused" in found ? found.refused : [aside("idea.completion", completionOf(scene, found))];
};

/** One of these buttons: asks for that, also where it is there already. */
export const fillIdea: UseCase<typeof FillIdea, LabScene> = async (scene, { idea: id, field }) => {
  const found = await findToComplete(scene, id);
  if ("refused" in found) return found.refused;
  if (!isQuestionKind(field)) return [toast("person.oldButton", {})];
  const asks = await askQuestion(scene, found, { host: "alone", asked: [{ kind: field, text: "" }] });
  return [say("idea.question", { code: codeOf(scene.lab, found), asks }, aboutAsked(asks))];
};

/** An idea that this person may add to; else the refusal. */
export async function findToComplete(scene: LabScene, id: number) {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea || !["draft", "waiting", "posted", "secret"].includes(idea.state))
    return { refused: [toast("idea.missing", {}, true)] };
  return mayComplete(scene, idea) ? idea : { refused: [toast("idea.ownOnly", {}, true)] };
}

export function completionOf({ lab }: LabScene, idea: Told) {
  const shown = (text: string | null) => (text === null ? [] : [{ text: cut(text, SHOWN) }]);
  const all = fields.map((name) => ({ name, done: isFilled(idea, name) }));
  return {
    ...{ id: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title, fields: all },
    affected: shown(idea.affected),
    difference: shown(idea.difference),
    benefit: shown(idea.benefit),
    missing: all.filter(({ done }) => !done).map(({ name }) => ({ name })),
  };
}
