import type { Db } from "../db.ts";

/** A row of the outbox whose turn has come, with its chat. */
export type Due = {
  id: bigint;
  chatId: number;
  telegramId: bigint;
  group: boolean;
  topicId: number | null;
  personId: number | null;
  kind: "message" | "reaction" | "edit" | "ephemeral";
  key: string;
  args: unknown;
  replyTo: number | null;
  /** Telegram's id of the chat where `replyTo` stands. */
  replyIn: bigint;
  silent: boolean;
  pin: boolean;
  priority: number;
  attempts: number;
  /** How many parts of a long message went out already. */
  part: number;
  otherwise: unknown;
  postId: number | null;
  view: string | null;
  about: string | null;
  aboutId: number | null;
};

/** A card that no longer shows what is so. */
export type Stale = {
  id: number;
  chatId: number;
  telegramId: bigint;
  group: boolean;
  messageId: number;
  view: string;
  aboutId: number;
  personId: number | null;
  version: number;
  attempts: number;
};

/** The priority of a digest's row; an answer's and a notice's are lower numbers. */
export const DIGEST = 2;

/** So many chats are looked at in one go. */
const CHATS = 300;
/** A card is drawn this long after it became stale, and this long after it was last drawn; in milliseconds. */
export const SETTLE = 1_000;
export const REDRAW = 5_000;

/**
 * The first due row of each chat that is not `busy`: a person's answer before a notice before a digest. What is for a
 * group that the bot left waits for its return. What there is to say is read last, for those whose turn it is.
 */
export const dueRows = (db: Db, now: Date, busy: number[]): Promise<Due[]> => db.$queryRaw`
  with first as materialized (
    select distinct on ("chatId") "chatId", id, priority from "Outbox"
    where state = 'queued' and "dueAt" <= ${now} and not "chatId" = any(${busy}) order by "chatId", id
  ), heads as materialized (
    select f.id, c."telegramId", c.kind <> 'private' as group from first f join "Chat" c on c.id = f."chatId"
    where c."leftAt" is null order by f.priority, f.id limit ${CHATS}
  )
  select o.id, o."chatId", h."telegramId", h.group, o."topicId",
    o."personId", o.kind, o.key, o.args, o."replyTo",
    coalesce(o."replyIn", h."telegramId") as "replyIn", o.silent, o.pin, o.priority, o.attempts, o.part, o.otherwise,
    o."postId", p.view, p.about, p."aboutId"
  from heads h join "Outbox" o using (id) left join "Post" p on p.id = o."postId" order by o.priority, o.id`;

/** The cards to draw anew, oldest first. */
export const staleCards = (db: Db, now: Date, busy: number[]): Promise<Stale[]> => db.$queryRaw`
  select p.id, p."chatId", p."rawChatId" as "telegramId", c.kind <> 'private' as group, p."messageId", p.view,
    p."aboutId", p."personId", p.version, p.attempts
  from "Post" p join "Chat" c on c.id = p."chatId"
  where p."staleAt" <= ${before(now, SETTLE)} and p."messageId" is not null and p.view is not null and c."leftAt" is null
    and (p."drawnAt" is null or p."drawnAt" <= ${before(now, REDRAW)}) and not p."chatId" = any(${busy})
  order by p."staleAt" limit ${CHATS}`;

/** When something that is not due yet will be; `undefined` when nothing waits. */
export async function nextDue(db: Db, now: Date): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from (
      select min("dueAt") as at from "Outbox" where state = 'queued' and "dueAt" > ${now}
      union all
      select greatest("staleAt" + ${SETTLE} * interval '1 millisecond',
        "drawnAt" + ${REDRAW} * interval '1 millisecond') from "Post" p join "Chat" c on c.id = p."chatId"
      where "staleAt" is not null and "messageId" is not null and view is not null and c."leftAt" is null
    ) waiting where at > ${now}`;
  return row?.at ?? undefined;
}

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);
