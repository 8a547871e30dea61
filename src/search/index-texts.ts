import type { App } from "../app.ts";
import { Prisma } from "../db.ts";
import { EDITION, termsOfIdea } from "./terms.ts";

/** So many texts get their terms at a time. */
const SOME = 500;

/** Whether other labs may find an idea `i`. */
const SHARED = Prisma.sql`(i."sharedAt" is not null
  and exists (select from "Lab" l where l.id = i."labId" and l."admittedAt" is not null))`;

/** The tables, what of a row the search reads, and whether other labs may find it: an experience stays in its lab. */
const TEXTS = [
  { name: "Idea", words: Prisma.sql`i.text`, shared: SHARED },
  {
    name: "Experience",
    words: Prisma.sql`concat_ws(E'\\n', i.text, i.place, i.worked, i.failed)`,
    shared: Prisma.sql`false`,
  },
];

/** Gives ideas and experiences the terms that the search finds them by, where the word lists were edited since. */
export async function indexTexts(app: Pick<App, "db">): Promise<void> {
  for (const one of TEXTS) while ((await indexSome(app, one)) === SOME);
}

type Text = { id: number; labId: number; text: string; shared: boolean };

async function indexSome({ db }: Pick<App, "db">, { name, words, shared }: (typeof TEXTS)[number]) {
  const table = Prisma.raw(`"${name}"`);
  const columns = Prisma.sql`id, "labId", ${words} as text, ${shared} as shared`;
  const texts = await db.$queryRaw<Text[]>`
    (select ${columns} from ${table} i where "termsEdition" < ${EDITION} limit ${SOME})
    union all
    (select ${columns} from ${table} i where "termsEdition" > ${EDITION} limit ${SOME}) limit ${SOME}`;
  const rows = texts.map((one) => {
    const { id, text, shared } = one;
    return { id, words: text, shared, terms: termsOfIdea(one, shared) };
  });
  if (rows.length > 0)
    await db.$executeRaw`
      update ${table} i set terms = array(select jsonb_array_elements_text(n.terms)), "termsEdition" = ${EDITION}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id int, words text, terms jsonb, shared bool)
      where i.id = n.id and ${words} = n.words and ${shared} = n.shared`;
  return rows.length;
}
