import type { Db } from "../db.ts";
import { nextBoundary } from "../digests/period.ts";
import type { Lab } from "../generated/prisma/client.ts";
import type { Place } from "../use-case.ts";
import { codesFor } from "./code.ts";

/** A new lab of this name, with a code of its own and a digest on Monday at 08:00 in the installation's zone. */
export async function createLab(
  { db, now, defaults }: Pick<Place, "db" | "now" | "defaults">,
  name: string,
): Promise<Lab> {
  await db.$executeRaw`lock table "LabCode" in share row exclusive mode`;
  const code = await freeCode(db, name);
  const digest = { digestDay: 1, digestHour: 8, digestMinute: 0 };
  const { zone, locale } = defaults;
  return db.lab.create({
    data: {
      ...{ name: name || code, code, zone, locale, createdAt: now },
      ...{ ...digest, periodFrom: now, periodTo: nextBoundary({ zone, ...digest }, now) },
      codes: { create: { code } },
    },
  });
}

/** The best code for the name that no lab of the installation has or once had. */
async function freeCode(db: Db, name: string): Promise<string> {
  for (const code of codesFor(name)) {
    if (!(await db.labCode.findUnique({ where: { code } }))) return code;
  }
  throw new Error("no code is free");
}
