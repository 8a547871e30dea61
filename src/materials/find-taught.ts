import type { Short } from "../digests/digest.ts";
import { short } from "../digests/find-unit-work.ts";
import { todayIn } from "../plans/plan.ts";
import type { LabScene } from "../use-case.ts";
import { itemOf, type MaterialItem, withFiles } from "./material.ts";

/** So many fit in two minutes of reading. */
const MOST = 5;

/** What was taught, or noted, since a moment; newest first. */
export async function findTaught({ db, lab }: LabScene, from: Date): Promise<Short<MaterialItem>[]> {
  const since = new Date(`${todayIn(lab.zone, from)}T00:00:00Z`);
  const fresh = { OR: [{ taughtOn: { gte: since } }, { createdAt: { gte: from } }] };
  const where = { labId: lab.id, withdrawnAt: null, ...fresh };
  const count = await db.material.count({ where });
  const some = await db.material.findMany({
    ...{ where, include: withFiles, orderBy: [{ taughtOn: "desc" }, { id: "desc" }], take: MOST },
  });
  return short(
    some.map((one, n) => itemOf(lab, one, n + 1)),
    count,
  );
}
