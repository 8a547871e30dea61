import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { termsOf } from "../ideas/terms.ts";
import { cut } from "../language/cut.ts";
import { mostSimilar } from "../language/similar.ts";
import type { ExperienceItem } from "./experience.ts";

/** So many that speak of one of the same things are compared, and so many shown, each so long. */
const COMPARED = 200;
const MOST = 2;
const LETTERS = 240;

/** The lab's experiences that resemble a text, most alike first. */
export async function findExperiences(
  db: Db,
  { id: labId }: Pick<Lab, "id">,
  text: string,
): Promise<ExperienceItem[]> {
  const found = await db.experience.findMany({
    where: { labId, withdrawnAt: null, terms: { hasSome: termsOf(labId, text) } },
    ...{ include: { person: true }, orderBy: { sharedAt: "desc" }, take: COMPARED },
  });
  return mostSimilar(text, found, { limit: MOST }).flatMap(({ id }) =>
    found
      .filter((one) => one.id === id)
      .map((one) => ({ text: cut(one.text, LETTERS), who: one.person.name })),
  );
}
