import { Prisma, type Store } from "../src/db.ts";

/** When all labs of a filled database are due: Monday 08:00 in Jakarta, 09:00 in Makassar, 10:00 in Jayapura. */
export const DUE = new Date("2026-11-30T01:00:00Z");

/** How much there is in each lab: a group, a leader and a facilitator among its members, and a year of ideas. */
export const IN_A_LAB = { ideas: 100, people: 20 };

/** So many ideas are written at a time. */
const SLICE = 100_000;

/**
 * Fills an empty database with so many labs of a hundred ideas each, as a year's use would leave it: in the order of
 * time, so that a lab's rows lie scattered; and with three votes an idea, half an answer, half a comment, a tenth of
 * a decision. It is the same database whenever it is called.
 */
export async function fill(db: Store, labs: number): Promise<void> {
  await write(db, places(labs));
  const ideas = labs * IN_A_LAB.ideas;
  for (let from = 1; from <= ideas; from += SLICE)
    await write(db, talk(labs, { from, to: Math.min(ideas, from + SLICE - 1) }));
  for (const table of [...TABLES, "Membership", "Vote"])
    await db.$executeRaw(Prisma.raw(`vacuum (analyze) "${table}"`));
}

const TABLES = ["Lab", "Person", "Chat", "Idea", "Post", "Line", "Feedback", "Decision"];

/** Foreign keys are not checked: what is written here fits. */
async function write(db: Store, statements: string[]): Promise<void> {
  const before = ["set local session_replication_role = replica", "set local synchronous_commit = off"];
  await db.transact(async (tx) => {
    for (const text of [...before, ...statements]) await tx.$executeRaw(Prisma.raw(text));
  });
}

const from = "timestamptz '2025-12-01 01:00Z'";
const to = `timestamptz '${DUE.toISOString()}'`;

function places(labs: number): string[] {
  const people = labs * IN_A_LAB.people;
  return [
    `insert into "Lab" (id, name, code, zone, locale, "digestHour", "periodFrom", "periodTo", "ideaCount", "createdAt")
      select n, 'Lab ' || n, 'L' || n, (array['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])[1 + n % 3], 'id',
        8 + n % 3, ${to} - interval '7 days', ${to}, ${IN_A_LAB.ideas}, ${from} from generate_series(1, ${labs}) n`,
    `insert into "Person" (id, "telegramId", name, private, "currentLabId")
      select n, n, 'Warga ' || n, 'open', 1 + (n - 1) / ${IN_A_LAB.people} from generate_series(1, ${people}) n`,
    `insert into "Membership" ("personId", "labId", roles, "joinedAt")
      select id, "currentLabId", case (id - 1) % ${IN_A_LAB.people} when 0 then array['leader']
        when 1 then array['facilitator'] else '{}' end, ${from} from "Person"`,
    `insert into "Chat" (id, "telegramId", kind, title, "labId", "joinedAt")
      select n, -1002000000000 - n, 'supergroup', 'Lab ' || n, n, ${from} from generate_series(1, ${labs}) n`,
    `insert into "Chat" (id, "telegramId", kind) select ${labs} + id, "telegramId", 'private' from "Person"`,
    ...["Lab", "Person", "Chat"].map(bumped),
  ];
}

/** What is numbered by itself next comes after what is there. */
const bumped = (table: string) => `select setval('"${table}_id_seq"', (select max(id) from "${table}"))`;

/** The nth of a lab's people; the first leads, the second facilitates. */
const member = (nth: string) => `(("labId" - 1) * ${IN_A_LAB.people} + 1 + (${nth})::int)`;
const anybody = member(`floor(random() * ${IN_A_LAB.people})`);
/** After an idea, most at once, some weeks later, and never after the end. */
const later = `least("postedAt" + interval '40 days' * power(random(), 3), ${to} - interval '1 s')`;

function talk(labs: number, slice: { from: number; to: number }): string[] {
  const age = `(n - 0.5) / ${labs * IN_A_LAB.ideas}`;
  const about = (share: number) => `(select *, ${anybody} as "personId", ${later} as at from "Idea"
    where id between ${slice.from} and ${slice.to} and random() < ${share}) i`;
  return [
    `select setseed(${(slice.from % 997) / 1000})`,
    `insert into "Idea" (id, "labId", number, "authorId", anonymous, "recordedById", text, state, "createdAt",
        "postedAt")
      select n, "labId", 1 + (n - 1) / ${labs}, ${anybody}, random() < 0.1,
        case when random() < 0.2 then ${member("1")} end,
        'Gagasan nomor ' || n || ' untuk pulau kami. ' || repeat('Antrean puskesmas lewat pesan singkat. ', 1 + n % 6),
        case when random() < 0.9 then 'posted' else 'withdrawn' end, at, at
      from (select n, 1 + (n - 1) % ${labs} as "labId", ${from} + (${to} - ${from}) * (${age}) as at
        from generate_series(${slice.from}, ${slice.to}) n) i`,
    bumped("Idea"),
    `insert into "Post" ("chatId", "rawChatId", "messageId", about, "aboutId", view)
      select "labId", -1002000000000 - "labId", 100 + number, 'idea', id, 'idea' from ${about(2)} order by id`,
    `insert into "Vote" ("ideaId", "personId", "votedAt")
      select id, ${member("(i.number + v.n * 7) % 20")}, ${later} as at
      from ${about(2)}, generate_series(0, 2) v(n) order by 3`,
    `insert into "Line" ("chatId", "rawChatId", "messageId", "personId", text, "saidAt", "ideaId")
      select "labId", -1002000000000 - "labId", 10000 + number, "personId",
        'Bagaimana dengan desa di pulau lain?', at, id from ${about(0.5)} order by at`,
    `insert into "Feedback" ("ideaId", "personId", role, text, "givenAt", "withdrawnAt")
      select id, "personId", 'mentor', 'Berapa warga yang antre setiap pagi?', at,
        case when random() < 0.1 then at end from ${about(0.5)} order by at`,
    `insert into "Decision" ("ideaId", "personId", kind, "decidedAt", "undoneAt", "toldAt")
      select id, ${member("0")}, 'support', at, case when random() < 0.1 then at end, at
      from ${about(0.1)} order by at`,
  ];
}
