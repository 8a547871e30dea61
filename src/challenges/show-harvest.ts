import { z } from "zod";
import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import { mostSimilar } from "../language/similar.ts";
import { itemsOf } from "../lists/item.ts";
import { RowId } from "../row-id.ts";
import type { Said } from "../sayings.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { countAnswers, findChallenge, questionOf } from "./draw-board.ts";
import { topAnswers } from "./top-answers.ts";

export const ShowHarvest = z.object({
  challenge: RowId,
  page: z.coerce.number().int().min(0).max(1_000_000),
});

const PAGE = 15;
/** So many pairs that may be the same are named; and so many ideas compared with each other. */
const TWINS = 5;
const COMPARED = 200;

/** Another page of a harvest, in the same message. */
export const showHarvest: UseCase<typeof ShowHarvest, LabScene> = async (scene, { challenge: id, page }) => {
  const found = await findChallenge(scene.db, id);
  if (!found || found.labId !== scene.lab.id) return [toast("person.oldButton", {})];
  if (found.hidden && !found.endedAt) return [toast("challenge.secret", {}, true)];
  const { key, args } = await harvestOf(scene.db, scene.bot, { id, asked: page });
  return [turn(key, args as never)];
};

/** What a challenge brought: most supported first, and which may be the same. */
export async function harvestOf(
  db: Db,
  bot: { username: string },
  { id, asked }: { id: number; asked: number },
): Promise<Said<"challenge.harvest" | "challenge.empty">> {
  const found = await findChallenge(db, id);
  if (!found) throw new Error("a harvest needs a challenge");
  const question = questionOf(found);
  const { ideas, people, units } = await countAnswers(db, id);
  if (ideas === 0) return { key: "challenge.empty", args: question };
  const pages = Math.ceil(ideas / PAGE);
  const page = Math.min(asked, pages - 1);
  const items = await itemsOf(db, bot, await topAnswers(db, id, { skip: page * PAGE, take: PAGE }));
  const twins = page === 0 ? await twinsOf(db, found.lab, id) : [];
  const args = { id, ...question, ideas, people, units, page: page + 1, pages, items, twins };
  return { key: "challenge.harvest", args };
}

/** Pairs of ideas that may be the same, each pair once. */
export async function twinsOf(db: Db, lab: Lab, challengeId: number) {
  const ideas = await db.idea.findMany({
    where: { challengeId, state: "posted" },
    ...{ orderBy: { number: "asc" }, take: COMPARED, select: { id: true, number: true, text: true } },
  });
  const pairs = ideas.flatMap((one, at) =>
    mostSimilar(one.text, ideas.toSpliced(at, 1), { limit: 1 })
      .filter(({ id }) => id > one.id)
      .map(({ id, score }) => ({ one, other: ideas.find((each) => each.id === id) ?? one, score })),
  );
  return pairs
    .sort((a, b) => b.score - a.score)
    .slice(0, TWINS)
    .map(({ one, other }) => ({ one: codeOf(lab, one), other: codeOf(lab, other) }));
}
