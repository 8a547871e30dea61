import { z } from "zod";
import { owns } from "../authors/own-idea.ts";
import { askedNow, closeQuestions } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { keptOf } from "./keep-idea.ts";
import { countVote } from "./vote-idea.ts";

export const RatherIdea = z.object({ idea: RowId, other: RowId });

/** "Dukung TNB-1 saja": the draft is not sent; its author supports and follows the idea that was there before. */
export const ratherIdea: UseCase<typeof RatherIdea, LabScene> = async (scene, input) => {
  const found = await find(scene, input);
  if ("refused" in found) return found.refused;
  const { db, lab, person, now } = scene;
  const { draft, other } = found;
  await db.idea.update({ where: { id: draft.id }, data: { state: "withdrawn" } });
  await closeQuestions(scene, draft);
  await countVote(db, { ideaId: other.id, personId: person.id, labId: lab.id, votedAt: now });
  const follow = { ideaId: other.id, personId: person.id, followedAt: now };
  await db.follow.createMany({ data: [follow], skipDuplicates: true });
  const args = { id: draft.id, other: other.id, code: codeOf(lab, other), title: titleOf(other.text).title };
  return [turn("idea.supportsInstead", args), show(other.id)];
};

/** "Terinspirasi TNB-1": another idea that came of that one, and says so on its card. */
export const inspireIdea: UseCase<typeof RatherIdea, LabScene> = async (scene, both) => {
  const found = await find(scene, both);
  if ("refused" in found) return found.refused;
  const { draft, other } = found;
  await scene.db.idea.update({ where: { id: draft.id }, data: { inspiredById: other.id } });
  const now = { ...draft, inspiredById: other.id };
  return [
    toast("idea.inspired", { code: codeOf(scene.lab, other) }),
    turn("idea.kept", await keptOf(scene, now, await askedNow(scene, now))),
  ];
};

type Both = { idea: number; other: number };

/** One's own draft and a posted idea; else what is wrong. */
async function find(
  scene: LabScene,
  { idea, other: otherId }: Both,
): Promise<{ draft: Told; other: Told } | { refused: Saying[] }> {
  const { db, lab } = scene;
  const draft = await findIdea(db, lab, idea);
  const other = await findIdea(db, lab, otherId);
  if (!draft || other?.state !== "posted") return { refused: [toast("idea.missing", {}, true)] };
  if (!owns(scene, draft)) return { refused: [toast("idea.ownOnly", {}, true)] };
  if (draft.state !== "draft") return { refused: [toast("idea.alreadySent", { code: codeOf(lab, draft) })] };
  return { draft, other };
}
