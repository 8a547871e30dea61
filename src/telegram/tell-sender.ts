import type { Update } from "telegraf/types";
import type { Db } from "../db.ts";
import type { Origin } from "../outbox/rows.ts";
import { type Saying, say, silence, tell } from "../sayings.ts";
import { chatOf } from "./intake.ts";
import { sentIn } from "./sent.ts";

type What = { update: Update; now: Date; key: "person.updateFailed" | "person.slowed" };

/** Tells whoever sent an update what became of it. In private the answer comes where it was said; of a group's matters privately, or where a command was typed. */
export async function tellSender(
  db: Db,
  { update, now, key }: What,
): Promise<{ origin: Origin; sayings: Saying[] }> {
  const telegramId = BigInt(chatOf(update));
  const sent = sentIn(update);
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
  if (here) return { origin, sayings: [say(key, {})] };
  if (!person) return { origin, sayings: silence };
  const said = { key, args: {} } as const;
  const otherwise = sent.toBot ? { chatId: chat.id, replyTo: sent.messageId, said } : undefined;
  return { origin, sayings: [tell({ personId: person.id, otherwise }, key, {}, { urgent: true })] };
}
