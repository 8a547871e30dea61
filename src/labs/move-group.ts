import { z } from "zod";
import { type Db, Prisma } from "../db.ts";
import { type Saying, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";

/** Telegram's ids of groups are below 0, and those of private chats above. */
const GroupId = z.number().int().negative();
export const MoveGroup = z.object({ from: GroupId, to: GroupId });

const LOCK = 5_013;

/** A group became a supergroup: our chat gets its new Telegram id. Told twice, in any order, it is done once. */
export async function moveGroup({ db }: Pick<Place, "db">, raw: unknown): Promise<Saying[]> {
  const move = MoveGroup.safeParse(raw);
  if (!move.success || move.data.from === move.data.to) return silence;
  const { from, to } = move.data;
  await db.$executeRaw`select pg_advisory_xact_lock(${LOCK})`; // The old chat and the new one tell it at once.
  const old = await db.chat.findUnique({ where: { telegramId: BigInt(from) } });
  const met = await db.chat.findUnique({ where: { telegramId: BigInt(to) } });
  if (!old) return silence;
  const [stays, goes] = !old.labId && met?.labId ? [met, old] : [old, met];
  if (goes) await merge(db, goes.id, stays.id);
  const before = await db.chat.findUnique({ where: { formerId: BigInt(from) } });
  const former = !before || before.id === stays.id ? { formerId: BigInt(from) } : {};
  const data = { telegramId: BigInt(to), ...former, kind: "supergroup", leftAt: null };
  await db.chat.update({ where: { id: stays.id }, data });
  return silence;
}

/** What takes back a greeting in a group that turns out to be known. */
export const greetingKey = (chatId: number) => `greeting:${chatId}`;

/** The tables whose rows belong to a chat, which cannot go while they are there. */
export const OF_A_CHAT = ["Challenge", "Draft", "Line", "Outbox", "Post"];

/** What the bot already noted under the new id belongs to the group that it knew. */
async function merge(db: Db, fromId: number, toId: number) {
  const where = { chatId: fromId };
  const data = { chatId: toId };
  const greeting = { cancelKey: greetingKey(fromId), state: "queued" };
  await db.outbox.updateMany({ where: greeting, data: { state: "cancelled" } });
  for (const name of OF_A_CHAT) {
    const table = Prisma.raw(`"${name}"`);
    await db.$executeRaw`update ${table} set "chatId" = ${toId} where "chatId" = ${fromId}`;
  }
  await db.summary.updateMany({ where, data });
  await db.summary.updateMany({ where: { answerChatId: fromId }, data: { answerChatId: toId } });
  await db.chat.delete({ where: { id: fromId } });
}
