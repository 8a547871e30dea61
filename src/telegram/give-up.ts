import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { once } from "../once.ts";
import type { Origin } from "../outbox/address.ts";
import { type Saying, say, silence, tell } from "../sayings.ts";
import { chatOf } from "./intake.ts";
import type { GiveUp } from "./lanes.ts";
import { type Sent, sentIn } from "./sent.ts";

const failed = "person.updateFailed";

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
    await once(app, { key }, async (db, now) => {
      await db.update.update({ where: { id }, data: { doneAt: now, error: reason } });
      return complaint(db, { telegramId: BigInt(chatOf(update)), sent: sentIn(update), now });
    });
  };

/** An update that waits again, though it had been given up, was replayed: that it was given up counts no more. */
const forgetReplayed = (
  db: Pick<Db, "$executeRaw">,
  { key, id }: { key: string; id: bigint },
) => db.$executeRaw`
  delete from "Done" where key = ${key} and exists (select 1 from "Update" where id = ${id} and "doneAt" is null)`;

type Failure = { telegramId: bigint; sent: Sent | undefined; now: Date };

/** In private the answer comes where it was said; of a group's matters privately, or where a command was typed. */
async function complaint(
  db: Db,
  { telegramId, sent, now }: Failure,
): Promise<{ origin: Origin; sayings: Saying[] }> {
  if (!sent) return { origin: {}, sayings: silence };
  // What failed may have been the first word, of which nothing was kept.
  if (sent.isPrivate)
    await db.chat.createMany({
      data: [{ telegramId, kind: "private", joinedAt: now }],
      skipDuplicates: true,
    });
  const chat = await db.chat.findUnique({ where: { telegramId } });
  const person = (await db.person.findUnique({ where: { telegramId: BigInt(sent.by) } })) ?? undefined;
  if (!chat) return { origin: {}, sayings: silence };

  const origin = { chat, person, message: { id: sent.messageId, topicId: sent.topicId } };
  const here = sent.isPrivate || (sent.toBot && !person);
  if (here) return { origin, sayings: [say(failed, {})] };
  if (!person) return { origin, sayings: silence };
  const said = { key: failed, args: {} } as const;
  const otherwise = sent.toBot ? { chatId: chat.id, replyTo: sent.messageId, said } : undefined;
  return { origin, sayings: [tell({ personId: person.id, otherwise }, failed, {}, { urgent: true })] };
}
