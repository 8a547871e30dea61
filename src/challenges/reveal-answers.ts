import type { Db } from "../db.ts";

/** What was hidden is new to everybody from now on: to digests, and to whoever waits for an answer. */
export const revealAnswers = (db: Db, challengeId: number, at: Date) =>
  db.idea.updateMany({
    where: { challengeId, state: "posted", challenge: { hidden: true } },
    data: { postedAt: at },
  });
