import { z } from "zod";
import type { Db } from "../db.ts";
import { type Saying, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";

export const MoveGroup = z.object({ from: z.number(), to: z.number() });

/** A group became a supergroup: our chat gets its new Telegram id. Told twice, in any order, it is done once. */
export async function moveGroup({ db }: Pick<Place, "db">, raw: unknown): Promise<Saying[]> {
  const { from, to } = MoveGroup.parse(raw);
  const old = await db.chat.findUnique({ where: { telegramId: BigInt(from) } });
  const met = await db.chat.findUnique({ where: { telegramId: BigInt(to) } });
  if (!old || (!old.labId && met?.labId)) return silence;
  if (met) await merge(db, met.id, old.id);
  const data = { telegramId: BigInt(to), kind: "supergroup", leftAt: null };
  await db.chat.update({ where: { id: old.id }, data });
  return silence;
}

/** What the bot already noted under the new id belongs to the group that it knew. */
async function merge(db: Db, fromId: number, toId: number) {
  const where = { chatId: fromId };
  const data = { chatId: toId };
  await db.outbox.updateMany({ where, data });
  await db.post.updateMany({ where, data });
  await db.line.updateMany({ where, data });
  await db.draft.updateMany({ where, data });
  await db.summary.updateMany({ where, data });
  await db.summary.updateMany({ where: { answerChatId: fromId }, data: { answerChatId: toId } });
  await db.chat.delete({ where: { id: fromId } });
}
