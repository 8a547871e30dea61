import type { App } from "../app.ts";
import { moveGroup } from "../labs/move-group.ts";
import type { Stale } from "./due.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { hold, later } from "./record.ts";

/** A card was drawn, or could not be. What changed meanwhile is drawn again. */
export async function recordDrawing({ app, pace }: { app: App; pace: Pace }, card: Stale, error?: unknown) {
  const { db, clock, log } = app;
  const now = clock.now();
  const outcome: Outcome =
    error === undefined ? { next: "done" } : outcomeOf(error, card.attempts + 1, false);
  if (outcome.next === "done") {
    await db.$executeRaw`
      update "Post" set "drawnAt" = ${now}, attempts = 0,
        "staleAt" = case when version = ${card.version} then null else "staleAt" end
      where id = ${card.id}`;
    return;
  }
  log.warn({ post: card.id, next: outcome.next, err: error }, "card not drawn");
  if (outcome.next === "again" && card.attempts < 20) {
    hold(pace, { outcome, chatId: card.chatId }, now);
    const staleAt = later(now, outcome.after);
    await db.post.update({ where: { id: card.id }, data: { staleAt, attempts: { increment: 1 } } });
  } else if (outcome.next === "moved") {
    await db.transact((tx) => moveGroup({ db: tx }, { from: Number(card.telegramId), to: outcome.to }));
  } else await db.post.update({ where: { id: card.id }, data: { view: null, staleAt: null } });
}
