import { z } from "zod";
import { RowId } from "../row-id.ts";
import { say, toast } from "../sayings.ts";
import type { UseCase } from "../use-case.ts";
import { waitingIn } from "./hold-files.ts";
import { tellUntaken } from "./tell-untaken.ts";

export const EndForm = z.object({ draft: RowId });

/** `Batal` under a question: that one is not asked any more. What was typed stays where it stands. */
export const endForm: UseCase<typeof EndForm> = async (scene, { draft: id }) => {
  const { db, person, chat, now } = scene;
  const open = { personId: person.id, chatId: chat.id, doneAt: null };
  const draft = await db.draft.findFirst({ where: { ...open, id } });
  if (draft) {
    await db.draft.update({ where: { id }, data: { doneAt: now } });
    return [say("form.ended", {}), ...(await tellUntaken(scene, draft, waitingIn(draft)))];
  }
  const newer = (await db.draft.count({ where: open })) > 0;
  return [newer ? toast("form.newerOpen", {}, true) : toast("idea.formClosed", {})];
};
