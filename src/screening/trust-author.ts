import { z } from "zod";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const TrustAuthor = z.object({ idea: RowId, trust: z.enum(["yes", "no"]) });

/** `Percayai penulis` and `Jangan percayai lagi`: whether what this author writes needs a facilitator's yes. */
export const trustAuthor: UseCase<typeof TrustAuthor, LabScene> = async (scene, { idea: id, trust }) => {
  const idea = await findIdea(scene.db, scene.lab, id);
  if (!idea || idea.anonymous) return [toast("person.oldButton", {})];
  await trustFrom(scene, idea, trust === "yes");
  return [toast(trust === "yes" ? "author.trusted" : "author.untrusted", { who: idea.author.name })];
};

/** Who has to be trusted with an idea: whoever sent it, be it somebody else's words. */
export const senderOf = ({ recordedById, authorId }: Pick<Told, "recordedById" | "authorId">) =>
  recordedById ?? authorId;

export const trustFrom = ({ db, lab, now }: LabScene, idea: Told, trust: boolean) =>
  db.membership.updateMany({
    where: { personId: senderOf(idea), labId: lab.id },
    data: { trustedAt: trust ? now : null },
  });

/**
 * Whether an idea's author is trusted: nothing where ideas need no yes, where the author is trusted by a role, or is
 * not to be known.
 */
export async function trustIn({ db, lab }: LabScene, idea: Told): Promise<{ on: "yes" | "no" }[]> {
  if (!lab.screens || idea.anonymous) return [];
  const author = await db.membership.findUnique({
    where: { personId_labId: { personId: idea.authorId, labId: lab.id } },
  });
  if (!author || author.roles.length > 0) return [];
  return [{ on: author.trustedAt ? "yes" : "no" }];
}
