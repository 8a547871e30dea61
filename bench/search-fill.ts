import { categories } from "../src/completion/category.ts";
import { Prisma, type Store } from "../src/db.ts";
import { EDITION, EVERYBODY, termsOf } from "../src/search/terms.ts";

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

/** So many people and so many units a lab has. */
export const PEOPLE = 20;
export const UNITS = 12;

/**
 * A million ideas in as many words as `texts` has; each lab's lie scattered, as time leaves them, in all stages and
 * fields; every tenth is shared, every second has a vote, three of four have an answer.
 */
export async function fillMillion(db: Store, texts: string[]): Promise<void> {
  const rows = texts.map((text, n) => ({ n, text, terms: termsOf(0, text).map((term) => term.slice(1)) }));
  for (const text of [
    `insert into "Lab" (id, name, code, zone, locale, "periodFrom", "periodTo", "ideaCount", "createdAt", "admittedAt")
      select n, 'Lab ' || n, 'L' || n, 'Asia/Jakarta', 'id', now(), now() + interval '1 year', ${IN_A_LAB}, now(), now()
      from generate_series(1, ${LABS}) n`,
    `insert into "Person" (id, "telegramId", name, private, "currentLabId")
      select n, n, 'Warga ' || n, 'open', 1 + (n - 1) % ${LABS} from generate_series(1, ${LABS * PEOPLE}) n`,
    `insert into "Chat" (id, "telegramId", kind) select id, "telegramId", 'private' from "Person" where id <= ${LABS}`,
    `insert into "Unit" (id, "labId", name, key) select n, 1 + (n - 1) % ${LABS}, 'Dinas ' || n, 'dinas ' || n
      from generate_series(1, ${LABS * UNITS}) n`,
    `insert into "Membership" ("personId", "labId", "unitId", "joinedAt")
      select id, "currentLabId", 1 + ("currentLabId" - 1) + ${LABS} * ((id / ${LABS}) % ${UNITS}), now() from "Person"`,
    "create table sentence (n int primary key, text text, terms jsonb)",
  ])
    await db.$executeRaw(Prisma.raw(text));
  await db.$executeRaw`
    insert into sentence select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(n int, text text, terms jsonb)`;
  const slice = 100_000;
  for (let from = 0; from < LABS * IN_A_LAB; from += slice)
    await db.$executeRaw`
      insert into "Idea" ("labId", number, "authorId", text, terms, "termsEdition", "createdAt", "postedAt",
        "sharedAt", stage, categories, "unitId")
      select 1 + k % ${LABS}::int, 1 + k / ${LABS}::int, 1 + k % ${LABS}::int + ${LABS}::int * (k / ${LABS}::int % ${PEOPLE}::int), s.text,
        array(select (1 + k % ${LABS}::int) || t from jsonb_array_elements_text(s.terms) t) ||
          case when k / ${LABS}::int % ${SHARED}::int = 0
            then array(select ${EVERYBODY}::int || t from jsonb_array_elements_text(s.terms) t) else '{}' end, ${EDITION},
        now() - (1000000 - k) * interval '30 s', now() - (1000000 - k) * interval '30 s',
        case when k / ${LABS}::int % ${SHARED}::int = 0 then now() end,
        (array['diagnose', 'diagnose', 'diagnose', 'diagnose', 'design', 'design', 'deliver', 'display'])[1 + k / ${LABS}::int % 8],
        array[(${[...categories]}::text[])[1 + (k * 31 / ${LABS}::int) % ${categories.length}::int]],
        1 + k % ${LABS}::int + ${LABS}::int * (k / ${LABS}::int % ${UNITS}::int)
      from generate_series(${from}::int, ${from + slice - 1}::int) k
      join sentence s on s.n = (k::bigint * 7919) % ${texts.length}::int`;
  await db.$executeRaw`
    insert into "Vote" ("ideaId", "personId", "votedAt") select id, "authorId", now() from "Idea" where id % 2 = 0`;
  await db.$executeRaw`
    insert into "Feedback" ("ideaId", "personId", role, text, version, "givenAt")
    select id, "authorId", 'mentor', 'Bagus', 1, now() from "Idea" where id % 4 > 0`;
  for (const table of ["Idea", "Lab", "Person", "Chat", "Unit", "Membership", "Vote", "Feedback"])
    await db.$executeRaw(Prisma.raw(`vacuum (analyze) "${table}"`));
}
