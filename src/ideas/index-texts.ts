import type { App } from "../app.ts";
import { Prisma } from "../db.ts";
import { EDITION, termsOf } from "./terms.ts";

/** So many texts get their terms at a time. */
const SOME = 500;

/** Gives ideas and experiences the terms that the search finds them by, where the word lists were edited since. */
export async function indexTexts(app: Pick<App, "db">): Promise<void> {
  for (const table of ["Idea", "Experience"]) while ((await indexSome(app, table)) === SOME);
}

async function indexSome({ db }: Pick<App, "db">, name: string): Promise<number> {
  const table = Prisma.raw(`"${name}"`);
  const texts = await db.$queryRaw<{ id: number; labId: number; text: string }[]>`
    (select id, "labId", text from ${table} where "termsEdition" < ${EDITION} limit ${SOME})
    union all
    (select id, "labId", text from ${table} where "termsEdition" > ${EDITION} limit ${SOME}) limit ${SOME}`;
  const rows = texts.map(({ id, labId, text }) => ({ id, text, terms: termsOf(labId, text) }));
  if (rows.length > 0)
    await db.$executeRaw`
      update ${table} i set terms = array(select jsonb_array_elements_text(n.terms)), "termsEdition" = ${EDITION}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id int, text text, terms jsonb)
      where i.id = n.id and i.text = n.text`;
  return rows.length;
}
