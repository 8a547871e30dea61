import type { Store } from "../src/db.ts";

/** So many groups, each with a lab and so many people who write there. */
export const GROUPS = 200;
export const WRITERS = 10;

const GROUP = -1_001_000_200_000;
const PERSON = 800_000;

export const groupId = (g: number) => GROUP - g;
export const personId = (g: number, w: number) => PERSON + g * WRITERS + w;

const from = (id: number) => ({ id, is_bot: false, first_name: `Warga ${id}`, language_code: "id" });
const written = (n: number, text: string) => ({
  ...{ message_id: n + 1, date: 1_790_000_000, text },
  ...(text.startsWith("/")
    ? { entities: [{ type: "bot_command", offset: 0, length: text.split(" ")[0]?.length }] }
    : {}),
});

/** What somebody writes in a group. */
export function inGroup(g: number, { n, writer, text }: { n: number; writer: number; text: string }) {
  const chat = { id: groupId(g), type: "supergroup", title: `Lab ${g}` };
  return { message: { ...written(n, text), chat, from: from(personId(g, writer)) } };
}

/** What somebody writes to the bot alone. */
export function inPrivate(person: number, { n, text }: { n: number; text: string }) {
  const chat = { id: person, type: "private", first_name: `Warga ${person}` };
  return { message: { ...written(n, text), chat, from: from(person) } };
}

/** The nth idea: one group after the other, and in each one person after the other. */
export const ideaOf = (n: number) =>
  inGroup(n % GROUPS, {
    ...{ n, writer: Math.floor(n / GROUPS) % WRITERS },
    text: `/ide Gagasan nomor ${n}: antrean puskesmas lewat pesan singkat`,
  });

/** All these people in their labs, as if they had been there for long; and a table for bots that know no labs. */
export async function fillGroups(db: Store) {
  const people = GROUPS * WRITERS;
  for (const statement of [
    `insert into "Lab" (name, code, zone, locale, "periodFrom", "periodTo", "createdAt", "dailyLimit")
      select 'Lab ' || n, 'B' || chr(65 + n / 26) || chr(65 + n % 26), 'Asia/Jakarta', 'id', now(),
        now() + interval '1 year', now(), 0 from generate_series(0, ${GROUPS - 1}) n`,
    `insert into "Chat" ("telegramId", kind, title, "labId", "joinedAt", standing)
      select ${GROUP} - n, 'supergroup', 'Lab ' || n, n + 1, now(), 'administrator'
      from generate_series(0, ${GROUPS - 1}) n`,
    `insert into "Person" ("telegramId", name, locale, private, "currentLabId")
      select ${PERSON} + n, 'Warga ' || ${PERSON} + n, 'id', 'open', 1 + n / ${WRITERS}
      from generate_series(0, ${people - 1}) n`,
    `insert into "Chat" ("telegramId", kind) select "telegramId", 'private' from "Person"`,
    `insert into "Membership" ("personId", "labId", roles, "joinedAt")
      select id, "currentLabId", '{}', now() from "Person"`,
    `create table idea (id serial primary key, chat_id bigint not null, author_id bigint not null,
      text text not null, created_at timestamptz not null default now())`,
    "analyze",
  ])
    await db.$executeRawUnsafe(statement);
}
