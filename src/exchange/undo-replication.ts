import { z } from "zod";
import type { Idea, Replication } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { newsKey, recordReplication } from "./record-replication.ts";

export const UndoReplication = z.object({ replication: RowId, answer: z.enum(["yes", "no"]) });

/** `Batalkan`, and `Catat lagi`: the copy stays an idea of this lab; whether it counts as a replication changes. */
export const undoReplication: UseCase<typeof UndoReplication, LabScene> = async (
  scene,
  { replication: id, answer },
) => {
  const { db, lab, now } = scene;
  const found = await db.replication.findFirst({
    where: { id, labId: lab.id },
    include: { copy: true, idea: { include: { lab: true } } },
  });
  if (!found?.copy) return [toast("person.oldButton", {})];
  if (!mayUndo(scene, { ...found, copy: found.copy })) return [toast("idea.ownOnly", {}, true)];
  if (answer === "yes") return again(scene, found.copy, found);
  if (found.undoneAt) return [toast("person.oldButton", {})];
  await db.replication.update({ where: { id }, data: { undoneAt: now } });
  const args = { replication: id, code: codeOf(lab, found.copy), source: codeOf(found.idea.lab, found.idea) };
  return [
    turn("exchange.undone", { ...args, lab: found.idea.lab.name }),
    show(found.ideaId),
    { do: "cancel", cancelKey: newsKey(id) },
  ];
};

async function again(scene: LabScene, copy: Idea, { undoneAt }: Replication): Promise<Saying[]> {
  if (copy.state !== "posted") return [toast("idea.missing", {}, true)];
  if (!undoneAt) return [toast("person.oldButton", {})];
  const said = await recordReplication(scene, copy);
  return said.length > 0 ? said : [toast("exchange.gone", {}, true)];
}

/** Whoever recorded it, the copy's author, or a facilitator. */
export const mayUndo = (
  { person, roles }: LabScene,
  { personId, copy }: Pick<Replication, "personId"> & { copy: Pick<Idea, "authorId"> },
) => [personId, copy.authorId].includes(person.id) || roles.includes("facilitator");
