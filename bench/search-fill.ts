import { Prisma, type Store } from "../src/db.ts";
import { EDITION, EVERYBODY, termsOf } from "../src/ideas/terms.ts";

/** So many labs of so many ideas: a million. */
export const LABS = 500;
export const IN_A_LAB = 2_000;
/** One of so many is shared with other labs. */
export const SHARED = 10;

/** A lab with these ideas, told apart by their numbers, from 1. */
export async function fillLab(db: Store, texts: string[]): Promise<number> {
  const [lab] = await db.$queryRaw<{ id: number }[]>`
    insert into "Lab" (name, code, zone, locale, "periodFrom", "periodTo", "createdAt")
    values ('Lab', 'LAB', 'Asia/Jakarta', 'id', now(), now() + interval '1 year', now()) returning id`;
  const [person] = await db.$queryRaw<{ id: number }[]>`
    insert into "Person" ("telegramId", name) values (1, 'Warga') returning id`;
  const labId = lab?.id ?? 0;
  const rows = texts.map((text, n) => ({ n: n + 1, text, terms: termsOf(labId, text) }));
  await db.$executeRaw`
    insert into "Idea" ("labId", number, "authorId", text, terms, "termsEdition", "createdAt", "postedAt")
    select ${labId}, n, ${person?.id}, text, array(select jsonb_array_elements_text(terms)), ${EDITION}, now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(n int, text text, terms jsonb)`;
  return labId;
}

/** A million ideas in as many words as `texts` has; each lab's lie scattered, as time leaves them, and every tenth is shared. */
export async function fillMillion(db: Store, texts: string[]): Promise<void> {
  const rows = texts.map((text, n) => ({ n, text, terms: termsOf(0, text).map((term) => term.slice(1)) }));
  for (const text of [
    `insert into "Lab" (id, name, code, zone, locale, "periodFrom", "periodTo", "ideaCount", "createdAt", "admittedAt")
      select n, 'Lab ' || n, 'L' || n, 'Asia/Jakarta', 'id', now(), now() + interval '1 year', ${IN_A_LAB}, now(), now()
      from generate_series(1, ${LABS}) n`,
    `insert into "Person" (id, "telegramId", name, private, "currentLabId")
      select n, n, 'Warga ' || n, 'open', n from generate_series(1, ${LABS}) n`,
    `insert into "Chat" (id, "telegramId", kind) select id, "telegramId", 'private' from "Person"`,
    "create table sentence (n int primary key, text text, terms jsonb)",
  ])
    await db.$executeRaw(Prisma.raw(text));
  await db.$executeRaw`
    insert into sentence select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(n int, text text, terms jsonb)`;
  const slice = 100_000;
  for (let from = 0; from < LABS * IN_A_LAB; from += slice)
    await db.$executeRaw`
      insert into "Idea" ("labId", number, "authorId", text, terms, "termsEdition", "createdAt", "postedAt",
        "sharedAt")
      select 1 + k % ${LABS}::int, 1 + k / ${LABS}::int, 1 + k % ${LABS}::int, s.text,
        array(select (1 + k % ${LABS}::int) || t from jsonb_array_elements_text(s.terms) t) ||
          case when k / ${LABS}::int % ${SHARED}::int = 0
            then array(select ${EVERYBODY}::int || t from jsonb_array_elements_text(s.terms) t) else '{}' end, ${EDITION},
        now() - (1000000 - k) * interval '30 s', now() - (1000000 - k) * interval '30 s',
        case when k / ${LABS}::int % ${SHARED}::int = 0 then now() end
      from generate_series(${from}::int, ${from + slice - 1}::int) k
      join sentence s on s.n = (k::bigint * 7919) % ${texts.length}::int`;
  for (const table of ["Idea", "Lab", "Person", "Chat"])
    await db.$executeRaw(Prisma.raw(`vacuum (analyze) "${table}"`));
}
