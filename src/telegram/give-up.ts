import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { once } from "../once.ts";
import { kindOf } from "./kind.ts";
import type { GiveUp } from "./step.ts";
import { tellSender } from "./tell-sender.ts";

/**
 * An update failed for good: it stays with its payload and the reason, and whoever sent it is told; again after each
 * time that it was replayed.
 */
export const giveUp =
  (app: App): GiveUp =>
  async (id, payload, reason) => {
    const update = payload as Update;
    const key = `failed:${id}`;
    await forgetReplayed(app.db, { key, id });
    const done = await once(app, { key }, async (db, now) => {
      await db.update.update({ where: { id }, data: { doneAt: now, error: reason } });
      return tellSender(db, { update, now, key: "person.updateFailed" });
    });
    if (done) app.count?.updateGivenUp(kindOf(update));
  };

/** An update that waits again, though it had been given up, was replayed: that it was given up counts no more. */
const forgetReplayed = (
  db: Pick<Db, "$executeRaw">,
  { key, id }: { key: string; id: bigint },
) => db.$executeRaw`
  delete from "Done" where key = ${key} and exists (select 1 from "Update" where id = ${id} and "doneAt" is null)`;
