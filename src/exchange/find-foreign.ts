import type { LabScene } from "../use-case.ts";
import { shared } from "./exchange.ts";

type Which = { id: number } | { labId: number; number: number };

/** Another lab's idea that this lab may see; both are in the exchange. Any other is none. */
export async function findForeign({ db, lab }: Pick<LabScene, "db" | "lab">, which: Which) {
  if (!lab.admittedAt) return undefined;
  const where = { AND: [shared, which, { labId: { not: lab.id } }] };
  return (await db.idea.findFirst({ where, include: { lab: true, unit: true } })) ?? undefined;
}

/** What is found of another lab's idea. */
export type FoundForeign = NonNullable<Awaited<ReturnType<typeof findForeign>>>;
