import { z } from "zod";
import type { FileGiven } from "../files/file.ts";
import { openForm } from "../forms/open-form.ts";
import { tellMissed } from "../people/tell-missed.ts";
import { type Saying, say } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { answerFromPrivate } from "./answer-challenge.ts";
import { findChallenge, questionOf } from "./draw-board.ts";

/** The link under a board whose results are hidden: `c_` and the challenge's number. */
export const AnswerQuietly = z.object({ text: z.string().regex(/^c_\d{1,9}$/) });

/** `Jawab diam-diam`: asks for the answer in private, where the group does not read it. */
export const answerQuietly: UseCase<typeof AnswerQuietly> = async (scene, { text }) => {
  const { db, person, chat, now } = scene;
  const found = await findChallenge(db, Number(text.slice(2)));
  const membership = found && { personId_labId: { personId: person.id, labId: found.labId } };
  const belongs = membership && (await db.membership.findUnique({ where: membership }));
  if (!found || !belongs || chat.kind !== "private") return [say("person.invitationUnknown", {})];
  if (found.endedAt || found.endsAt <= now) return [say("challenge.over", {})];
  await db.person.update({ where: { id: person.id }, data: { currentLabId: found.labId } });
  const about = await openForm(scene, "answer", { challenge: found.id });
  return [...(await tellMissed(scene)), say("challenge.askAnswer", questionOf(found), { about })];
};

/** The answer, of which the board tells only that it is there. */
export async function keepAnswer(
  scene: LabScene,
  state: unknown,
  text: string,
  files: FileGiven[],
): Promise<Saying[]> {
  const { challenge: id = 0 } = (state ?? {}) as { challenge?: number };
  return answerFromPrivate(scene, id, { text, files });
}
