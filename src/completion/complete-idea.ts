import { z } from "zod";
import { askCoAuthors } from "../authors/add-coauthor.ts";
import { mayComplete } from "../authors/own-idea.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { COMPLETED, codeOf, titleOf } from "../ideas/idea.ts";
import { cut } from "../language/cut.ts";
import { aboutAsked, askQuestion } from "../questions/ask-question.ts";
import { isTold, type Question } from "../questions/question.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { categoriesOf } from "./categorise-idea.ts";
import { type Field, fields, fieldsFor, inCategories } from "./completion.ts";
import { askUnit } from "./place-idea.ts";

export const CompleteIdea = z.object({ idea: RowId });
export const FillIdea = z.object({ idea: RowId, field: z.enum(fields) });

/** So much of an answer is shown, in characters. */
const SHOWN = 300;

/** `Lengkapi`: what is there and what is missing, with a button for each. */
export const completeIdea: UseCase<typeof CompleteIdea, LabScene> = async (scene, { idea: id }) => {
  const found = await findToComplete(scene, id);
  return "refused" in found ? found.refused : [aside("idea.completion", await completionOf(scene, found))];
};

/** One of these buttons: asks for that, also where it is there already. */
export const fillIdea: UseCase<typeof FillIdea, LabScene> = async (scene, { idea: id, field }) => {
  const found = await findToComplete(scene, id);
  if ("refused" in found) return found.refused;
  if (!fieldsFor(scene, found).includes(field)) return [toast("idea.ownOnly", {}, true)];
  return ask[field](scene, found);
};

const question = (kind: Question) => async (scene: LabScene, idea: Told) => {
  const asks = await askQuestion(scene, idea, { host: "alone", asked: [{ kind, text: "" }] });
  return [say("idea.question", { code: codeOf(scene.lab, idea), asks }, aboutAsked(asks))];
};

const ask: Record<Field, (scene: LabScene, idea: Told) => Promise<Saying[]>> = {
  affected: question("affected"),
  difference: question("difference"),
  benefit: question("benefit"),
  categories: async (scene, idea) => [say("idea.pickCategories", categoriesOf(scene, idea))],
  unit: askUnit,
  coauthors: askCoAuthors,
};

/** Its own words tell it already. */
const isInText = (idea: Told, name: Field) =>
  (name === "affected" || name === "difference") && isTold(idea, name);

/** An idea that this person may add to; else the refusal. */
export async function findToComplete(scene: LabScene, id: number): Promise<Told | { refused: Saying[] }> {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea || !COMPLETED.includes(idea.state)) return { refused: [toast("idea.missing", {}, true)] };
  return mayComplete(scene, idea) ? idea : { refused: [toast("idea.ownOnly", {}, true)] };
}

async function completionOf(scene: LabScene, idea: Told) {
  const { db, lab } = scene;
  const seen = fieldsFor(scene, idea);
  const more = await db.idea.findUniqueOrThrow({
    where: { id: idea.id },
    select: { unit: true, coauthors: { include: { person: true }, orderBy: { addedAt: "asc" } } },
  });
  const shown = (text: string | null) => (text === null ? [] : [{ text: cut(text, SHOWN) }]);
  const names = more.coauthors.map(({ person }) => person.name).join(", ");
  const parts = {
    ...{ affected: shown(idea.affected), difference: shown(idea.difference), benefit: shown(idea.benefit) },
    categories: idea.categories.length > 0 ? [{ names: inCategories(idea.categories) }] : [],
    unit: more.unit && seen.includes("unit") ? [{ name: more.unit.name }] : [],
    coauthors: names && seen.includes("coauthors") ? [{ names }] : [],
  };
  const all = seen.map((name) => ({ name, done: parts[name].length > 0 || isInText(idea, name) }));
  const missing = all.filter(({ done }) => !done).map(({ name }) => ({ name }));
  const head = { id: idea.id, code: codeOf(lab, idea), title: titleOf(idea.text).title };
  return { ...head, ...parts, fields: all, missing, unsent: idea.state === "draft" ? [{}] : [] };
}
