import { z } from "zod";
import { RowId } from "../row-id.ts";
import { tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { briefOf } from "./brief-newcomer.ts";
import { caredFor } from "./find-members.ts";
import { moveCare } from "./make-handover.ts";

export const GiveAnonymous = z.object({ handover: RowId, yes: z.enum(["yes", "no"]) });

/** Only the author decides whether somebody else learns whose these ideas are. No card shows who keeps them. */
export const giveAnonymous: UseCase<typeof GiveAnonymous, LabScene> = async (
  scene,
  { handover: id, yes },
) => {
  const { db, lab, person } = scene;
  const found = await db.handover.findFirst({
    where: { id, labId: lab.id, fromId: person.id, undoneAt: null },
    include: { to: true },
  });
  if (!found) return [toast("person.oldButton", {})];
  if (yes === "no") return [turn("handover.keptAnonymous", {})];
  const theirs = await db.idea.findMany({ where: caredFor(lab.id, person.id, true), select: { id: true } });
  const ideas = theirs.map((idea) => idea.id);
  if (ideas.length === 0) return [toast("handover.noAnonymous", {}, true)];
  await moveCare(scene, ideas, found.toId);
  await db.handover.update({ where: { id }, data: { ideas: { push: ideas } } });
  const brief = await briefOf(scene, { leaver: person.name, roles: [], ideas });
  return [
    turn("handover.gaveAnonymous", { newcomer: found.to.name, count: ideas.length }),
    tell({ personId: found.toId }, "handover.brief", brief),
  ];
};
