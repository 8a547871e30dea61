import type { Store } from "../../src/db.ts";
import { withClient } from "../../src/postgres/ensure-database.ts";

/** When a row of the outbox came to another state, by the machine's clock in milliseconds since 1970. */
export type Entry = {
  outbox: bigint;
  chat: bigint;
  was: string;
  state: string;
  part: number;
  /** Whether a further part of a long message is now to be sent: what was to be sent was. */
  further: boolean;
  at: number;
};

/**
 * Lets the database itself write down what becomes of each message, in the same transaction: nothing that a process
 * does is missing there, and nothing stands there that was not done.
 */
export const keepJournal = (url: string) =>
  withClient(url, (client) =>
    client.query(`
      create table journal (id bigserial primary key, outbox bigint, chat int, was text, state text, part int,
        further boolean, at timestamptz default clock_timestamp());
      create function keep_journal() returns trigger language plpgsql as $$ begin
        insert into journal (outbox, chat, was, state, part, further)
        values (new.id, new."chatId", old.state, new.state, new.part, new.part > old.part);
        return new;
      end $$;
      create trigger keep_journal after update on "Outbox" for each row
        when (old.state is distinct from new.state or old.attempts <> new.attempts)
        execute function keep_journal();`),
  );

/** What was written down, oldest first; chats by Telegram's ids. */
export const readJournal = (db: Store) => db.$queryRaw<Entry[]>`
  select j.outbox, c."telegramId" as chat, j.was, j.state, j.part, j.further,
    (extract(epoch from j.at) * 1000)::float8 as at
  from journal j join "Chat" c on c.id = j.chat join "Outbox" o on o.id = j.outbox
  where o.kind = 'message' order by j.id`;
