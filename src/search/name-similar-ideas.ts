import type { Db } from "../db.ts";
import { findSimilarElsewhere } from "../exchange/find-shared-ideas.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import { findSimilarIdeas, MOST } from "./find-similar-ideas.ts";

type Compared = Pick<Idea, "id" | "text" | "inspiredById"> & { lab: Lab };

/**
 * Which earlier ideas it resembles, this lab's first, then what other labs share; three at the most. Found when it is
 * drawn, so that whoever writes ideas waits for nobody.
 */
export async function similarOf(db: Db, { id: before, text, inspiredById, lab }: Compared) {
  const found = await findSimilarIdeas(db, lab, { text, before });
  const wanted = { text, before, most: MOST - found.length, except: inspiredById };
  const elsewhere = await findSimilarElsewhere(db, lab, wanted);
  const codes = [
    ...found.map((one) => codeOf(lab, one)),
    ...elsewhere.map((one) => `${codeOf(one, one)} (${one.lab})`),
  ];
  return codes.length > 0 ? [{ codes: codes.join(", ") }] : [];
}
