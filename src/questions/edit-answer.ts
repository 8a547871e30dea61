import type { LabScene } from "../use-case.ts";
import { stateOf } from "./ask-question.ts";
import { isQuestionKind, questions } from "./question.ts";

type Edited = { messageId: number; text: string };

/** The message that answered a question was edited: what is known of the idea follows, unless it was told anew since. */
export async function editAnswer({ db, person, chat }: LabScene, { messageId, text }: Edited): Promise<void> {
  const draft = await db.draft.findFirst({
    where: {
      ...{ personId: person.id, chatId: chat.id, kind: { in: [...questions] }, doneAt: { not: null } },
      state: { path: ["message"], equals: messageId },
    },
  });
  if (!draft || !isQuestionKind(draft.kind)) return;
  const { idea: id, answer = "", ...state } = stateOf(draft);
  const { count } = await db.idea.updateMany({
    where: { id, [draft.kind]: answer },
    data: { [draft.kind]: text },
  });
  if (count === 0) return;
  await db.draft.update({ where: { id: draft.id }, data: { state: { ...state, idea: id, answer: text } } });
}
