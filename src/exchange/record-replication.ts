import type { Idea, Lab, Replication } from "../generated/prisma/client.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { type Saying, show, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { shared } from "./exchange.ts";

type Copy = Pick<Idea, "id" | "number" | "authorId" | "anonymous" | "inspiredById">;
type Source = Idea & { lab: Lab };

/** It can be taken back for so long before the other lab hears of it, in milliseconds. */
const UNDO = 60_000;

/** What takes the news of a replication back. */
export const newsKey = (id: number) => `replication:${id}`;

/**
 * This lab's copy of another lab's idea was posted: that is recorded, once a lab, and told to the idea's author and
 * facilitators, who learn which lab it is, and no person. Nothing where the idea came of none of another lab's.
 */
export async function recordReplication(scene: LabScene, copy: Copy): Promise<Saying[]> {
  const { lab, person } = scene;
  const source = lab.admittedAt && copy.inspiredById && (await findSource(scene, copy.inspiredById));
  if (!source) return [];
  // Whose it is stays in the idea alone: an anonymous author is not noted a second time.
  const recorded = await record(scene, { ...copy, ideaId: source.id, personId: person.id });
  if (!recorded) return [];
  const args = { replication: recorded.id, code: codeOf(lab, copy), ...named(source) };
  return [
    tell({ personId: copy.authorId }, "exchange.recorded", args, { urgent: copy.authorId === person.id }),
    show(source.id),
    ...(await tellSource(scene, source, recorded)),
  ];
}

const named = (source: Source) => ({ source: codeOf(source.lab, source), lab: source.lab.name });

const findSource = ({ db, lab }: LabScene, id: number) =>
  db.idea.findFirst({
    where: { AND: [shared, { id, labId: { not: lab.id } }] },
    include: { lab: true },
  });

/** The row of this lab; nothing where another copy of it counts already. */
async function record(
  { db, lab, now }: LabScene,
  { id: copyId, ideaId, personId }: { id: number; ideaId: number; personId: number },
): Promise<Pick<Replication, "id"> | undefined> {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    insert into "Replication" as r ("ideaId", "labId", "copyId", "personId", at)
    values (${ideaId}, ${lab.id}, ${copyId}, ${personId}, ${now})
    on conflict ("ideaId", "labId") do update
      set "copyId" = excluded."copyId", "personId" = excluded."personId", at = excluded.at, "undoneAt" = null
      where r."undoneAt" is not null or not exists (
        select from "Idea" i where i.id = r."copyId" and i.state = 'posted')
    returning id`;
  return row;
}

/** Tells the author and the facilitators of the idea that was taken up, each once. */
async function tellSource({ db, lab }: LabScene, source: Source, { id }: Pick<Replication, "id">) {
  const facilitators = await findFacilitators(db, source.labId);
  const people = new Set([source.authorId, ...facilitators.map(({ personId }) => personId)]);
  const args = { code: codeOf(source.lab, source), title: titleOf(source.text).title, lab: lab.name };
  const more = { cancelKey: newsKey(id), after: UNDO, zone: source.lab.zone };
  const about = { about: "idea", id: source.id } as const;
  return [...people].map((personId) => tell({ personId }, "exchange.replicated", args, { ...more, about }));
}

/** What is not told yet of a copy that goes out of sight is not told. */
export async function holdNews({ db }: LabScene, { id: copyId }: Pick<Idea, "id">): Promise<Saying[]> {
  const found = await db.replication.findMany({ where: { copyId, undoneAt: null }, select: { id: true } });
  return found.map(({ id }) => ({ do: "cancel", cancelKey: newsKey(id) }));
}

/** The copy is back: what was held is told after all. */
export async function tellHeld(scene: LabScene, { id: copyId }: Pick<Idea, "id">): Promise<Saying[]> {
  const { db } = scene;
  const where = { copyId, undoneAt: null };
  const found = await db.replication.findFirst({ where, include: { idea: { include: { lab: true } } } });
  if (!found) return [];
  const news = await db.outbox.groupBy({ by: ["state"], where: { cancelKey: newsKey(found.id) } });
  const isHeld = news.length > 0 && news.every(({ state }) => state === "cancelled");
  return isHeld ? tellSource(scene, found.idea, found) : [];
}
