import { z } from "zod";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

export const FollowIdea = z.object({ idea: z.coerce.number().int() });

/** Wishes to hear what happens to an idea; a second press ends it. */
export const followIdea: UseCase<typeof FollowIdea, LabScene> = async (
  { db, lab, person, now },
  { idea: ideaId },
) => {
  const idea = await findIdea(db, lab, ideaId);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const args = { code: codeOf(lab, idea) };
  const follow = { ideaId, personId: person.id };

  const { count } = await db.follow.createMany({
    data: [{ ...follow, followedAt: now }],
    skipDuplicates: true,
  });
  if (count > 0) return [toast("follow.on", args)];
  await db.follow.deleteMany({ where: follow });
  return [toast("follow.off", args)];
};
