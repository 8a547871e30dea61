import { z } from "zod";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { categories, MOST_CATEGORIES, offered } from "./category.ts";
import { findToComplete } from "./complete-idea.ts";

export const CategoriseIdea = z.object({ idea: RowId, category: z.enum(categories) });

/** A field of work's button: the idea belongs to it, or no longer. */
export const categoriseIdea: UseCase<typeof CategoriseIdea, LabScene> = async (
  scene,
  { idea: id, category },
) => {
  const idea = await findToComplete(scene, id);
  if ("refused" in idea) return idea.refused;
  const on = idea.categories.includes(category);
  if (!on && idea.categories.length >= MOST_CATEGORIES)
    return [toast("idea.categoriesFull", { most: MOST_CATEGORIES }, true)];
  const chosen = on ? idea.categories.filter((one) => one !== category) : [...idea.categories, category];
  await scene.db.idea.update({ where: { id }, data: { categories: chosen } });
  return [turn("idea.pickCategories", categoriesOf(scene, { ...idea, categories: chosen })), show(id)];
};

/** All fields, the likely ones first, those that it belongs to marked. */
export const categoriesOf = ({ lab }: LabScene, idea: Told) => ({
  ...{ id: idea.id, code: codeOf(lab, idea) },
  options: offered(idea.text).map((name) => ({ name, on: idea.categories.includes(name) })),
});
