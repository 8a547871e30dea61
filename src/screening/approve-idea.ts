import { z } from "zod";
import { tellCoAuthors } from "../authors/tell-coauthors.ts";
import type { Db } from "../db.ts";
import { recordReplication } from "../exchange/record-replication.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { placeOf } from "../ideas/find-place.ts";
import { codeOf } from "../ideas/idea.ts";
import { recordedArgs } from "../ideas/record-idea.ts";
import { RowId } from "../row-id.ts";
import { card, type Saying, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { questionOf } from "./ask-for-yes.ts";
import { senderOf, trustFrom } from "./trust-author.ts";

export const ApproveIdea = z.object({ idea: RowId, answer: z.enum(["yes", "no", "trust", "back"]) });

/** A facilitator's yes or no to an idea that waits. Its author hears of it; an anonymous one stays unknown. */
export const approveIdea: UseCase<typeof ApproveIdea, LabScene> = async (scene, { idea: id, answer }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  if (idea.state !== "waiting") return [toast("idea.alreadySent", { code })];
  if (answer === "back") return [await askAgain(db, idea)];
  if (answer === "no") return [turn("idea.askDecline", { id, code, text: idea.text })];
  if (answer === "trust" && idea.anonymous) return [toast("person.oldButton", {})];
  if (answer === "trust") await trustFrom(scene, idea, true);
  return approve(scene, idea, answer === "trust");
};

async function approve(scene: LabScene, idea: Told, trusts: boolean): Promise<Saying[]> {
  const { db, lab, now } = scene;
  const { id, author, coauthors } = idea;
  const sender = await db.person.findUniqueOrThrow({ where: { id: senderOf(idea) } });
  await db.idea.update({ where: { id }, data: { state: "posted", postedAt: now } });
  const place = await placeOf(db, lab, idea);
  const args = { code: codeOf(lab, idea), anonymous: idea.anonymous ? [{}] : [] };
  const group = place?.title ?? lab.name;
  return [
    turn("idea.approvedHere", { ...args, trusted: trusts ? [{ who: sender.name }] : [] }),
    ...(place ? [card(place.address, id)] : []),
    tell({ personId: sender.id }, "idea.approved", { ...args, group, trusted: trusts ? [{}] : [] }),
    ...(sender.id === author.id
      ? []
      : [tell({ personId: author.id }, "idea.recorded", recordedArgs(lab, sender, idea))]),
    ...(await recordReplication(scene, idea)),
    ...(await tellCoAuthors(scene, idea, { people: coauthors.map((one) => one.personId), by: author })),
  ];
}

/** The question, as it was before. */
export async function askAgain(db: Db, idea: Told): Promise<Saying> {
  const { recordedById: id } = idea;
  const recordedBy = id ? await db.person.findUnique({ where: { id } }) : null;
  return { do: "turn", what: await questionOf(db, idea.lab, { ...idea, recordedBy }) };
}
