import type { Told } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import type { Shown } from "./exchange.ts";
import { counts } from "./replication.ts";
import { mayShare } from "./share-idea.ts";
import { mayUndo } from "./undo-replication.ts";

/** What an idea's details say of other labs: who sees it there, who took it up, and what this person may do. */
export async function describeSharing(scene: LabScene, idea: Told): Promise<Shown> {
  const { db, lab } = scene;
  const copies = await db.replication.findMany({
    where: { ideaId: idea.id, ...counts },
    include: { lab: true },
    orderBy: { id: "asc" },
  });
  const own = await db.replication.findFirst({ where: { copyId: idea.id, labId: lab.id } });
  const isSeen = idea.sharedAt !== null && lab.admittedAt !== null && idea.state === "posted";
  const mayChange = lab.admittedAt !== null && idea.state === "posted" && mayShare(scene, idea);
  return {
    shared: isSeen ? [{}] : [],
    sharing: mayChange ? [{ next: idea.sharedAt ? "no" : "yes" }] : [],
    copies: copies.map(({ lab: there }) => ({ lab: there.name })),
    replication:
      own && idea.state === "posted" && mayUndo(scene, { ...own, copy: idea })
        ? [{ id: own.id, next: own.undoneAt ? "yes" : "no" }]
        : [],
  };
}
