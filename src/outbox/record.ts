import type { App } from "../app.ts";
import type { Due } from "./due.ts";
import { insist } from "./insist.ts";
import type { Sent } from "./mouth.ts";

/**
 * A row went out: it and its place in the message map are filled in together. Where more of it is to be said it stays
 * first in its chat; what went out before the last part is about the same.
 */
export async function recordSent(app: App, { id, postId, telegramId, part }: Due, sent: Sent) {
  const { more, messageId: known } = sent;
  const messageId = known ?? null;
  const now = app.clock.now();
  if (!more)
    return insist(
      app,
      () => app.db.$executeRaw`
        with sent as (update "Outbox" set state = 'sent', "sentAt" = ${now}, error = null where id = ${id})
        update "Post" set "messageId" = ${messageId}::int, "rawChatId" = ${telegramId}, "drawnAt" = ${now}
        where id = ${postId}`,
    );
  return insist(
    app,
    () => app.db.$executeRaw`
      with sent as (
        update "Outbox" set state = 'queued', "sentAt" = ${now}, attempts = 0, part = ${part + 1}
        where id = ${id} and part = ${part} returning id
      )
      insert into "Post" ("chatId", "rawChatId", "messageId", about, "aboutId", "personId")
      select p."chatId", ${telegramId}::bigint, ${messageId}::int, p.about, p."aboutId", p."personId"
      from sent, "Post" p where p.id = ${postId} on conflict do nothing`,
  );
}

/** A time so many milliseconds on. */
export const later = (now: Date, ms: number) => new Date(now.getTime() + ms);
