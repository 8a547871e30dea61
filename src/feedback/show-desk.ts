import { z } from "zod";
import { findOwn } from "../authors/own-idea.ts";
import { findAuthors } from "../cards/find-authors.ts";
import { findSecrets, outside } from "../challenges/find-secrets.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying } from "../sayings.ts";
import { similarOf } from "../search/name-similar-ideas.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const ShowDesk = z.object({ text: z.string() });
export const SkipAtDesk = z.object({ after: RowId });

/** The mentor's queue: the idea that has waited longest for an answer. A reply brings the next. */
export const showDesk: UseCase<typeof ShowDesk, LabScene> = (scene) => nextAtDesk(scene, {});

/** "Lewati": the idea that waits next longest after this one. */
export const skipAtDesk: UseCase<typeof SkipAtDesk, LabScene> = (scene, { after }) =>
  nextAtDesk(scene, { after });

const DAY = 86_400_000;

type Want = { after?: number; quietWhenEmpty?: boolean };

/** The next idea without an answer, oldest first, that is not the mentor's own. */
export async function nextAtDesk(scene: LabScene, { after, quietWhenEmpty }: Want): Promise<Saying[]> {
  const { db, lab, person, now } = scene;
  const where = {
    labId: lab.id,
    state: "posted",
    id: { notIn: await findOwn(db, person.id) },
    feedback: { none: { withdrawnAt: null } },
    ...outside(await findSecrets(db, lab.id)),
  };
  const waiting = await db.idea.count({ where });
  const skipped = after ? { AND: [{ id: { gt: after } }] } : {};
  const idea = await db.idea.findFirst({
    where: { ...where, ...skipped },
    include: { author: true },
    orderBy: { id: "asc" },
  });

  if (!idea && waiting > 0) return [aside("desk.emptyForNow", { waiting })];
  if (!idea) return quietWhenEmpty ? [] : [aside("desk.empty", { lab: lab.name })];
  const days = Math.floor((now.getTime() - (idea.postedAt ?? now).getTime()) / DAY);
  const named = { id: idea.id, author: idea.anonymous ? null : idea.author.name };
  const args = {
    ...{ id: idea.id, code: codeOf(lab, idea), text: idea.text, waiting, days },
    author: (await findAuthors(db, [named])).get(idea.id) ?? [],
    anonymous: idea.anonymous ? [{}] : [],
    similar: await similarOf(db, { ...idea, lab }),
  };
  return [aside("desk.idea", args, { about: { about: "idea", id: idea.id } })];
}
