import type { App } from "../app.ts";
import { UNCERTAIN } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { later } from "./record.ts";

/** The priority of a digest's row. */
const DIGEST = 2;

/**
 * What a killed process left *sending* is uncertain: it goes back into the queue, where its attempts are counted;
 * and the pace goes on from what was sent in the last minute.
 */
export async function recoverCut({ db, clock }: App, pace: Pace) {
  const again = [
    { priority: { lt: DIGEST }, attempts: { lt: UNCERTAIN.answer } },
    { priority: DIGEST, attempts: { lt: UNCERTAIN.digest } },
  ];
  await db.outbox.updateMany({ where: { state: "sending", OR: again }, data: { state: "queued" } });
  await db.outbox.updateMany({ where: { state: "sending" }, data: { state: "uncertain" } });
  const since = later(clock.now(), -60_000);
  const sent = await db.outbox.findMany({
    where: { sentAt: { gt: since } },
    include: { chat: true },
    orderBy: { sentAt: "asc" },
  });
  for (const { chatId, chat, kind, sentAt } of sent) {
    const weight = kind === "reaction" ? "reaction" : "message";
    if (sentAt) pace.sent({ chatId, group: chat.kind !== "private", weight }, sentAt.getTime());
  }
}
