import { z } from "zod";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const FollowIdea = z.object({ idea: RowId });

/** Wishes to hear what happens to an idea; a second press ends it. */
export const followIdea: UseCase<typeof FollowIdea, LabScene> = async (
  { db, lab, person, now },
  { idea: ideaId },
) => {
  const follow = { ideaId, personId: person.id };
  const [found] = await db.$queryRaw<{ number: number; on: boolean }[]>`
    with found as (
      select id, number from "Idea" where id = ${ideaId} and "labId" = ${lab.id} and state = 'posted'
    ), follows as (
      insert into "Follow" ("ideaId", "personId", "followedAt") select id, ${person.id}, ${now} from found
      on conflict do nothing returning 1
    )
    select number, exists (select from follows) as "on" from found`;
  if (!found) return [toast("idea.missing", {}, true)];
  const args = { code: codeOf(lab, found) };
  if (found.on && person.private === "open") return [toast("follow.on", args)];
  if (found.on) return [toast("follow.onUnreached", args, true)];
  await db.follow.deleteMany({ where: follow });
  return [toast("follow.off", args)];
};
