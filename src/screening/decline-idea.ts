import { z } from "zod";
import { countShown } from "../files/show-files.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { reasons } from "../ideas/removal.ts";
import { closeAbout } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { askAgain } from "./approve-idea.ts";
import { senderOf } from "./trust-author.ts";

export const DeclineIdea = z.object({ idea: RowId, reason: z.enum(reasons.hidden) });
export const ReconsiderIdea = z.object({ idea: RowId });

/** Why an idea that waited is not posted: its author reads it. */
export const declineIdea: UseCase<typeof DeclineIdea, LabScene> = async (scene, { idea: id, reason }) => {
  const { db, lab, person, now } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  if (idea.state !== "waiting") return [toast("idea.alreadySent", { code })];
  await db.idea.update({ where: { id }, data: { state: "withdrawn" } });
  await db.removal.create({ data: { ideaId: id, personId: person.id, kind: "declined", reason, at: now } });
  await closeAbout(scene, idea);
  const whom = idea.anonymous ? { named: [], anonymous: [{}] } : { named: [{}], anonymous: [] };
  const args = { code, title: titleOf(idea.text).title, reason, ...whom };
  return [
    turn("idea.declinedHere", { id, code, reason }),
    tell({ personId: senderOf(idea) }, "idea.declined", args),
  ];
};

/** `Kembalikan`: it waits again, and its author hears so. */
export const reconsiderIdea: UseCase<typeof ReconsiderIdea, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, now } = scene;
  const idea = await findIdea(db, lab, id);
  const standing = { ideaId: id, kind: "declined", undoneAt: null };
  if (idea?.state !== "withdrawn") return [toast("person.oldButton", {})];
  const { count } = await db.removal.updateMany({ where: standing, data: { undoneAt: now } });
  if (count === 0) return [toast("person.oldButton", {})];
  await db.idea.update({ where: { id }, data: { state: "waiting" } });
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title, asks: [] };
  const to = { personId: senderOf(idea) };
  const { own } = await countShown(db, id);
  const told = idea.anonymous ? tell(to, "idea.waits", { ...args, own }) : tell(to, "idea.screened", args);
  return [await askAgain(db, idea), told];
};
