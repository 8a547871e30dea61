import { z } from "zod";
import { createIdea } from "../ideas/add-idea.ts";
import { groupOf } from "../ideas/find-place.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type FoundForeign, findForeign } from "./find-foreign.ts";
import { counts } from "./replication.ts";
import { pageOf } from "./show-foreign.ts";

export const ReplicateIdea = z.object({ foreign: RowId });

/**
 * `Kaji tiru`: another lab's idea becomes a draft of this lab, for its author to word and to post like any other.
 * A lab takes an idea up once: who presses later is shown what has become of it.
 */
export const replicateIdea: UseCase<typeof ReplicateIdea, LabScene> = async (scene, { foreign: id }) => {
  const source = await findForeign(scene, { id });
  if (!source) return [toast("exchange.gone", {}, true)];
  const { db, lab, person, now } = scene;
  const taken = await db.replication.count({ where: { ideaId: id, labId: lab.id, ...counts } });
  if (taken > 0) return [await pageOf(scene, source)];
  const mine = { labId: lab.id, authorId: person.id, inspiredById: id };
  const begun = await db.idea.findFirst({ where: { ...mine, state: "draft" } });
  if (begun) return [await draftOf(scene, source, begun)];

  const draft = { authorId: person.id, text: source.text, state: "draft", createdAt: now };
  const created = await createIdea(db, lab, draft);
  const copy = await db.idea.update({ where: { id: created.id }, data: { inspiredById: id } });
  return [await draftOf(scene, source, copy)];
};

type Copy = { id: number; number: number; text: string };

async function draftOf({ db, lab }: LabScene, source: FoundForeign, copy: Copy): Promise<Saying> {
  return aside("exchange.draft", {
    ...{ id: copy.id, code: codeOf(lab, copy), title: titleOf(copy.text).title },
    ...{ source: codeOf(source.lab, source), lab: source.lab.name },
    group: (await groupOf(db, lab))?.title ?? lab.name,
  });
}
