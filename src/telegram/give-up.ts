import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { type Db, isAway } from "../db.ts";
import { once } from "../once.ts";
import { silence } from "../sayings.ts";
import { kindOf } from "./kind.ts";
import type { GiveUp } from "./step.ts";
import { tellSender } from "./tell-sender.ts";

/**
 * An update failed for good: it stays with its payload and the reason, and whoever sent it is told; again after each
 * time that it was replayed. Where the telling fails too, it is given up all the same: what waits behind it goes on.
 */
export const giveUp =
  (app: App): GiveUp =>
  async (id, payload, reason) => {
    const update = payload as Update;
    const failed = { id, reason };
    await forgetReplayed(app.db, keyOf(id), id);
    const done = await end(app, failed, (db, now) =>
      tellSender(db, { update, now, key: "person.updateFailed" }),
    ).catch((err) => {
      if (isAway(err)) throw err;
      app.log.error({ err, update: String(id) }, "whoever sent a failed update could not be told");
      return end(app, failed, async () => ({ origin: {}, sayings: silence }));
    });
    if (done) app.count?.updateGivenUp(kindOf(update));
  };

const keyOf = (id: bigint) => `failed:${id}`;

type Words = (db: Db, now: Date) => ReturnType<typeof tellSender>;

const end = (app: App, { id, reason }: { id: bigint; reason: string }, words: Words) =>
  once(app, { key: keyOf(id) }, async (db, now) => {
    await db.update.update({ where: { id }, data: { doneAt: now, error: reason } });
    return words(db, now);
  });

/** An update that waits again, though it had been given up, was replayed: that it was given up counts no more. */
const forgetReplayed = (db: Pick<Db, "$executeRaw">, key: string, id: bigint) => db.$executeRaw`
  delete from "Done" where key = ${key} and exists (select 1 from "Update" where id = ${id} and "doneAt" is null)`;
