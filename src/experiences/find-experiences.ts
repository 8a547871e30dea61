import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { mostSimilar } from "../language/similar.ts";
import { termsOf } from "../search/terms.ts";
import { type ExperiencePart, partOf, withFiles, wordsOf } from "./experience.ts";

/** So many that speak of one of the same things are compared, and so many shown. */
const COMPARED = 200;
const MOST = 2;

/** The lab's experiences that resemble a text, most alike first. */
export async function findExperiences(
  db: Db,
  { id: labId }: Pick<Lab, "id">,
  text: string,
  most = MOST,
): Promise<ExperiencePart[]> {
  const found = await db.experience.findMany({
    where: { labId, withdrawnAt: null, heldAt: null, terms: { hasSome: termsOf(labId, text) } },
    ...{ include: { person: true, ...withFiles }, orderBy: { sharedAt: "desc" }, take: COMPARED },
  });
  const whole = found.map((one) => ({ id: one.id, text: wordsOf(one) }));
  return mostSimilar(text, whole, { limit: most }).flatMap(({ id }) =>
    found
      .filter((one) => one.id === id)
      .map((one) => partOf({ ...one, who: one.person.name, files: one.attachments.length })),
  );
}
