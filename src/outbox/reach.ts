import type { Db } from "../db.ts";
import type { Person } from "../generated/prisma/client.ts";
import type { Message } from "../sayings.ts";

/** The private chats of people, by the person's id; none where the bot may not write. */
export type Reach = Map<number, { chatId: number | undefined; telegramId: bigint; name: string }>;

/** The private chats of everybody who is told something. */
export async function reachOf(
  db: Db,
  messages: Message[],
  { person }: { person?: Person | undefined },
): Promise<Reach> {
  const ids = messages.flatMap(({ address }) => (address.to === "person" ? [address.personId] : []));
  if (messages.some(({ address }) => address.to === "aside") && person) ids.push(person.id);
  if (ids.length === 0) return new Map();

  const people = await db.$queryRaw<
    { id: number; chatId: number | null; telegramId: bigint; name: string }[]
  >`
    select p.id, c.id as "chatId", p."telegramId", p.name from "Person" p
    left join "Chat" c on c."telegramId" = p."telegramId" and p.private = 'open'
    where p.id = any(${ids})`;
  return new Map(people.map(({ id, chatId, ...who }) => [id, { ...who, chatId: chatId ?? undefined }]));
}
