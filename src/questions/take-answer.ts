import { answerForm } from "../forms/answer-form.ts";
import type { AnswerForm } from "../forms/form.ts";
import { toast, turn } from "../sayings.ts";
import { findTalk } from "../talk/find-talk.ts";
import { closeTalk } from "../talk/take-talk.ts";
import { wholeOf } from "../talk/talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";

/** `Ini jawabannya`: what was taken for plain words answers the question after all. */
export const takeAnswer: UseCase<typeof AnswerForm.talk, LabScene> = async (
  scene,
  { offer, draft: id, form },
) => {
  const { db, person, chat } = scene;
  const draft = await db.draft.findFirst({
    where: { id, personId: person.id, chatId: chat.id, kind: form, doneAt: null },
  });
  if (!draft) return [toast("idea.formClosed", {}, true)];
  const found = await findTalk(scene, { id: offer });
  if (!found || found.talk.besides !== id) return [toast("person.oldButton", {})];
  await closeTalk(scene, found);
  const { words: text, files } = wholeOf(found.talk);
  const answer = { draft: id, form, text, files, forwarded: false, reply: true };
  return [turn("talk.answered", {}), ...(await answerForm(scene, answer))];
};
