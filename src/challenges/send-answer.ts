import { sentAs } from "../ideas/add-idea.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type Saying, toast, turn } from "../sayings.ts";
import { fullOf } from "../screening/hold-idea.ts";
import type { LabScene } from "../use-case.ts";
import { hasAnsweredEnough, isRunning, showBoard } from "./answer-challenge.ts";

/**
 * `Kirim` under an answer that was one too many that day: it counts on the board, which tells nothing of its words.
 * Nothing where it answers no session, or one that is over: then it is an idea as any other.
 */
export async function sendAnswer(
  scene: LabScene,
  idea: Told,
  how: "name" | "anonymous",
): Promise<Saying[] | undefined> {
  const { db, lab, now } = scene;
  const { id, challengeId } = idea;
  if (!challengeId) return undefined;
  if (!(await isRunning(scene, challengeId))) {
    await db.idea.update({ where: { id }, data: { challengeId: null } });
    return undefined;
  }
  if (how === "anonymous") return [toast("challenge.withName", {}, true)];
  if (await hasAnsweredEnough(scene, challengeId))
    return [toast("idea.fullToday", fullOf(scene, idea, how), true)];
  await db.idea.update({ where: { id }, data: sentAs("posted", now) });
  const files = (await db.attachment.count({ where: { ideaId: id } })) > 0 ? [{}] : [];
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title, files };
  return [turn("challenge.counted", args), showBoard(challengeId)];
}
