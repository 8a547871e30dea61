import { z } from "zod";
import { categories } from "../completion/category.ts";
import { turn } from "../sayings.ts";
import { stages } from "../stages/stage.ts";
import { unitsOf } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { everything, type Filter, filterIn, narrowed, specOf } from "./filter.ts";
import { Spec } from "./list-ideas.ts";
import { wordsOf } from "./read-filter.ts";

export const NarrowList = z.object({ filter: Spec, kind: z.enum(["any", "stage", "category", "unit"]) });

/** `Saring`: by what; then by which of them. Each choice leads to the list, in the same message. */
export const narrowList: UseCase<typeof NarrowList, LabScene> = async (scene, { filter: spec, kind }) => {
  const filter = filterIn(spec) ?? everything;
  const choices = (await choicesOf(scene, kind)).map(({ word, name }) => ({
    ...{ word, name, filter: specOf(narrowed(filter, word)) },
  }));
  const by = await wordsOf(scene, filter);
  return [turn("idea.sieve", { lab: scene.lab.name, filter: specOf(filter), kind, by, choices })];
};

type Choice = { word: Filter["by"][number]; name: string };

async function choicesOf(scene: LabScene, kind: "any" | "stage" | "category" | "unit"): Promise<Choice[]> {
  if (kind === "stage") return stages.map((word) => ({ word, name: word }));
  if (kind === "category") return categories.map((word) => ({ word, name: word }));
  if (kind === "unit") return (await unitsOf(scene)).units.map(({ id, name }) => ({ word: `u${id}`, name }));
  return ["unanswered", "mine"].map((word) => ({ word, name: word }));
}
