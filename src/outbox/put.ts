import { type Db, Prisma } from "../db.ts";
import { storable } from "../postgres/storable.ts";
import type { About, Said, View } from "../sayings.ts";

/** A row of the outbox, as it is put there. */
export type Row = {
  chatId: number;
  topicId: number | null;
  personId: number | null;
  /** A reaction is on, and an edit is of, the message `replyTo`; what is ephemeral only its person sees, in a group. */
  kind: "message" | "reaction" | "edit" | "ephemeral";
  key: string;
  args: unknown;
  replyTo: number | null;
  /** Telegram's id of the chat where `replyTo` stands; the chat's own at this moment where it is not said. */
  replyIn: number | null;
  silent: boolean;
  pin: boolean;
  /** 0 an answer · 1 a notice · 2 a digest */
  priority: 0 | 1 | 2;
  dueAt: Date;
  cancelKey: string | null;
  otherwise: { chatId: number; replyTo?: number | undefined; said: Said } | null;
  about: About["about"] | null;
  aboutId: number | null;
  view: View["view"] | null;
};

export type Outgoing = { rows: Row[]; cards: About[]; cancels: string[] };

/**
 * The end of a piece of work, in one statement: what to say (with its place in the message map), which cards
 * are stale, what is taken back, and that the update is done.
 */
export async function put(db: Db, out: Outgoing & { now: Date; update: bigint | undefined }) {
  const { rows, cards, cancels, now, update } = out;
  const parts = [
    ...(rows.length > 0 ? [said(rows)] : []),
    ...(cards.length > 0 ? [stale(cards, now)] : []),
    ...(cancels.length > 0 ? [cancelled(cancels)] : []),
    ...(update === undefined ? [] : [done(update, now)]),
  ];
  if (parts.length > 0) await db.$executeRaw`with ${Prisma.join(parts)} select`;
}

/** A chat's number is looked up for each row: a join would read all chats for a few rows. */
const said = (rows: Row[]) => Prisma.sql`
  input as materialized (
    select x.*, case when x.about is not null then nextval('"Post_id_seq"')::int end as "postId",
      (select "telegramId" from "Chat" c where c.id = x."chatId") as "chat"
    from rows from (jsonb_to_recordset(${JSON.stringify(rows, storable)}::jsonb) as (
      "chatId" int, "topicId" int, "personId" int, kind text, key text, args jsonb, "replyTo" int, "replyIn" bigint, silent boolean,
      pin boolean, priority int, "dueAt" timestamptz, "cancelKey" text, otherwise jsonb, about text,
      "aboutId" int, view text)) with ordinality as x
  ), posts as (
    insert into "Post" (id, "chatId", "rawChatId", about, "aboutId", view, "personId")
    select "postId", "chatId", chat, about, "aboutId", view, "personId" from input where "postId" is not null
  ), messages as (
    insert into "Outbox" ("chatId", "topicId", "personId", kind, key, args, "replyTo", "replyIn", silent, pin, priority,
      "dueAt", "cancelKey", otherwise, "postId", state)
    select "chatId", "topicId", "personId", kind, key, args, "replyTo",
      case when "replyTo" is not null then coalesce("replyIn", chat) end, silent, pin,
      priority, "dueAt", "cancelKey", otherwise, "postId", 'queued'
    from input order by ordinality
  )`;

const stale = (cards: About[], now: Date) => Prisma.sql`
  cards as (
    update "Post" p set "staleAt" = coalesce(p."staleAt", ${now}), version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as s(about text, id int)
    where p.about = s.about and p."aboutId" = s.id and p.view is not null
  )`;

const cancelled = (keys: string[]) => Prisma.sql`
  cancelled as (
    update "Outbox" set state = 'cancelled' where "cancelKey" = any(${keys}) and state = 'queued'
  )`;

const done = (update: bigint, now: Date) => Prisma.sql`
  done as (update "Update" set "doneAt" = ${now}, payload = null where id = ${update})`;
