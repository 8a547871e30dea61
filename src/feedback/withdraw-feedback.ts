import { z } from "zod";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const WithdrawFeedback = z.object({ feedback: RowId });

/** "Bukan masukan": what was taken for feedback stays as a comment. Only who gave it can say so. */
export const withdrawFeedback: UseCase<typeof WithdrawFeedback, LabScene> = async (
  scene,
  { feedback: id },
) => {
  const { db, person, now } = scene;
  const feedback = await db.feedback.findFirst({
    where: { id, personId: person.id },
    include: { idea: { include: { lab: true } } },
  });
  if (!feedback) return [toast("feedback.notYours", {}, true)];
  await db.feedback.update({ where: { id }, data: { withdrawnAt: now, lineId: null } });
  return [
    turn("feedback.withdrawn", { code: codeOf(feedback.idea.lab, feedback.idea) }),
    show(feedback.ideaId),
  ];
};
