import { z } from "zod";
import { closeForms } from "../forms/open-form.ts";
import { RowId } from "../row-id.ts";
import { toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { drawTalk } from "./draw-talk.ts";

export const DropTalk = z.object({ offer: RowId });

/** "Buang": nothing becomes of it, unless it is taken back. */
export const dropTalk: UseCase<typeof DropTalk, LabScene> = async ({ db, person, now }, { offer: id }) => {
  const { count } = await db.draft.updateMany({
    where: { id, personId: person.id, kind: "talk" },
    data: { kind: "dropped", doneAt: now },
  });
  return [count > 0 ? turn("talk.dropped", { draft: id }) : toast("person.oldButton", {})];
};

/** "Kembalikan": it is offered again; files that wait for a sentence are asked about again. */
export const undropTalk: UseCase<typeof DropTalk, LabScene> = async (scene, { offer: id }) => {
  const { db, person } = scene;
  const where = { id, personId: person.id, kind: "dropped" };
  const { count } = await db.draft.updateMany({ where, data: { kind: "talk" } });
  const drawn = count > 0 ? await drawTalk(db, id) : undefined;
  if (!drawn) return [toast("person.oldButton", {})];
  if (drawn.key === "talk.needsWords") {
    await closeForms(scene);
    await db.draft.update({ where: { id }, data: { doneAt: null } });
  }
  return [{ do: "turn", what: drawn }];
};
