import type { App } from "../app.ts";
import type { Due } from "./due.ts";
import { insist } from "./insist.ts";

/**
 * Marks a row as being sent, before the call, and returns when that was; nothing when it was taken back, or when
 * somebody else delivers now.
 */
export async function claim(app: App, row: Due, token: bigint): Promise<Date | undefined> {
  const at = app.clock.now();
  try {
    const count = await app.db.$executeRaw`
      update "Outbox" set state = 'sending', attempts = attempts + 1, "claimedAt" = ${at}
      where id = ${row.id} and state = 'queued'
        and exists (select 1 from "Lease" where name = 'deliver' and token = ${token} and until > now())`;
    return count > 0 ? at : undefined;
  } catch {
    await giveBack(app, row, at); // The store did not say whether it is marked.
    return undefined;
  }
}

/** Takes the mark away again from a row that was not sent, unless somebody else has marked it since. */
export const giveBack = (app: App, { id, attempts }: Due, at: Date) =>
  insist(
    app,
    () => app.db.$executeRaw`
      update "Outbox" set state = 'queued', attempts = attempts - 1
      where id = ${id} and state = 'sending' and attempts = ${attempts + 1} and "claimedAt" = ${at}`,
  );
