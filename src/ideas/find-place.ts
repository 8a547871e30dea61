import type { Db } from "../db.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import type { Address } from "../sayings.ts";

type Placed = { title: string; address: Extract<Address, { to: "chat" }> };

/** Where an idea's card goes: below the message that it came from, in a group of the lab; else to the lab's group. */
export async function placeOf(
  db: Db,
  lab: Pick<Lab, "id">,
  { sourceChatId, sourceMessageId, anonymous }: Pick<Idea, "sourceChatId" | "sourceMessageId" | "anonymous">,
): Promise<Placed | undefined> {
  const telegramId = anonymous ? 0n : (sourceChatId ?? 0n);
  const where = { telegramId, labId: lab.id, leftAt: null, kind: { not: "private" } };
  const source = await db.chat.findFirst({ where });
  const replyTo = source ? (sourceMessageId ?? undefined) : undefined;
  const group = source ?? (await groupOf(db, lab));
  return group ? { title: group.title, address: { to: "chat", chatId: group.id, replyTo } } : undefined;
}

/** The group that a lab's ideas from private chats are shown in: its first one that the bot is still in. */
export const groupOf = (db: Db, lab: Pick<Lab, "id">) =>
  db.chat.findFirst({
    where: { labId: lab.id, leftAt: null, kind: { not: "private" } },
    orderBy: { id: "asc" },
  });
