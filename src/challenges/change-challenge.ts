import { z } from "zod";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { showBoard } from "./answer-challenge.ts";
import { LONG, LONGEST, leftUntil, nudgeOf, SESSION } from "./challenge.ts";
import { revealAnswers } from "./reveal-answers.ts";

export const ChangeChallenge = z.object({
  challenge: RowId,
  act: z.enum(["end", "longer", "days", "problems", "hide", "reveal"]),
});

const MORE = { longer: SESSION, days: LONG };

/** What a facilitator does with a running challenge: ends it, makes it longer, asks for problems instead of ideas. */
export const changeChallenge: UseCase<typeof ChangeChallenge, LabScene> = async (
  scene,
  { challenge: id, act },
) => {
  const { db, lab, now } = scene;
  const where = { id, labId: lab.id, endedAt: null, endsAt: { gt: now } };
  const found = await db.challenge.findFirst({ where });
  if (!found) return [toast("challenge.over", {}, true)];
  if (act === "end") {
    await db.challenge.update({ where: { id }, data: { endsAt: now } });
    return [toast("challenge.over", {}), showBoard(id)];
  }
  if (act === "problems") {
    const { count } = await db.challenge.updateMany({
      where: { ...where, problemId: null, ideas: { none: {} } },
      data: { kind: "problems" },
    });
    if (count === 0) return [toast("challenge.tooLate", {}, true)];
    return [toast("challenge.asksForProblems", {}), showBoard(id)];
  }
  if (act === "hide" || act === "reveal") {
    if (act === "reveal") await revealAnswers(db, id, now);
    await db.challenge.update({ where: { id }, data: { hidden: act === "hide" } });
    return [toast(act === "hide" ? "challenge.hidden" : "challenge.revealed", {}), showBoard(id)];
  }
  const latest = found.startedAt.getTime() + LONGEST;
  const endsAt = new Date(Math.min(found.endsAt.getTime() + MORE[act], latest));
  // It reminds once; what grows by days is another one, and reminds of its own end.
  const reminded = act === "longer" && found.nudgeAt === null;
  const nudgeAt = reminded ? null : nudgeOf(found.startedAt, endsAt);
  await db.challenge.update({ where: { id }, data: { endsAt, nudgeAt } });
  return [toast("challenge.longer", { left: leftUntil(endsAt, now) }), showBoard(id)];
};
