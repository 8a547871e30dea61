import { z } from "zod";
import { RowId } from "../row-id.ts";
import { tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findAnonymous } from "./ask-authors.ts";
import { briefOf } from "./brief-newcomer.ts";
import { moveCare } from "./move-work.ts";

export const GiveAnonymous = z.object({ handover: RowId, yes: z.enum(["yes", "no"]) });

/** Only the author decides whether somebody else learns whose these ideas are. No card shows who keeps them. */
export const giveAnonymous: UseCase<typeof GiveAnonymous, LabScene> = async (
  scene,
  { handover: id, yes },
) => {
  const { db, lab, person } = scene;
  const found = await db.handover.findFirst({
    where: { id, labId: lab.id, undoneAt: null },
    include: { from: true, to: true },
  });
  const theirs = found ? await findAnonymous(scene, found) : [];
  const ideas = theirs.filter(({ authorId }) => authorId === person.id).map((idea) => idea.id);
  if (!found || (found.fromId !== person.id && ideas.length === 0)) return [toast("person.oldButton", {})];
  if (ideas.length === 0) return [toast("handover.noAnonymous", {}, true)];
  if (yes === "no") {
    // Whoever looked after them goes all the same.
    await moveCare(scene, ideas, person.id);
    return [turn("handover.keptAnonymous", {})];
  }
  await moveCare(scene, ideas, found.toId);
  const later = found.to.private === "open" ? {} : { briefedAt: null };
  await db.handover.update({ where: { id }, data: { ideas: { push: ideas }, ...later } });
  const brief = await briefOf(scene, { leaver: found.from.name, roles: [], ideas, promises: [] });
  return [
    turn("handover.gaveAnonymous", { newcomer: found.to.name, count: ideas.length }),
    tell({ personId: found.toId }, "handover.brief", brief),
  ];
};
