import { isAway } from "../db.ts";
import { claim, giveBack } from "./claim.ts";
import type { Due } from "./due.ts";
import type { OneWay } from "./mouth.ts";
import { recordSent } from "./record.ts";
import { recordFailure } from "./record-failure.ts";

/**
 * Sends one row, and notes what became of it. It is claimed when all is ready, so that what is cut off then may have
 * arrived. Whoever lost the right to deliver meanwhile leaves it to the next.
 */
export async function sendRow(way: OneWay, row: Due, token: bigint) {
  const { app, mouth, line, lease } = way;
  const say = await mouth.send(row).catch(failing);
  if (lease.token() !== token) return;
  const claimed = await claim(app, row, token);
  if (!claimed) return;
  app.at?.("sending");
  if (lease.token() !== token) return giveBack(app, row, claimed);
  try {
    way.leaves();
    const sent = await say();
    app.at?.("sent");
    app.count?.sent(row.kind);
    await recordSent(app, row, sent);
    app.at?.("recorded");
  } catch (error) {
    line.tried(error);
    await recordFailure(way, row, error);
  }
}

/** What cannot be put into words fails when its turn comes; while the store is away it waits. */
function failing(error: unknown) {
  if (isAway(error)) throw error;
  return () => Promise.reject(error);
}
