import type { Store } from "../db.ts";

/** Whether the database has our tables: a fresh one gets them with the first start. */
export async function hasTables(db: Store): Promise<boolean> {
  const [row] = await db.$queryRaw<{ there: boolean }[]>`
    select to_regclass('"Update"') is not null and to_regclass('"Outbox"') is not null as there`;
  return row?.there ?? false;
}
