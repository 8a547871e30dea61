import { MOST } from "../cards/details.ts";
import type { Db } from "../db.ts";
import { codeOf } from "../ideas/idea.ts";
import type { LabScene } from "../use-case.ts";

/** The ideas that are joined to one, in their order. */
export const findJoined = (db: Db, intoId: number) =>
  db.join.findMany({
    where: { intoId, undoneAt: null, idea: { state: "joined" } },
    ...{ include: { idea: true }, orderBy: { id: "asc" }, take: MOST },
  });

/** So many of them can be parted from where the idea is shown. */
const PARTED = 8;

/** What a facilitator can part from it. */
export async function findParts({ db, lab }: LabScene, { id }: { id: number }) {
  const joins = await findJoined(db, id);
  return joins.slice(-PARTED).map(({ id: join, idea }) => ({ join, code: codeOf(lab, idea) }));
}
