import { z } from "zod";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { UNDO, WITH_WORDS } from "./decision.ts";
import { drawChoice } from "./draw-choice.ts";

export const UndoDecision = z.object({ decision: RowId });

/** "Batalkan": as if the leader had not pressed, as long as nobody heard of it. The buttons come back. */
export const undoDecision: UseCase<typeof UndoDecision> = async ({ db, person, now }, { decision: id }) => {
  const where = { id, personId: person.id };
  const found = await db.decision.findFirst({ where, include: { idea: { include: { lab: true } } } });
  if (!found) return [toast("idea.missing", {}, true)];
  const code = codeOf(found.idea.lab, found.idea);

  // What waits for its words waits longer than the others.
  const early = { OR: [{ decidedAt: { gt: new Date(now.getTime() - UNDO) } }, { kind: { in: WITH_WORDS } }] };
  const { count } = await db.decision.updateMany({
    where: { id, undoneAt: null, toldAt: null, ...early },
    data: { undoneAt: now },
  });
  if (count === 0 && !found.undoneAt) return [toast("decision.tooLate", { code }, true)];
  const mine = { personId: person.id, kind: "reason", doneAt: null };
  await db.draft.updateMany({
    where: { ...mine, state: { equals: { decision: id } } },
    data: { doneAt: now },
  });
  return [turn("decision.choice", await drawChoice(db, found.ideaId)), toast("decision.undone", { code })];
};

export const ReopenDecision = z.object({ idea: RowId });

/** "Ubah": the four buttons again, for a decision that has been told. The next press replaces it. */
export const reopenDecision: UseCase<typeof ReopenDecision, LabScene> = async ({ db, lab }, { idea: id }) => {
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  return [turn("decision.choice", await drawChoice(db, id))];
};
