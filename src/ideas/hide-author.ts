import { z } from "zod";
import { RowId } from "../row-id.ts";
import { turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const HideAuthor = z.object({ draft: RowId });

/** "Anonim", pressed before the idea is written. */
export const hideAuthor: UseCase<typeof HideAuthor, LabScene> = async (
  { db, lab, person },
  { draft: id },
) => {
  const { count } = await db.draft.updateMany({
    where: { id, personId: person.id, doneAt: null },
    data: { state: { anonymous: true } },
  });
  return [count > 0 ? turn("idea.askAnonymous", { lab: lab.name }) : turn("idea.formClosed", {})];
};
