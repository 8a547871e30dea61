import type { App } from "../app.ts";
import { DIGEST } from "./due.ts";
import type { Pace } from "./pace.ts";
import { later } from "./record.ts";

/**
 * So often a sending may be cut by kills before it is not begun once more. A digest is recognisable by its period, and
 * goes out once more at most; an answer goes out in the end, also where the process dies again and again.
 */
export const CUTS = { answer: 20, digest: 2 };

/**
 * What a killed process left *sending* is uncertain: it goes back into the queue, where its attempts are counted;
 * and the pace goes on from what was sent in the last minute.
 */
export async function recoverCut({ db, clock, count }: App, pace: Pace, token: bigint) {
  const cut = await db.$executeRaw`
    update "Outbox" set state = case
      when attempts < case when priority = ${DIGEST} then ${CUTS.digest}::int else ${CUTS.answer}::int end
      then 'queued' else 'uncertain' end
    where state = 'sending'
      and exists (select 1 from "Lease" where name = 'deliver' and token = ${token} and until > now())`;
  count?.cutByKill(cut);
  const since = later(clock.now(), -60_000);
  const sent = await db.outbox.findMany({
    where: { OR: [{ sentAt: { gt: since } }, { claimedAt: { gt: since } }] },
    include: { chat: true },
    orderBy: { claimedAt: "asc" },
  });
  for (const { chatId, chat, kind, sentAt, claimedAt } of sent) {
    const at = sentAt ?? claimedAt;
    const weight = kind === "reaction" ? "reaction" : "message";
    if (at) pace.sent({ chatId, group: chat.kind !== "private", weight }, at.getTime());
  }
  await rememberDrawings({ db }, pace, since);
}

/** Edits count for a group's minute too. */
async function rememberDrawings({ db }: Pick<App, "db">, pace: Pace, since: Date) {
  const drawn = await db.post.findMany({
    where: { drawnAt: { gt: since } },
    include: { chat: true },
    orderBy: { drawnAt: "asc" },
  });
  for (const { chatId, chat, drawnAt } of drawn)
    if (drawnAt) pace.sent({ chatId, group: chat.kind !== "private", weight: "edit" }, drawnAt.getTime());
}
