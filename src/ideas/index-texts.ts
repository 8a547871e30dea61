import type { App } from "../app.ts";
import { Prisma } from "../db.ts";
import { EDITION, termsOf } from "./terms.ts";

/** So many texts get their terms at a time. */
const SOME = 500;

/** The tables, and what of a row the search reads. */
const TEXTS = [
  { name: "Idea", words: Prisma.sql`text` },
  { name: "Experience", words: Prisma.sql`concat_ws(E'\\n', text, place, worked, failed)` },
];

/** Gives ideas and experiences the terms that the search finds them by, where the word lists were edited since. */
export async function indexTexts(app: Pick<App, "db">): Promise<void> {
  for (const one of TEXTS) while ((await indexSome(app, one)) === SOME);
}

async function indexSome({ db }: Pick<App, "db">, { name, words }: (typeof TEXTS)[number]): Promise<number> {
  const table = Prisma.raw(`"${name}"`);
  const texts = await db.$queryRaw<{ id: number; labId: number; text: string }[]>`
    (select id, "labId", ${words} as text from ${table} where "termsEdition" < ${EDITION} limit ${SOME})
    union all
    (select id, "labId", ${words} as text from ${table} where "termsEdition" > ${EDITION} limit ${SOME}) limit ${SOME}`;
  const rows = texts.map(({ id, labId, text }) => ({ id, words: text, terms: termsOf(labId, text) }));
  if (rows.length > 0)
    await db.$executeRaw`
      update ${table} set terms = array(select jsonb_array_elements_text(n.terms)), "termsEdition" = ${EDITION}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id int, words text, terms jsonb)
      where ${table}.id = n.id and ${words} = n.words`;
  return rows.length;
}
