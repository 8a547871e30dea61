import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { leaveGroup } from "../labs/leave-group.ts";
import { moveGroup } from "../labs/move-group.ts";
import type { Stale } from "./due.ts";
import { insist } from "./insist.ts";
import type { Way } from "./mouth.ts";
import { outcomeOf } from "./outcome.ts";
import { later } from "./record.ts";
import { hold } from "./record-failure.ts";

/** A card that cannot be drawn so often is given up. */
const TRIES = 20;

/** A card was drawn. What changed meanwhile is drawn again, also when somebody else had drawn it already. */
export const recordDrawing = (app: App, card: Stale) =>
  insist(
    app,
    () => app.db.$executeRaw`
      update "Post" set "drawnAt" = ${app.clock.now()}, attempts = 0,
        "staleAt" = case when version = ${card.version} then null else coalesce("staleAt", ${app.clock.now()}) end
      where id = ${card.id}`,
  );

/** A card could not be drawn: later, elsewhere, or never again. */
export async function recordUndrawn({ app, pace }: Pick<Way, "app" | "pace">, card: Stale, error: unknown) {
  const { clock, log } = app;
  const now = clock.now();
  const outcome = outcomeOf(error, { attempts: card.attempts + 1, digest: false, group: card.group });
  app.count?.notSent("card", outcome, error);
  if (outcome.next === "done") return recordDrawing(app, card);
  log.warn({ post: card.id, next: outcome.next, err: error }, "card not drawn");
  hold(pace, { outcome, chatId: card.chatId }, now);
  const again = outcome.next === "again" || outcome.next === "uncertain";
  return insist(app, () =>
    app.db.transact(async (db) => {
      if (again && card.attempts < TRIES) {
        const after = outcome.next === "again" ? outcome.after : 1_000;
        const data = { staleAt: later(now, after), attempts: { increment: 1 } };
        return db.post.update({ where: { id: card.id }, data });
      }
      if (outcome.next === "left") return leaveGroup({ db, chat: { id: card.chatId }, now });
      if (outcome.next === "moved")
        await moveGroup({ db }, { from: Number(card.telegramId), to: outcome.to });
      return outcome.next === "moved" ? postAnew(db, card, now) : retire(db, card);
    }),
  );
}

const retire = (db: Db, { id }: Stale) =>
  db.post.update({ where: { id }, data: { view: null, staleAt: null } });

/** A supergroup cannot change what stands in the group that it was: the card is posted there anew, silently. */
async function postAnew(db: Db, card: Stale, now: Date) {
  await db.$executeRaw`
    with post as (
      insert into "Post" ("chatId", "rawChatId", about, "aboutId", view, "personId")
      select p."chatId", c."telegramId", p.about, p."aboutId", p.view, p."personId"
      from "Post" p join "Chat" c on c.id = p."chatId" where p.id = ${card.id} and p.view is not null returning *
    )
    insert into "Outbox" ("chatId", key, args, silent, priority, "dueAt", "postId", state)
    select "chatId", view, jsonb_build_object('id', "aboutId"), true, 1, ${now}, id, 'queued' from post`;
  await retire(db, card);
}
