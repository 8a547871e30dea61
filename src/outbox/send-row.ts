import type { Due } from "./due.ts";
import type { Way } from "./mouth.ts";
import { claim, recordSent } from "./record.ts";
import { recordFailure } from "./record-failure.ts";

/** Sends one row, and notes what became of it. Whoever lost the right to deliver meanwhile leaves it to the next. */
export async function sendRow(way: Way, row: Due, token: bigint) {
  const { app, mouth, line, lease } = way;
  if (!(await claim(app, row.id, token))) return;
  app.at?.("sending");
  if (lease.token() !== token) return;
  try {
    const sent = await mouth.send(row);
    app.at?.("sent");
    app.count?.sent(row.kind);
    await recordSent(app, row, sent);
    app.at?.("recorded");
  } catch (error) {
    line.tried(error);
    await recordFailure(way, row, error);
  }
}
