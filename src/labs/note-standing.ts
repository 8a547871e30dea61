import { z } from "zod";
import { type Saying, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";

export const NoteStanding = z.object({ standing: z.enum(["member", "administrator"]) });

/** The bot became an administrator of a group, or is one no longer. */
export async function noteStanding({ db, chat }: Place, raw: unknown): Promise<Saying[]> {
  await db.chat.update({ where: { id: chat.id }, data: NoteStanding.parse(raw) });
  return silence;
}
