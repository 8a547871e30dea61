import { z } from "zod";
import { turnIdea } from "../cards/show-idea.ts";
import { findToComplete } from "../completion/complete-idea.ts";
import { askedNow } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { type Saying, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { originsOf } from "./find-origin.ts";
import { keptOf } from "./keep-idea.ts";
import { showWithOrigin } from "./remove-idea.ts";

/** `shown`: what the button stood under, and what is shown anew. */
export const ForgetOrigin = z.object({ idea: RowId, other: RowId, shown: z.enum(["kept", "details"]) });

/** `Hapus “Terinspirasi TNB-1”`: it came of no other idea after all. */
export const forgetOrigin: UseCase<typeof ForgetOrigin, LabScene> = async (
  scene,
  { idea: id, other, shown },
): Promise<Saying[]> => {
  const { db } = scene;
  const idea = await findToComplete(scene, id);
  if ("refused" in idea) return idea.refused;
  if (idea.inspiredById !== other) return [toast("person.oldButton", {})];
  const [origin] = await originsOf(scene, idea);
  if (!origin) return [toast("exchange.undoFirst", {}, true)];
  await db.idea.update({ where: { id }, data: { inspiredById: null } });
  // A replication that was taken back cannot be noted again of an idea that came of none.
  await db.replication.updateMany({ where: { copyId: id }, data: { copyId: null } });
  const now = { ...idea, inspiredById: null };
  const anew =
    shown === "kept" && idea.state === "draft"
      ? [turn("idea.kept", await keptOf(scene, now, await askedNow(scene, now)))]
      : await turnIdea(scene, { idea: id, page: 0 });
  return [toast("idea.originForgotten", { code: origin.code }), ...anew, ...showWithOrigin(idea)];
};
