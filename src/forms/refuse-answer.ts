import { say } from "../sayings.ts";
import { GatherTalk, gatherTalk } from "../talk/gather-talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { AnswerUnasked, WordlessAnswer } from "./form.ts";

/** Signs without a letter are no answer; what was asked stays asked. */
export const refuseWordless: UseCase<typeof WordlessAnswer> = async ({ db, person }, { draft: id }) =>
  (await db.draft.count({ where: { id, personId: person.id } })) > 0 ? [say("person.noWords", {})] : [];

/** What was asked of somebody in a role that went meanwhile is asked no more; what they wrote is kept as any talk. */
export const refuseAnswer: UseCase<typeof AnswerUnasked, LabScene> = async (
  scene,
  { draft: id, ...said },
) => {
  const { db, person, chat, now } = scene;
  const { count } = await db.draft.updateMany({
    where: { id, personId: person.id, doneAt: null },
    data: { doneAt: now },
  });
  if (count === 0) return [];
  const talk = chat.kind === "private" ? GatherTalk.safeParse(said) : undefined;
  return [say("person.notAsked", {}), ...(talk?.success ? await gatherTalk(scene, talk.data) : [])];
};
