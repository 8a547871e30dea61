import { z } from "zod";
import { recordReplication } from "../exchange/record-replication.ts";
import { RowId } from "../row-id.ts";
import { card, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf } from "./idea.ts";
import { groupOf } from "./keep-idea.ts";

export const ApproveIdea = z.object({ idea: RowId, answer: z.enum(["yes", "no"]) });

/** A facilitator's yes or no to an anonymous idea. Its author hears of it, and stays unknown. */
export const approveIdea: UseCase<typeof ApproveIdea, LabScene> = async (scene, { idea: id, answer }) => {
  const { db, lab, now } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  if (idea.state !== "waiting") return [toast("idea.alreadySent", { code })];

  const author = { personId: idea.authorId };
  if (answer === "no") {
    await db.idea.update({ where: { id }, data: { state: "withdrawn" } });
    return [turn("idea.declinedHere", { code }), tell(author, "idea.declined", { code })];
  }
  await db.idea.update({ where: { id }, data: { state: "posted", postedAt: now } });
  const group = await groupOf(db, lab);
  return [
    turn("idea.approvedHere", { code }),
    ...(group ? [card({ to: "chat", chatId: group.id }, id)] : []),
    tell(author, "idea.approved", { code, group: group?.title ?? lab.name }),
    ...(await recordReplication(scene, idea)),
  ];
};
