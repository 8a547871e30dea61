import type { App } from "../app.ts";
import { EDITION, termsOf } from "./terms.ts";

/** So many ideas get their terms at a time. */
const SOME = 500;

/** Gives ideas the terms that the search finds them by, where the word lists were edited since. */
export async function indexIdeas({ db }: Pick<App, "db">): Promise<void> {
  for (let some = SOME; some === SOME; ) {
    const ideas = await db.$queryRaw<{ id: number; labId: number; text: string }[]>`
      (select id, "labId", text from "Idea" where "termsEdition" < ${EDITION} limit ${SOME})
      union all
      (select id, "labId", text from "Idea" where "termsEdition" > ${EDITION} limit ${SOME}) limit ${SOME}`;
    some = ideas.length;
    if (some === 0) return;
    const rows = ideas.map(({ id, labId, text }) => ({ id, text, terms: termsOf(labId, text) }));
    await db.$executeRaw`
      update "Idea" i set terms = array(select jsonb_array_elements_text(n.terms)), "termsEdition" = ${EDITION}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id int, text text, terms jsonb)
      where i.id = n.id and i.text = n.text`;
  }
}
