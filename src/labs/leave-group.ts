import { type Saying, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";

/** The bot was removed from a group: it says nothing, and what waited to be said there is taken back. */
export async function leaveGroup({
  db,
  chat,
  now,
}: Pick<Place, "db" | "now"> & { chat: Pick<Place["chat"], "id"> }): Promise<Saying[]> {
  await db.chat.update({ where: { id: chat.id }, data: { leftAt: now } });
  await db.outbox.updateMany({ where: { chatId: chat.id, state: "queued" }, data: { state: "cancelled" } });
  return silence;
}
