import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { once } from "../once.ts";
import { say } from "../sayings.ts";
import { chatOf } from "./intake.ts";
import type { GiveUp } from "./lanes.ts";

/** An update failed for good: it stays with its payload and the reason, and whoever sent it is told. */
export const giveUp =
  (app: App): GiveUp =>
  async (id, payload, reason) => {
    const telegramId = chatOf(payload as Update);
    await once(app, { key: `failed:${id}` }, async (db, now) => {
      await db.update.update({ where: { id }, data: { doneAt: now, error: reason } });
      const chat = await db.chat.findUnique({ where: { telegramId: BigInt(telegramId) } });
      const sayings = chat?.kind === "private" ? [say("person.updateFailed", {})] : [];
      return { origin: chat ? { chat } : {}, sayings };
    });
  };
